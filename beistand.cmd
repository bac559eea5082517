@echo off
rem The two clients of Beistand on Windows; everything else is started by the script without an ending.
rem It was not run yet: see docs/decisions/0020-platforms.md
setlocal EnableDelayedExpansion
set "root=%~dp0"
set "name=%~1"
if not "%name%"=="moderator" if not "%name%"=="attendee" (
    echo Usage: beistand moderator ...
    echo        beistand attendee ...
    exit /b 1
)
set "module=%root%%name%-client"
if not exist "%module%\target\lib" (
    echo beistand: build it first, on this machine, with a JDK 25: mvn -DskipTests package
    exit /b 1
)
set "modules="
for %%f in ("%module%\target\lib\javafx-*.jar") do set "modules=!modules!;%%f"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "rest="
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
"%java%" "--module-path=%modules:~1%" -cp "%module%\target\classes;%module%\target\lib\*" ^
    --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
    --add-modules=javafx.controls --enable-native-access=javafx.graphics ^
    -XX:+UseSerialGC -Xms24m -Xmx768m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 ^
    %BEISTAND_JVM_OPTIONS% "org.beistand.%name%.Main" %rest%
exit /b %ERRORLEVEL%

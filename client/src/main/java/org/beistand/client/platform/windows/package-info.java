/**
 * A Windows machine, 10 or newer. It was compiled and its thinking was tested, with structs, constants and the order of methods
 * compared with what a C compiler makes of the headers; it has <b>not run</b> on a Windows machine yet.
 *
 * <p>{@link org.beistand.client.platform.windows.WindowsScreen} shows the whole virtual screen, all monitors in one picture whose
 * upper left corner is 0, 0 whatever Windows calls it. It asks for the duplicated outputs of the graphics adapter
 * ({@code DuplicatedOutputs}), which say what was drawn and moved, and where these are not to be had it copies the desktop and
 * compares ({@code CopiedDesktop}). {@link org.beistand.client.platform.windows.WindowsInput} makes mouse and keyboard events,
 * {@link org.beistand.client.platform.windows.WindowsSecurityKey} has a thread whose only message is F11, and
 * {@link org.beistand.client.platform.windows.TopLevelWindows} knows what stands where.
 *
 * <p>The classes named after a library ({@code User32}, {@code Gdi32}, ...) hold its functions and nothing else, those beneath
 * {@code ComObject} the methods of one interface each. {@code Structs} has the layouts, with the names of the headers they come
 * from. Whatever decides something takes one of the small interfaces instead ({@code Capture}, {@code Injection},
 * {@code KeyboardLayout}), so that it can be tried on any machine.
 */
@NullMarked
package org.beistand.client.platform.windows;

import org.jspecify.annotations.NullMarked;

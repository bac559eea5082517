package org.beistand.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * An installation with both servers, and both programs each on its desktop, as processes of their own. When it is closed,
 * nothing of it runs any more.
 */
public final class Theatre implements AutoCloseable {
    static final String LOGIN = "m.keller";
    /** What the administrator gives him, good for choosing his own. */
    static final String FIRST_PASSWORD = "written on a note";

    static final String PASSWORD = "correct horse battery";

    private static final Duration START = Duration.ofSeconds(90);
    private static final List<String> SMALL = List.of("-Xms24m");
    /** As the launcher says. */
    private static final List<String> CLIENT = List.of(
            "-Xms24m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25", "-XX:TrimNativeHeapInterval=10000");

    final Path home;
    final Path folder;
    final Path work;
    final Consumer<String> tell;
    public final Patience patience = new Patience();
    public final Troupe troupe;
    public final Person engineer;
    public final Person customer;
    private int communicationPort;

    /** Something that lies between the programs and the communication server. */
    public interface Detour {
        /** @param from where the programs knock @param to where the server listens */
        void lay(int from, int to) throws IOException;
    }

    private Theatre(Path home, Path folder, String attendeeDisplay, String moderatorDisplay, Consumer<String> tell)
            throws IOException {
        this.home = home;
        this.folder = folder;
        this.tell = tell;
        this.troupe = new Troupe(folder.resolve("logs"));
        // Unix sockets have short names, and keys want a folder that is ours alone.
        this.work = Files.createTempDirectory("beistand-");
        this.engineer = new Person(moderatorDisplay, work.resolve("moderator.eyes"), patience);
        this.customer = new Person(attendeeDisplay, work.resolve("attendee.eyes"), patience);
    }

    static Theatre open(Path home, Path folder, String attendeeDisplay, String moderatorDisplay, Consumer<String> tell)
            throws IOException, StoryFailed {
        return open(home, folder, attendeeDisplay, moderatorDisplay, tell, Optional.empty());
    }

    public static Theatre open(
            Path home,
            Path folder,
            String attendeeDisplay,
            String moderatorDisplay,
            Consumer<String> tell,
            Optional<Detour> detour)
            throws IOException, StoryFailed {
        Theatre theatre = new Theatre(home, folder, attendeeDisplay, moderatorDisplay, tell);
        try {
            theatre.startServers(detour);
            return theatre;
        } catch (StoryFailed e) {
            theatre.close();
            throw e;
        }
    }

    /** Where the programs find the communication server. */
    public int communicationPort() {
        return communicationPort;
    }

    private void lay(Detour detour) throws StoryFailed {
        Path configuration = site().resolve("communication-south/communication.json");
        int hidden = freePort();
        try {
            String before = Files.readString(configuration);
            String after = before.replaceFirst("(\"listen\"[^}]*\"port\"\\s*:\\s*)" + communicationPort, "$1" + hidden);
            if (after.equals(before)) {
                throw new StoryFailed("the communication server's port cannot be changed");
            }
            Files.writeString(configuration, after);
            detour.lay(communicationPort, hidden);
        } catch (IOException e) {
            throw new StoryFailed("no detour: " + e.getMessage());
        }
    }

    Path site() {
        return work.resolve("site");
    }

    /** One of the operator server's commands, to its end. */
    String operator(String input, String... arguments) throws StoryFailed {
        return Commands.run(
                Map.of(),
                input,
                Commands.program(home, "operator-server", "org.beistand.operator.Main", SMALL, List.of(arguments)));
    }

    void stayOpen() {
        tell.accept("Sign in as " + LOGIN + " with the password: " + PASSWORD);
        tell.accept("Everything stays open until both programs are closed.");
        troupe.awaitPrograms("moderator", "attendee");
    }

    private void startServers(Optional<Detour> detour) throws StoryFailed {
        int operatorPort = freePort();
        communicationPort = freePort();
        tell.accept("An installation is made: keys, addresses, packages.");
        operator(
                "",
                "site",
                "create",
                "--folder",
                site().toString(),
                "--organisation",
                "Optics South",
                "--operator",
                "127.0.0.1:" + operatorPort,
                "--communication",
                "south=127.0.0.1:" + communicationPort,
                "--bind",
                "127.0.0.1");
        if (detour.isPresent()) {
            lay(detour.get());
        }
        tell.accept("The operator server starts, with its embedded database.");
        start("operator", "operator-server", "org.beistand.operator.Main", "operator", "--site", site().toString());
        tell.accept("The communication server starts, with its own keys.");
        start(
                "communication",
                "communication-server",
                "org.beistand.communication.Main",
                "--site",
                site().resolve("communication-south").toString());
        tell.accept("The administrator adds a moderator and writes down his training, briefing and undertaking.");
        operator(FIRST_PASSWORD + "\n", "users", "add", LOGIN, "--name", "Martin Keller", "--site", site().toString());
        String days = LocalDate.now(ZoneOffset.UTC).minusDays(30) + ".."
                + LocalDate.now(ZoneOffset.UTC).plusDays(335);
        operator(
                "",
                "entitlements",
                "set",
                LOGIN,
                "--training",
                days,
                "--briefing",
                days,
                "--undertaking",
                days,
                "--site",
                site().toString());
    }

    private void start(String name, String module, String main, String... arguments) throws StoryFailed {
        Process process = troupe.start(
                name, Map.of("LC_ALL", "C.UTF-8"), Commands.program(home, module, main, SMALL, List.of(arguments)));
        patience.until(name + " is ready", START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: " + troupe.said(name));
            }
            return troupe.said(name).contains("127.0.0.1:") ? Optional.of(true) : Optional.empty();
        });
    }

    /** Both programs, each on its desktop. */
    public void startPrograms() throws StoryFailed {
        program("moderator", engineer, "moderator-package");
        startAttendee();
        engineer.see("login");
    }

    void startAttendee() throws StoryFailed {
        program("attendee", customer, "attendee-package");
        customer.see("sessionNumber");
    }

    private void program(String name, Person person, String pack) throws StoryFailed {
        try {
            program(name, person, pack, agent());
        } catch (IOException e) {
            throw new StoryFailed("the program " + name + " cannot be started: " + e.getMessage());
        }
    }

    private void program(String name, Person person, String pack, Path agent) throws StoryFailed, IOException {
        Path ownHome = Files.createDirectories(folder.resolve(name + "-home"));
        Files.createDirectories(ownHome.resolve("Downloads"));
        List<String> options = new ArrayList<>(CLIENT);
        options.add("-javaagent:" + agent + "=" + work.resolve(name + ".eyes"));
        options.add("-Duser.home=" + ownHome);
        // Real pictures of real desktops, also where there is no graphics card.
        Map<String, String> environment = new java.util.HashMap<>(person.desktop());
        environment.put("HOME", ownHome.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("LANGUAGE", "en");
        environment.put("GDK_GL", "disable");
        troupe.start(
                name,
                environment,
                Commands.program(
                        home,
                        name + "-client",
                        "org.beistand." + name + ".Main",
                        options,
                        List.of("--package", site().resolve(pack).toString(), "--language", "en")));
    }

    /** The eyes as an agent that Java accepts: a package with a manifest, made here and now. */
    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "org.beistand.stories.eyes.Eyes");
        Path jar = work.resolve("eyes.jar");
        if (Files.exists(jar)) {
            return jar; // a program that has just been started may be reading it
        }
        Path classes = home.resolve("system-tests/target/classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.list(classes.resolve("org/beistand/stories/eyes"))) {
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static int freePort() throws StoryFailed {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StoryFailed("no port is free");
        }
    }

    @Override
    public void close() {
        troupe.close();
        patience.close();
        try (Stream<Path> all = Files.walk(work)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // Keys of an installation that lived for a minute, in a folder that only this user can open.
            tell.accept("left behind: " + work);
        }
    }
}

package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.stories.Patience;
import org.beistand.stories.StoryFailed;
import org.beistand.stories.Theatre;
import org.beistand.stories.Troupe;

/**
 * TigerVNC with its defaults, over loopback and without any encryption. {@code x0vncserver} looks at a running desktop as we
 * do; {@code Xvnc} is the X server itself and is told what moved.
 */
final class TigerVnc implements Contender {
    private static final Duration START = Duration.ofSeconds(30);

    private final String name;
    private final Desktop shared;
    private final Desktop viewing;
    private final Troupe troupe;
    private final int port;
    private final Cast cast;

    private TigerVnc(String name, Desktop shared, Desktop viewing, Troupe troupe, int port, Cast cast) {
        this.name = name;
        this.shared = shared;
        this.viewing = viewing;
        this.troupe = troupe;
        this.port = port;
        this.cast = cast;
    }

    static TigerVnc scraping(
            Troupe troupe, Patience patience, Desktop shared, Desktop viewing, Optional<Theatre.Detour> detour)
            throws StoryFailed {
        int port = freePort();
        Process server = troupe.start(
                "x0vncserver",
                shared.environment(),
                List.of("X0tigervnc", "-rfbport", "" + port, "-SecurityTypes", "None", "-localhost"));
        return view("x0vncserver", troupe, patience, shared, viewing, server.toHandle(), port, detour);
    }

    /** @param width of the desktop, which this server is itself */
    static TigerVnc standalone(
            Troupe troupe, Patience patience, int width, int height, Desktop viewing, Optional<Theatre.Detour> detour)
            throws StoryFailed {
        int port = freePort();
        Desktop shared = Desktop.start(
                troupe,
                patience,
                "xvnc",
                List.of(
                        "Xtigervnc",
                        "-displayfd",
                        "1",
                        "-geometry",
                        width + "x" + height,
                        "-depth",
                        "24",
                        "-rfbport",
                        "" + port,
                        "-SecurityTypes",
                        "None",
                        "-localhost",
                        "-nolisten",
                        "tcp"));
        return view("Xvnc", troupe, patience, shared, viewing, shared.server(), port, detour);
    }

    private static TigerVnc view(
            String name,
            Troupe troupe,
            Patience patience,
            Desktop shared,
            Desktop viewing,
            ProcessHandle server,
            int port,
            Optional<Theatre.Detour> detour)
            throws StoryFailed {
        patience.until(name + " listens", START, () -> listens(port) ? Optional.of(true) : Optional.empty());
        int dialled = port;
        if (detour.isPresent()) {
            dialled = freePort();
            try {
                detour.get().lay(dialled, port);
            } catch (IOException e) {
                throw new StoryFailed("no detour: " + e.getMessage());
            }
        }
        Process viewer = troupe.start(
                name + "-viewer",
                viewing.environment(),
                List.of("xtigervncviewer", "-FullScreen", "127.0.0.1::" + dialled));
        return new TigerVnc(name, shared, viewing, troupe, dialled, new Cast(server, viewer.toHandle(), List.of()));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws StoryFailed {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StoryFailed("no port is free");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Desktop shared() {
        return shared;
    }

    @Override
    public Desktop viewing() {
        return viewing;
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public int port() {
        return port;
    }

    /** It began in full screen. */
    @Override
    public void arrange() {}

    @Override
    public void close() {
        troupe.close();
    }
}

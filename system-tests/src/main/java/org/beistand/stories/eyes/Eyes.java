package org.beistand.stories.eyes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * Answers questions about the windows of the program that it runs in. One line asks ({@code id} of a control, or {@code *} for
 * all that can be read), one line answers: {@code x y width height<TAB>text} in physical pixels of the screen, or nothing.
 */
public final class Eyes {
    private Eyes() {}

    /** @param socket where to listen; a path that only this user can reach */
    public static void premain(String socket) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Files.deleteIfExists(Path.of(socket)); // of a program that was killed
        listening.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().name("eyes").daemon(true).start(() -> listen(listening));
    }

    private static void listen(ServerSocketChannel listening) {
        while (listening.isOpen()) {
            try (SocketChannel asked = listening.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(asked), StandardCharsets.UTF_8));
                    PrintWriter out = new PrintWriter(Channels.newOutputStream(asked), true, StandardCharsets.UTF_8)) {
                for (String id = in.readLine(); id != null; id = in.readLine()) {
                    out.println(look(id));
                }
            } catch (IOException e) {
                // Whoever asked is gone; the next one may come.
                continue;
            }
        }
    }

    private static String look(String id) {
        CompletableFuture<String> seen = new CompletableFuture<>();
        try {
            Platform.runLater(() -> seen.complete(id.equals("*") ? readAll() : find(id)));
            return seen.get(5, TimeUnit.SECONDS);
        } catch (IllegalStateException | TimeoutException | ExecutionException e) {
            // There are no windows yet, or they hang.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String find(String id) {
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && window.getScene() != null) {
                for (Node node : window.getScene().getRoot().lookupAll("#" + id)) {
                    if (isSeen(node) && !node.isDisabled()) {
                        return place(node) + "\t" + text(node);
                    }
                }
            }
        }
        return "";
    }

    private static String place(Node node) {
        Window window = node.getScene().getWindow();
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        double scaleX = window.getOutputScaleX();
        double scaleY = window.getOutputScaleY();
        return Math.round(bounds.getMinX() * scaleX)
                + " " + Math.round(bounds.getMinY() * scaleY)
                + " " + Math.round(bounds.getWidth() * scaleX)
                + " " + Math.round(bounds.getHeight() * scaleY);
    }

    private static String readAll() {
        StringBuilder all = new StringBuilder();
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && window.getScene() != null) {
                read(window.getScene().getRoot(), all);
            }
        }
        return all.toString().replace('\n', ' ');
    }

    private static void read(Node node, StringBuilder all) {
        if (!isSeen(node)) {
            return;
        }
        if (node instanceof Text text) {
            all.append(text.getText()).append(" | ");
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, all));
        }
    }

    private static String text(Node node) {
        String text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text words -> words.getText();
            default -> {
                StringBuilder all = new StringBuilder();
                read(node, all);
                yield all.toString();
            }
        };
        return text == null ? "" : text.replace('\n', ' ');
    }

    private static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }
}

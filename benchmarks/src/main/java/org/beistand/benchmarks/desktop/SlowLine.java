package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A TCP line on which everything arrives later, in order and unchanged, in both directions; as wide as the machine allows. */
final class SlowLine implements AutoCloseable {
    private static final int PIECE = 16 << 10;
    private static final int PIECES_UNDER_WAY = 1024;

    private final ServerSocket listening;
    private final int to;
    private final long delayNanos;

    /** @param from the port to listen at @param to where it leads @param delayNanos of one direction */
    SlowLine(int from, int to, long delayNanos) throws IOException {
        this.listening = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
        this.to = to;
        this.delayNanos = delayNanos;
        Thread.ofPlatform().name("slow-line").daemon(true).start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                carry(near, far);
                carry(far, near);
            } catch (IOException e) {
                // Closed, or nobody is there; who knocked sees it.
                continue;
            }
        }
    }

    private record Piece(byte[] bytes, int length, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Piece) other).due);
        }
    }

    private void carry(Socket from, Socket onto) {
        BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(PIECES_UNDER_WAY);
        Thread.ofPlatform().daemon(true).start(() -> {
            try (from) {
                InputStream in = from.getInputStream();
                int length;
                do {
                    byte[] bytes = new byte[PIECE];
                    length = in.read(bytes);
                    underWay.put(new Piece(bytes, length, System.nanoTime() + delayNanos));
                } while (length >= 0);
            } catch (IOException e) {
                underWay.offer(new Piece(new byte[0], -1, System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread.ofPlatform().daemon(true).start(() -> {
            DelayQueue<Piece> clock = new DelayQueue<>();
            try (onto) {
                OutputStream out = onto.getOutputStream();
                for (Piece piece = underWay.take(); piece.length() >= 0; piece = underWay.take()) {
                    clock.put(piece);
                    clock.take();
                    out.write(piece.bytes(), 0, piece.length());
                }
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}

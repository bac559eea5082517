package org.beistand.communication.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A disk with so much space, which comes back when a file is deleted or when somebody makes more. */
final class FillingDisk implements Disk {
    private long free;
    private long reserve;

    FillingDisk(long free) {
        this.free = free;
    }

    synchronized void makeFree(long bytes) {
        free = bytes;
    }

    private synchronized void take(long bytes) throws IOException {
        if (bytes > free) {
            throw new IOException("No space left on device");
        }
        free -= bytes;
    }

    @Override
    public Writing create(Path file) throws IOException {
        take(0);
        Writing real = REAL.create(file);
        boolean reserved = file.endsWith(SpoolFolder.RESERVE);
        return new Writing() {
            @Override
            public void append(ByteBuffer bytes) throws IOException {
                take(bytes.remaining());
                if (reserved) {
                    reserve += bytes.remaining();
                }
                real.append(bytes);
            }

            @Override
            public void force() throws IOException {
                real.force();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        REAL.rename(from, to);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (file.endsWith(SpoolFolder.RESERVE)) {
            free += reserve;
            reserve = 0;
        }
        REAL.delete(file);
    }
}

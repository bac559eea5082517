package org.beistand.operator.login.kerberos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a keytab as MIT's Kerberos, Samba and Windows' {@code ktpass} write it, version 2. */
final class Keytab {
    private static final int VERSION = 0x0502;
    private static final int MOST = 200;

    private Keytab() {}

    /**
     * One key.
     *
     * @param components of the principal, such as {@code HTTP} and the host
     * @param kind the encryption's number
     * @param version of the key, counted by the domain
     */
    record Entry(String realm, List<String> components, int kind, int version, byte[] key) {
        @Override
        public String toString() {
            return "Entry[hidden]";
        }
    }

    /** Empty if it is no keytab, to the last byte. */
    static Optional<List<Entry>> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < 2 || in.getShort() != VERSION) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            if (in.remaining() < Integer.BYTES) {
                return Optional.empty();
            }
            int size = in.getInt();
            // A negative size is a hole, where an entry was taken out.
            long length = Math.abs((long) size);
            if (size == 0 || length > in.remaining() || entries.size() == MOST) {
                return Optional.empty();
            }
            Optional<Entry> entry = size < 0 ? Optional.empty() : entry(in.slice(in.position(), size));
            if (size > 0 && entry.isEmpty()) {
                return Optional.empty();
            }
            entry.ifPresent(entries::add);
            in.position(in.position() + (int) length);
        }
        return Optional.of(entries);
    }

    private static Optional<Entry> entry(ByteBuffer in) {
        try {
            int count = Short.toUnsignedInt(in.getShort());
            String realm = text(in);
            List<String> components = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                components.add(text(in));
            }
            // The kind of the name and when the key was written are of no use here.
            in.position(in.position() + 2 * Integer.BYTES);
            int shortVersion = Byte.toUnsignedInt(in.get());
            int kind = Short.toUnsignedInt(in.getShort());
            byte[] key = counted(in);
            int version = in.remaining() >= Integer.BYTES ? in.getInt() : 0;
            return Optional.of(
                    new Entry(realm, List.copyOf(components), kind, version == 0 ? shortVersion : version, key));
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer in) {
        return new String(counted(in), StandardCharsets.UTF_8);
    }

    private static byte[] counted(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new IllegalArgumentException("too long");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}

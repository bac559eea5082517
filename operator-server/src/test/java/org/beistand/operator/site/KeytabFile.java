package org.beistand.operator.site;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Keytabs as they stand in files, written by hand. */
public final class KeytabFile {
    private KeytabFile() {}

    /** A file with one entry. @param length of the key, in bytes */
    public static byte[] of(String realm, int kind, int length, String... components) {
        return of(entry(realm, kind, length, components));
    }

    public static byte[] of(byte[]... entries) {
        return written(out -> {
            out.writeShort(0x0502);
            for (byte[] entry : entries) {
                out.write(entry);
            }
        });
    }

    public static byte[] entry(String realm, int kind, int length, String... components) {
        byte[] body = written(out -> {
            out.writeShort(components.length);
            text(out, realm);
            for (String one : components) {
                text(out, one);
            }
            out.writeInt(1);
            out.writeInt(1_700_000_000);
            out.writeByte(2);
            out.writeShort(kind);
            out.writeShort(length);
            out.write(new byte[length]);
            out.writeInt(258);
        });
        return written(out -> {
            out.writeInt(body.length);
            out.write(body);
        });
    }

    /** Where an entry was taken out. */
    public static byte[] hole(int length) {
        return written(out -> {
            out.writeInt(-length);
            out.write(new byte[length]);
        });
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            part.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

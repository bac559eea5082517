package org.beistand.protocol.wire;

import java.util.Arrays;

/** Writes big-endian values into a growing array that never exceeds its bound. */
public final class WireWriter {
    private final int atMost;
    private byte[] array;
    private int size;

    /**
     * @param expected bytes to begin with
     * @param atMost bytes at which writing fails, because the message would be refused on the other side
     */
    public WireWriter(int expected, int atMost) {
        this.array = new byte[Math.min(expected, atMost)];
        this.atMost = atMost;
    }

    public void u8(int value) {
        room(1);
        array[size++] = (byte) value;
    }

    public void u16(int value) {
        room(2);
        array[size++] = (byte) (value >>> 8);
        array[size++] = (byte) value;
    }

    public void i32(int value) {
        room(4);
        array[size++] = (byte) (value >>> 24);
        array[size++] = (byte) (value >>> 16);
        array[size++] = (byte) (value >>> 8);
        array[size++] = (byte) value;
    }

    public void i64(long value) {
        i32((int) (value >>> 32));
        i32((int) value);
    }

    public void octets(Octets value) {
        room(value.length());
        value.copyTo(array, size);
        size += value.length();
    }

    public void octets(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, array, size, value.length);
        size += value.length;
    }

    public Octets toOctets() {
        return Octets.of(array, 0, size);
    }

    private void room(int count) {
        if (count > atMost - size) {
            throw new IllegalArgumentException("a message of more than " + atMost + " bytes");
        }
        if (count > array.length - size) {
            array = Arrays.copyOf(array, (int) Math.min(atMost, Math.max(size + (long) count, array.length * 2L)));
        }
    }
}

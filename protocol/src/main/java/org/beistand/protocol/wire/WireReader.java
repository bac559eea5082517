package org.beistand.protocol.wire;

/** Reads big-endian values; every step is checked against what is left. */
public final class WireReader {
    private final Octets source;
    private int at;

    public WireReader(Octets source) {
        this.source = source;
    }

    public int u8() {
        need(1);
        return source.at(at++) & 0xFF;
    }

    public int u16() {
        return u8() << 8 | u8();
    }

    public int i32() {
        return u16() << 16 | u16();
    }

    public long i64() {
        return (long) i32() << 32 | i32() & 0xFFFF_FFFFL;
    }

    /** The next bytes, shared with the message that they came in. */
    public Octets octets(int count) {
        need(count);
        Octets part = source.slice(at, count);
        at += count;
        return part;
    }

    public int left() {
        return source.length() - at;
    }

    /** Demands that nothing is left over. */
    public void end() {
        if (left() != 0) {
            throw new MalformedMessage("surplus bytes");
        }
    }

    private void need(int count) {
        if (count < 0 || count > left()) {
            throw new MalformedMessage("truncated");
        }
    }
}

package org.beistand.protocol.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of one family of messages.
 *
 * @param <M> the sealed family
 * @param <S> who can be the sender of such a message
 * @param <L> the law of the family beyond the sender
 */
public final class Vocabulary<M extends Message, S, L> {
    private static final int NUMBER_BYTES = 2;

    private final List<Row<M, S, L>> rows;
    private final Map<Integer, Row<M, S, L>> byNumber = new HashMap<>();
    private final Map<Class<?>, Row<M, S, L>> byType = new HashMap<>();
    private final int atMost;

    public Vocabulary(List<Row<M, S, L>> rows) {
        this.rows = List.copyOf(rows);
        int largest = 0;
        for (Row<M, S, L> row : this.rows) {
            if (byNumber.put(row.number(), row) != null || byType.put(row.type(), row) != null) {
                throw new IllegalArgumentException("declared twice: " + row.type());
            }
            largest = Math.max(largest, row.atMost());
        }
        atMost = NUMBER_BYTES + largest;
    }

    public List<Row<M, S, L>> rows() {
        return rows;
    }

    /** The largest message of this family in bytes, with its number. */
    public int atMost() {
        return atMost;
    }

    public Row<M, S, L> rowOf(M message) {
        Row<M, S, L> row = byType.get(message.getClass());
        if (row == null) {
            throw new IllegalArgumentException("no row for " + message.getClass());
        }
        return row;
    }

    public Octets encode(M message) {
        Row<M, S, L> row = rowOf(message);
        WireWriter out = new WireWriter(64, NUMBER_BYTES + row.atMost());
        out.u16(row.number());
        write(row.codec(), message, out);
        return out.toOctets();
    }

    /** @throws MalformedMessage for anything that {@link #encode} could not have made, or that this sender may not say */
    public M decode(Octets bytes, S sender) {
        WireReader in = new WireReader(bytes);
        Row<M, S, L> row = byNumber.get(in.u16());
        if (row == null) {
            throw new MalformedMessage("unknown message");
        }
        if (in.left() > row.atMost()) {
            throw new MalformedMessage("oversized message");
        }
        if (!row.from().contains(sender)) {
            throw new MalformedMessage("not this sender's to say");
        }
        M message = row.codec().read(in);
        in.end();
        return message;
    }

    @SuppressWarnings("unchecked") // the row binds type and codec, and the table is keyed by the type
    private static <T> void write(Codec<T> codec, Object message, WireWriter out) {
        codec.write((T) message, out);
    }
}

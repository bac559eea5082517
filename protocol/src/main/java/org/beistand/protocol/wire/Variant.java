package org.beistand.protocol.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One member of a sealed family inside a message: its number, its type and its codec. */
public record Variant<T>(int number, Class<T> type, Codec<T> codec) {

    private void write(Object value, WireWriter out) {
        out.u8(number);
        codec.write(type.cast(value), out);
    }

    static <T> Codec<T> codec(List<Variant<? extends T>> variants) {
        Map<Integer, Variant<? extends T>> byNumber = new HashMap<>();
        Map<Class<?>, Variant<? extends T>> byType = new HashMap<>();
        for (Variant<? extends T> one : variants) {
            if (byNumber.put(one.number(), one) != null || byType.put(one.type(), one) != null) {
                throw new IllegalArgumentException("declared twice: " + one);
            }
        }
        return Codec.of(
                (value, out) -> {
                    Variant<? extends T> variant = byType.get(value.getClass());
                    if (variant == null) {
                        throw new IllegalArgumentException("not in this family: " + value.getClass());
                    }
                    variant.write(value, out);
                },
                in -> {
                    Variant<? extends T> variant = byNumber.get(in.u8());
                    if (variant == null) {
                        throw new MalformedMessage("unknown kind");
                    }
                    return variant.codec().read(in);
                });
    }
}

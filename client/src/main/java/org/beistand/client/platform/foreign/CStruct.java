package org.beistand.client.platform.foreign;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A struct as a C compiler lays it out on 64 bits: each member aligned to itself, the whole to its strictest member. */
public final class CStruct {
    private CStruct() {}

    /** @param members with their names, in the order of the declaration */
    public static StructLayout of(String name, MemoryLayout... members) {
        List<MemoryLayout> laid = new ArrayList<>();
        long at = 0;
        long strictest = 1;
        for (MemoryLayout member : members) {
            at += pad(laid, at, member.byteAlignment());
            laid.add(member);
            at += member.byteSize();
            strictest = Math.max(strictest, member.byteAlignment());
        }
        pad(laid, at, strictest);
        return MemoryLayout.structLayout(laid.toArray(MemoryLayout[]::new)).withName(name);
    }

    private static long pad(List<MemoryLayout> laid, long at, long alignment) {
        long missing = (alignment - at % alignment) % alignment;
        if (missing > 0) {
            laid.add(MemoryLayout.paddingLayout(missing));
        }
        return missing;
    }

    /** @param path the names down to the member, for example {@code mi}, {@code dwFlags} */
    public static long offset(MemoryLayout struct, String... path) {
        return struct.byteOffset(
                Arrays.stream(path).map(PathElement::groupElement).toArray(PathElement[]::new));
    }
}

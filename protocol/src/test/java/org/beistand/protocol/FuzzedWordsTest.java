package org.beistand.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beistand.protocol.Family.Spoken;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever arrives is a word that its encoder would write in the same way, or it is refused, and nothing else: every sample and
 * what was once found in every build, as much as there is time for with {@code ./beistand fuzz}.
 */
@Tag("fuzzed")
class FuzzedWordsTest {
    private static final List<Family<?, ?, ?>> FAMILIES = Family.all();

    /** Which family, who says it, then what is said. */
    @MethodSource("everythingSpoken")
    @FuzzTest
    void words(byte[] input) {
        if (input.length >= 2) {
            Family<?, ?, ?> family = FAMILIES.get((input[0] & 0xFF) % FAMILIES.size());
            hear(family, input[1] & 0xFF, Octets.of(Arrays.copyOfRange(input, 2, input.length)));
        }
    }

    private static <M extends Message, S, L> void hear(Family<M, S, L> family, int who, Octets said) {
        List<S> everybody = List.copyOf(family.everybody());
        S sender = everybody.get(who % everybody.size());
        M message;
        try {
            message = family.table().decode(said, sender);
        } catch (MalformedMessage e) {
            return;
        }
        assertEquals(said, family.table().encode(message));
        assertEquals(message, family.table().decode(family.table().encode(message), sender));
    }

    static List<byte[]> everythingSpoken() {
        List<byte[]> inputs = new ArrayList<>();
        FAMILIES.forEach(family -> family.spoken().forEach(spoken -> inputs.addAll(saidByAnybody(spoken))));
        return inputs;
    }

    private static <M extends Message, S, L> List<byte[]> saidByAnybody(Spoken<M, S, L> spoken) {
        List<byte[]> inputs = new ArrayList<>();
        for (int who = 0; who < spoken.family().everybody().size(); who++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(names().indexOf(spoken.family().name()));
            out.write(who);
            out.writeBytes(spoken.family().table().encode(spoken.message()).toArray());
            inputs.add(out.toByteArray());
        }
        return inputs;
    }

    private static List<String> names() {
        return FAMILIES.stream().map(Family::name).toList();
    }
}

package org.beistand.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beistand.protocol.Family.Spoken;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table is complete, and nothing passes it that its writer could not have written. */
class VocabularyTest {
    private static final int MUTATIONS = 4_000;

    static List<Family<?, ?, ?>> families() {
        return Family.all();
    }

    static Stream<Spoken<?, ?, ?>> everythingSpoken() {
        return Family.everythingSpoken();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyRecordHasARowAndEveryRowARecord(Family<?, ?, ?> family) {
        Set<Class<?>> declared =
                family.table().rows().stream().map(Row::type).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Class<?>> sealed = family.records();
        assertTrue(sealed.size() >= 7, "the walk through the sealed family found only " + sealed);
        assertTrue(sealed.stream().allMatch(Class::isRecord), () -> "not all of these are records: " + sealed);
        assertEquals(sealed, new LinkedHashSet<>(declared));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyRowHasExactlyOneExample(Family<?, ?, ?> family) {
        List<? extends Class<?>> examples =
                family.samples().stream().map(Object::getClass).toList();
        assertEquals(family.table().rows().stream().map(Row::type).collect(Collectors.toSet()), Set.copyOf(examples));
        assertEquals(family.table().rows().size(), examples.size());
    }

    @Test
    void noNumberStandsTwiceInAnyTwoTables() {
        Map<Integer, Class<?>> taken = new HashMap<>();
        for (Family<?, ?, ?> family : Family.all()) {
            for (Row<?, ?, ?> row : family.table().rows()) {
                assertNull(taken.put(row.number(), row.type()), () -> "number taken twice: " + row);
            }
        }
        assertTrue(taken.size() >= 70, "only " + taken.size() + " rows");
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void everyMessageComesBackEqualFromEverySenderWhoMaySayIt(Spoken<?, ?, ?> spoken) {
        assertFalse(spoken.row().from().isEmpty());
        comesBack(spoken);
    }

    private static <M extends Message, S, L> void comesBack(Spoken<M, S, L> spoken) {
        Octets bytes = spoken.family().table().encode(spoken.message());
        for (S sender : spoken.row().from()) {
            assertEquals(spoken.message(), spoken.family().table().decode(bytes, sender));
        }
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void nobodyElseMaySayIt(Spoken<?, ?, ?> spoken) {
        refusedFromOthers(spoken);
    }

    private static <M extends Message, S, L> void refusedFromOthers(Spoken<M, S, L> spoken) {
        Octets bytes = spoken.family().table().encode(spoken.message());
        for (S sender : spoken.family().everybody()) {
            if (!spoken.row().from().contains(sender)) {
                assertThrows(
                        MalformedMessage.class,
                        () -> spoken.family().table().decode(bytes, sender),
                        () -> "said by " + sender);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void everyTruncationIsRefused(Spoken<?, ?, ?> spoken) {
        Octets whole = encoded(spoken);
        for (int length = 0; length < whole.length(); length++) {
            refused(spoken, whole.slice(0, length));
        }
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void everySurplusByteIsRefused(Spoken<?, ?, ?> spoken) {
        byte[] longer = Arrays.copyOf(encoded(spoken).toArray(), encoded(spoken).length() + 1);
        for (int surplus = 0; surplus < 256; surplus++) {
            byte[] tried = longer.clone();
            tried[tried.length - 1] = (byte) surplus;
            refused(spoken, Octets.of(tried));
        }
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void moreBytesThanTheRowAllowsAreRefusedBeforeTheyAreRead(Spoken<?, ?, ?> spoken) {
        byte[] huge = Arrays.copyOf(encoded(spoken).toArray(), 2 + spoken.row().atMost() + 1);
        assertEquals("oversized message", refused(spoken, Octets.of(huge)).getMessage());
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void whateverIsChangedOnTheWayIsRefusedOrIsAnotherMessageWithThatOneForm(Spoken<?, ?, ?> spoken) {
        // The seed is the message's own number: a failure can be repeated.
        Random random = new Random(spoken.row().number());
        byte[] whole = encoded(spoken).toArray();
        for (int i = 0; i < MUTATIONS; i++) {
            refusedOrOneForm(spoken, Octets.of(mutated(whole, random)));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUnknownNumberIsRefused(Family<?, ?, ?> family) {
        unknownNumbersAreRefused(family);
    }

    private static <M extends Message, S, L> void unknownNumbersAreRefused(Family<M, S, L> family) {
        Set<Integer> known = family.table().rows().stream().map(Row::number).collect(Collectors.toSet());
        for (int number = 0; number <= 0xFFFF; number++) {
            if (!known.contains(number)) {
                Octets bytes = Octets.of((byte) (number >>> 8), (byte) number);
                for (S sender : family.everybody()) {
                    assertThrows(MalformedMessage.class, () -> family.table().decode(bytes, sender));
                }
            }
        }
    }

    @Test
    void aRefusalCostsNoStackTrace() {
        assertEquals(0, new MalformedMessage("truncated").getStackTrace().length);
    }

    private static <M extends Message, S, L> Octets encoded(Spoken<M, S, L> spoken) {
        return spoken.family().table().encode(spoken.message());
    }

    private static <M extends Message, S, L> MalformedMessage refused(Spoken<M, S, L> spoken, Octets bytes) {
        return assertThrows(
                MalformedMessage.class,
                () -> spoken.family().table().decode(bytes, spoken.aSender()),
                () -> "not refused: " + bytes.toHex());
    }

    private static <M extends Message, S, L> void refusedOrOneForm(Spoken<M, S, L> spoken, Octets bytes) {
        M message;
        try {
            message = spoken.family().table().decode(bytes, spoken.aSender());
        } catch (MalformedMessage e) {
            return;
        } catch (RuntimeException e) {
            throw new AssertionError("reading must not throw this, for " + bytes.toHex(), e);
        }
        assertEquals(bytes, spoken.family().table().encode(message), () -> "two forms of " + spoken + bytes.toHex());
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] changed = switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, whole.length + random.nextInt(1, 9));
            case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            default -> whole.clone();
        };
        int changes = random.nextInt(1, 5);
        // The number stays, mostly, so that the bodies are tried.
        int first = random.nextInt(10) == 0 ? 0 : 2;
        for (int i = 0; i < changes && changed.length > first; i++) {
            int at = random.nextInt(first, changed.length);
            changed[at] =
                    random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (changed[at] ^ 1 << random.nextInt(8));
        }
        return changed;
    }
}

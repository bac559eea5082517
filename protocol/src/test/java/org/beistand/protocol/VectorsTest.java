package org.beistand.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beistand.protocol.Family.Spoken;
import org.beistand.protocol.operator.FactorState;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.report.Direction;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Coded;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of each message are pinned in {@code src/test/resources/vectors}, one file per row, so that no change of the code
 * changes the wire unnoticed.
 *
 * <p>A new message: give it an example in {@link Samples} or {@link SealedSamples} and run once
 * {@code mvn -pl protocol test -Dtest=VectorsTest -Dbeistand.vectors=add}. That writes files that are missing and never
 * touches one that exists.
 */
class VectorsTest {
    private static final Path VECTORS = Path.of("src/test/resources/vectors");
    private static final boolean ADD = "add".equals(System.getProperty("beistand.vectors"));
    private static final List<Class<? extends Coded>> CODED = List.of(
            CheckOutcome.class,
            Direction.class,
            Evidence.class,
            FactorState.class,
            Language.class,
            Party.class,
            Permission.class,
            Reason.class,
            RelayParty.class,
            Role.class,
            ServiceParty.class,
            Traffic.class,
            UserRole.class);

    static Stream<Spoken<?, ?, ?>> everythingSpoken() {
        return Family.everythingSpoken();
    }

    @ParameterizedTest
    @MethodSource("everythingSpoken")
    void theBytesAreThoseOfTheVectorFile(Spoken<?, ?, ?> spoken) throws IOException {
        pinned(spoken);
    }

    private static <M extends Message, S, L> void pinned(Spoken<M, S, L> spoken) throws IOException {
        Octets written = spoken.family().table().encode(spoken.message());
        Path file = VECTORS.resolve(spoken.file());
        if (ADD && Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines(written.toHex()));
        }
        Octets vector = Octets.fromHex(Files.readString(file).replaceAll("\\s", ""));
        assertEquals(vector.toHex(), written.toHex());
        assertEquals(spoken.message(), spoken.family().table().decode(vector, spoken.aSender()));
    }

    @Test
    void noVectorFileIsLeftOverFromARowThatIsGone() throws IOException {
        try (Stream<Path> files = Files.walk(VECTORS)) {
            Set<String> found = files.filter(file -> file.toString().endsWith(".hex"))
                    .map(file -> VECTORS.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            assertEquals(Family.everythingSpoken().map(Spoken::file).collect(Collectors.toSet()), found);
        }
    }

    @Test
    void theReportsVectorHoldsAStatementOfEachKind() {
        assertEquals(
                Set.of(Statement.class.getPermittedSubclasses()),
                Samples.statements().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void aCodeKeepsItsMeaningForEver() throws IOException {
        Map<String, Integer> now = new TreeMap<>();
        for (Class<? extends Coded> type : CODED) {
            for (Coded one : type.getEnumConstants()) {
                now.put(type.getSimpleName() + "." + ((Enum<?>) one).name(), one.code());
            }
        }
        Path file = VECTORS.resolve("codes.txt");
        Map<String, Integer> pinned = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] pair = line.split(" ");
                pinned.put(pair[0], Integer.valueOf(pair[1]));
            }
        }
        if (ADD) {
            now.forEach(pinned::putIfAbsent);
            Files.write(
                    file,
                    pinned.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .toList());
        }
        assertTrue(pinned.size() >= 100, "only " + pinned.size() + " codes are pinned");
        assertEquals(pinned, now);
    }

    private static String lines(String hex) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < hex.length(); at += 96) {
            lines.add(hex.substring(at, Math.min(hex.length(), at + 96)));
        }
        return String.join("\n", lines) + "\n";
    }
}

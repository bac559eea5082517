package org.beistand.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules that only the sources can show. */
class SourcesTest {
    private static final List<Sources> PRODUCT = new ArrayList<>();
    private static final Sources BAD_HOUSE =
            Sources.of(Repository.sources("system-tests", "src/test/java/org/beistand/fixture"));

    @BeforeAll
    static void readAllSources() {
        for (String module : Repository.MODULES.keySet()) {
            List<Path> files = Repository.sources(module, "src/main/java");
            if (!files.isEmpty()) {
                PRODUCT.add(Sources.of(files));
            }
        }
    }

    @Test
    void aSwitchOverAClosedSetHasNoDefault() {
        assertTrue(PRODUCT.stream().mapToInt(Sources::switches).sum() >= 20, "too few switches were found");
        assertEquals(
                List.of(),
                PRODUCT.stream().flatMap(one -> one.silentDefaults().stream()).toList());
        assertEquals(2, BAD_HOUSE.silentDefaults().size(), BAD_HOUSE.silentDefaults()::toString);
    }

    @Test
    void nobodyUsesThePositionOfAnEnumsValue() {
        assertEquals(
                List.of(),
                PRODUCT.stream().flatMap(one -> one.ordinals().stream()).toList());
        assertEquals(1, BAD_HOUSE.ordinals().size(), BAD_HOUSE.ordinals()::toString);
    }
}

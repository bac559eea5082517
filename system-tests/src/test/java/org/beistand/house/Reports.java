package org.beistand.house;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds what was stated in a report. */
public final class Reports {
    private Reports() {}

    /** Those of one kind; there must be some. */
    public static List<JsonNode> statements(JsonNode report, String kind) {
        List<JsonNode> found = found(report, kind);
        assertFalse(found.isEmpty(), () -> "no " + kind + " in " + report.toPrettyString());
        return found;
    }

    /** Those of one kind, if there are any. */
    public static List<JsonNode> found(JsonNode node, String kind) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, kind, found);
        return found;
    }

    private static void collect(JsonNode node, String kind, List<JsonNode> found) {
        if (node.isObject()) {
            node.elements().forEachRemaining(child -> {
                if (child.isTextual() && child.asText().replace("_", "").equalsIgnoreCase(kind)) {
                    found.add(node);
                }
            });
        }
        node.elements().forEachRemaining(child -> collect(child, kind, found));
    }
}

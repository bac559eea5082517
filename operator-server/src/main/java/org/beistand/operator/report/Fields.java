package org.beistand.operator.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads required fields; a missing or wrong one is an {@link IllegalArgumentException}. */
final class Fields {
    private Fields() {}

    static String text(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        if (!node.isTextual()) {
            throw new IllegalArgumentException("no text " + name);
        }
        return node.textValue();
    }

    static long number(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("no number " + name);
        }
        return node.longValue();
    }

    static boolean flag(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        if (!node.isBoolean()) {
            throw new IllegalArgumentException("neither true nor false " + name);
        }
        return node.booleanValue();
    }

    static Instant instant(JsonNode parent, String name) {
        try {
            return Instant.parse(text(parent, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time " + name, e);
        }
    }
}

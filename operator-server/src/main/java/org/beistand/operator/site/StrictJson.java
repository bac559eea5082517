package org.beistand.operator.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;

/** Reads configuration: unknown, doubled and wrong keys are refused and named; values never are. */
final class StrictJson {
    private static final int LARGEST = 64 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StrictJson() {}

    /** As it stands in the file, not yet checked. */
    interface Raw<T> {
        /** @throws IllegalArgumentException with the name of the key that is wrong */
        T checked();
    }

    static <T> T read(Path file, Class<? extends Raw<T>> raw) throws SiteRefused {
        try {
            if (!Files.isRegularFile(file)) {
                throw new SiteRefused(Reason.SITE_MISSING, String.valueOf(file.getParent()));
            }
            if (Files.size(file) > LARGEST) {
                throw wrong(file, "size");
            }
            Raw<T> found = JSON.readValue(Files.readString(file), raw);
            if (found == null) {
                throw wrong(file, "null");
            }
            return found.checked();
        } catch (JsonProcessingException e) {
            throw wrong(file, place(e));
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw wrong(file, "?");
        }
    }

    static String text(String key, @Nullable String value, int atMost) {
        if (value == null || value.isBlank() || value.length() > atMost) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }

    static Endpoint endpoint(String key, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        try {
            return Endpoint.parse(value);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(key, e);
        }
    }

    static int number(String key, @Nullable Integer value, int usual, int from, int to) {
        int number = value == null ? usual : value;
        if (number < from || number > to) {
            throw new IllegalArgumentException(key);
        }
        return number;
    }

    private static SiteRefused wrong(Path file, String what) {
        return new SiteRefused(Reason.CONFIGURATION_WRONG, file + " (" + what + ")");
    }

    private static String place(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String key = mapping.getPath().getLast().getFieldName();
            if (key != null) {
                return key;
            }
        }
        return e.getLocation() == null
                ? "?"
                : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
    }
}

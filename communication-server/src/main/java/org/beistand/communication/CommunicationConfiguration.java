package org.beistand.communication;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What {@code communication.json} says.
 *
 * <pre>
 * {
 *   "name": "communication-1",                        the name in this server's certificate
 *   "listen": { "host": "0.0.0.0", "port": 2000 },    optional, these are the defaults; port 0 takes any that is free
 *   "publicAddress": "support.example.org:2000",      where clients reach this server, as it stands in its certificate
 *   "operator": "operator.example.org:2001"           where this server reaches the operator server
 * }
 * </pre>
 *
 * The port of an address is 2000 if it is left out. Unknown keys are refused.
 */
public record CommunicationConfiguration(String name, Listen listen, Endpoint publicAddress, Endpoint operator) {
    public static final String FILE = "communication.json";
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_NAME = 64;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The socket of this machine on which the server listens. */
    public record Listen(String host, int port) {
        public static final Listen USUAL = new Listen("0.0.0.0", Endpoint.DEFAULT_PORT);
    }

    public CommunicationConfiguration {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name");
        }
        if (listen.host().isBlank() || listen.port() < 0 || listen.port() > 0xFFFF) {
            throw new IllegalArgumentException("listen");
        }
    }

    /** @param site the folder of this server */
    public static CommunicationConfiguration read(Path site) throws StartRefused {
        Path file = site.resolve(FILE);
        try {
            if (!Files.isRegularFile(file)) {
                throw new StartRefused(Reason.SITE_MISSING, site.toString());
            }
            if (Files.size(file) > LARGEST) {
                throw wrong(file, "size");
            }
            Raw raw = JSON.readValue(Files.readString(file), Raw.class);
            if (raw == null) {
                throw wrong(file, "null");
            }
            return raw.checked();
        } catch (JsonProcessingException e) {
            throw wrong(file, place(e));
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw wrong(file, "?");
        }
    }

    private static StartRefused wrong(Path file, String what) {
        return new StartRefused(Reason.CONFIGURATION_WRONG, file + " (" + what + ")");
    }

    /** The key if it is known, else line and column; never a piece of the file. */
    private static String place(JsonProcessingException e) {
        if (e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                && !mapping.getPath().isEmpty()
                && mapping.getPath().getLast().getFieldName() != null) {
            return mapping.getPath().getLast().getFieldName();
        }
        return Optional.ofNullable(e.getLocation())
                .map(at -> at.getLineNr() + ":" + at.getColumnNr())
                .orElse("?");
    }

    /** As it stands in the file. */
    private record Raw(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("listen") @Nullable RawListen listen,
            @JsonProperty("publicAddress") @Nullable String publicAddress,
            @JsonProperty("operator") @Nullable String operator) {
        CommunicationConfiguration checked() {
            return new CommunicationConfiguration(
                    present("name", name),
                    listen == null ? Listen.USUAL : listen.checked(),
                    endpoint("publicAddress", publicAddress),
                    endpoint("operator", operator));
        }

        private static Endpoint endpoint(String key, @Nullable String value) {
            String text = present(key, value);
            try {
                return Endpoint.parse(text);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(key, e);
            }
        }

        private static String present(String key, @Nullable String value) {
            if (value == null) {
                throw new IllegalArgumentException(key);
            }
            return value;
        }
    }

    /** As it stands in the file. */
    private record RawListen(
            @JsonProperty("host") @Nullable String host,
            @JsonProperty("port") @Nullable Integer port) {
        Listen checked() {
            return new Listen(host == null ? Listen.USUAL.host() : host, port == null ? Listen.USUAL.port() : port);
        }
    }
}

package org.beistand.protocol.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.protocol.wire.Codec;

/**
 * Where a server listens.
 *
 * @param host a DNS name or an address, as it stands in the server's certificate
 * @param port TCP, 1 to 65535
 */
public record Endpoint(String host, int port) {
    public static final Codec<Endpoint> CODEC =
            Codec.of(Codec.text(255), Endpoint::host, Codec.U16, Endpoint::port, Endpoint::new);
    /** The first rung of the ladder. */
    public static final int DEFAULT_PORT = 2000; // 001-99
    // Only an address in brackets may have colons: otherwise nobody could tell its end from a port.
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:\\[(?<v6>[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)]|(?<host>[A-Za-z0-9._-]{1,255}))(?::(?<port>[0-9]{1,5}))?");

    public Endpoint {
        if (host.isEmpty() || host.length() > 255 || !host.matches("[A-Za-z0-9.:_-]+") || port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("not an address");
        }
    }

    /** @param text {@code host}, {@code host:port} or {@code [v6]:port} */
    public static Endpoint parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("not an address");
        }
        String host = written.group("v6") == null ? written.group("host") : written.group("v6");
        String port = written.group("port");
        return new Endpoint(host, port == null ? DEFAULT_PORT : Integer.parseInt(port));
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}

package org.beistand.protocol.value;

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

    public Endpoint {
        if (host.isEmpty() || host.length() > 255 || !host.matches("[A-Za-z0-9.:_-]+") || port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("not an address");
        }
    }

    /** @param text {@code host}, {@code host:port} or {@code [v6]:port} */
    public static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0) {
                throw new IllegalArgumentException("not an address");
            }
            String host = text.substring(1, close);
            return close == text.length() - 1
                    ? new Endpoint(host, DEFAULT_PORT)
                    : new Endpoint(host, Integer.parseInt(text.substring(close + 2)));
        }
        return colon < 0
                ? new Endpoint(text, DEFAULT_PORT)
                : new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}

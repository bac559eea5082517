package org.beistand.operator.number;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where tries come from, as far as it is counted.
 *
 * @param address an IPv4 address; of IPv6 the first 64 bits, because one home has all the rest
 * @param network the IPv4 /24 or IPv6 /48 around it, about what one customer of a provider has
 */
public record Source(String address, String network) {
    private static final Source UNKNOWN = new Source("unknown", "unknown");

    public static Source of(SocketAddress address) {
        if (!(address instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            return UNKNOWN;
        }
        byte[] ip = socket.getAddress().getAddress();
        return ip.length == 4 ? new Source(first(ip, 4), first(ip, 3)) : new Source(first(ip, 8), first(ip, 6));
    }

    private static String first(byte[] ip, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(ip, bytes));
    }

    /** Addresses are nobody's business who reads a log. */
    @Override
    public String toString() {
        return "Source[hidden]";
    }
}

package org.beistand.transport.link;

import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The other end of a link.
 *
 * @param certificates its chain as verified against the site's authority, its own first
 * @param address where it connects from
 */
public record Peer(List<X509Certificate> certificates, SocketAddress address) {
    public Peer {
        certificates = List.copyOf(certificates);
    }
}

package org.beistand.operator.login;

import java.util.Optional;
import org.beistand.protocol.wire.Octets;

/** Reads the tickets that the domain issues for this server. A ticket says who somebody is, and nothing of what he may do. */
public interface Tickets extends AutoCloseable { // 001-42
    /** May block, for a short time. Empty for everything that is not a fresh ticket of our domain for this server. */
    Optional<Shown> read(Octets token);

    @Override
    void close();

    /** A ticket that could be read; whoever sent it has yet to show that he holds it on this connection. */
    interface Shown {
        DirectoryName.Principal holder();

        /** Proves that this server could read the ticket. */
        Octets reply();

        /** Of this server over its own certificate. */
        Octets mic();

        /** Whether the holder says that he sees our certificate at his end of the connection. */
        boolean isBoundBy(Octets mic);
    }
}

package org.beistand.client.meeting;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.beistand.protocol.wire.Octets;

/** What the domain of this machine says of the person who is signed in at it. */
public interface DomainTickets { // 001-42
    /** Asks nobody but this machine, which takes milliseconds. Empty for somebody who is not signed in at a domain. */
    Optional<Holder> holder();

    /** Somebody who is signed in at a domain. */
    interface Holder {
        /** As the domain has it, such as {@code anna@CLINIC.EXAMPLE}. */
        String name();

        /**
         * Asks the domain for a ticket that only the server on this host can read. Blocks for as long as the domain is silent. Empty if
         * it issues none.
         */
        Optional<Proof> prove(String host);
    }

    /** A ticket on its way. */
    interface Proof {
        Octets token();

        /**
         * Looks at the server's proof that it could read the ticket and has this certificate, and binds the ticket to it.
         *
         * @return what binds it; empty if the proof is none
         */
        Optional<Octets> bind(Octets reply, Octets mic, X509Certificate server);
    }

    /** For a machine without a domain. */
    static DomainTickets none() {
        return Optional::empty;
    }
}

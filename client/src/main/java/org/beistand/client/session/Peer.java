package org.beistand.client.session;

import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.beistand.client.session.SessionView.Person;
import org.beistand.crypto.channel.Binding;
import org.beistand.crypto.channel.SealedChannel;
import org.beistand.protocol.session.Phase;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Octets;

/** The sealed channel to one other person, and how far it has come. Belongs to the session's thread. */
final class Peer {
    final Person person;
    final SealedChannel channel;
    Phase phase = Phase.CHECKING;
    boolean established;
    Optional<Binding> binding = Optional.empty();
    Optional<PasswordRun> password = Optional.empty();
    Optional<CheckRun> check = Optional.empty();
    Optional<Octets> fingerprint = Optional.empty();
    Optional<ScheduledFuture<?>> deadline = Optional.empty();

    Peer(Person person, SealedChannel channel) {
        this.person = person;
        this.channel = channel;
    }

    ParticipantId id() {
        return person.id();
    }
}

package org.beistand.client.session;

import java.util.Optional;
import org.beistand.client.session.SessionView.Person;
import org.beistand.crypto.channel.SealedChannel;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Octets;

/** Makes the sealed channel that fits who the two are. */
public interface Channels {
    /**
     * @param self this person
     * @param fingerprint of the other guest's certificate, as the moderator introduced it; empty between a guest and the
     *     moderator
     */
    SealedChannel open(ParticipantId self, Person other, Optional<Octets> fingerprint);
}

package org.beistand.client.meeting;

import java.security.SecureRandom;
import java.util.Optional;
import org.beistand.client.session.Channels;
import org.beistand.client.session.SessionView.Person;
import org.beistand.crypto.channel.SealedChannel;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;

/** The moderator's end of every channel: his certificate for this session towards whom he admitted. */
record ModeratorChannels(Identity own, SessionId session, SecureRandom random) implements Channels {
    @Override
    public SealedChannel open(ParticipantId self, Person other, Optional<Octets> fingerprint) {
        return SealedChannel.moderator(own, session, random);
    }
}

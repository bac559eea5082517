package org.beistand.client.meeting;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.beistand.client.session.Channels;
import org.beistand.client.session.SessionView.Person;
import org.beistand.crypto.channel.SealedChannel;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;

/** A guest's ends: towards the certified moderator, and towards guests whom he introduced. */
record GuestChannels(Identity own, SessionId session, Anchors anchors, InstantSource clock, SecureRandom random)
        implements Channels {
    @Override
    public SealedChannel open(ParticipantId self, Person other, Optional<Octets> fingerprint) {
        return other.role() == Role.MODERATOR
                ? SealedChannel.guest(own, session, anchors, clock, random)
                : SealedChannel.betweenGuests(
                        own,
                        session,
                        self,
                        other.id(),
                        fingerprint.orElseThrow(() -> new IllegalStateException("nobody introduced them")),
                        random);
    }
}

package org.beistand.crypto.channel;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;

/** Two ends in one place that talk about nothing. */
final class WarmUp {
    private static final int[] SIZES = {64, 16 * 1024, 48 * 1024};
    private static final int ROUNDS = 120;

    private WarmUp() {}

    static void run(SecureRandom random, InstantSource clock) {
        SessionId session = SessionId.random(random);
        Identity one = SessionKey.generate(random).selfSigned(session, clock);
        Identity two = SessionKey.generate(random).selfSigned(session, clock);
        ParticipantId first = new ParticipantId(1);
        ParticipantId second = new ParticipantId(2);
        SealedChannel left = SealedChannel.betweenGuests(one, session, first, second, two.fingerprint(), random);
        SealedChannel right = SealedChannel.betweenGuests(two, session, second, first, one.fingerprint(), random);
        shakeHands(left, right);
        for (int round = 0; round < ROUNDS; round++) {
            for (int size : SIZES) {
                Octets message = Octets.of(new byte[size]);
                right.received(left.seal(message).bytes());
                left.received(right.seal(message).bytes());
            }
        }
        left.close();
        right.close();
    }

    private static void shakeHands(SealedChannel left, SealedChannel right) {
        Deque<Octets> toLeft = new ArrayDeque<>();
        Deque<Octets> toRight = new ArrayDeque<>();
        carry(left.start(), toRight);
        carry(right.start(), toLeft);
        while (!toLeft.isEmpty() || !toRight.isEmpty()) {
            if (!toLeft.isEmpty()) {
                carry(left.received(toLeft.remove()), toRight);
            }
            if (!toRight.isEmpty()) {
                carry(right.received(toRight.remove()), toLeft);
            }
        }
    }

    private static void carry(List<ChannelEvent> events, Deque<Octets> to) {
        for (ChannelEvent event : events) {
            if (event instanceof ChannelEvent.ToSend(Sealed sealed)) {
                to.add(sealed.bytes());
            }
        }
    }
}

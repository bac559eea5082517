package org.beistand.crypto.channel;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;

/**
 * One end of the seal between two people. It does no input and output of its own: what the relay brings is handed to
 * {@link #received}, what is to be sent comes back as events. Used by one thread at a time.
 *
 * <pre>
 *   FRESH --start--> SHAKING --the other end is who it must be--> OPEN --close, Closed--> OVER
 *                       |                                           |
 *                       +--anything wrong: Broken(SEAL_REFUSED)-----+--anything wrong: Broken(SEAL_BROKEN)--> OVER
 * </pre>
 *
 * <p>The client's end is OPEN one flight before the server's: that the server has accepted it, it learns from the first message.
 */
public final class SealedChannel { // 001-38, 001-40, 001-128
    /** The longest message in bytes. */
    public static final int LONGEST_MESSAGE = 64 * 1024;

    private static final int LENGTH_BYTES = 4;
    /** Records in one envelope that carry no part of a message: a change of keys takes one in each direction. */
    private static final int MOST_SILENT_RECORDS = 2;

    private enum State {
        FRESH,
        SHAKING,
        OPEN,
        OVER
    }

    private final ChannelEnd end;
    private final SessionId session;
    private final boolean server;
    private final TlsProtocol tls;
    private final Records records = new Records();
    private State state = State.FRESH;
    private int flights;

    private SealedChannel(ChannelEnd end, SessionId session, boolean server) {
        this.end = end;
        this.session = session;
        this.server = server;
        this.tls = server ? new TlsServerProtocol() : new TlsClientProtocol();
    }

    /**
     * The moderator's end towards one guest. He takes anybody with a certificate made for this session, whom the relay has
     * admitted at his word; who it is, the spoken check finds out.
     *
     * @param own his key with his session certificate
     */
    public static SealedChannel moderator(Identity own, SessionId session, SecureRandom random) {
        Expectation anyGuest = new Expectation.SomeGuest(session);
        return new SealedChannel(new ChannelEnd(new JdkFirstCrypto(random), own, anyGuest), session, true);
    }

    /**
     * A guest's end towards the moderator, whose certificate must be of this site and this session and valid now.
     *
     * @param own her key with her self-signed certificate
     */
    public static SealedChannel guest(
            Identity own, SessionId session, Anchors anchors, InstantSource clock, SecureRandom random) {
        Expectation moderator = new Expectation.TheModerator(session, anchors, clock);
        return new SealedChannel(new ChannelEnd(new JdkFirstCrypto(random), own, moderator), session, false);
    }

    /**
     * One end between two guests whom the moderator has introduced to each other.
     *
     * @param fingerprint of the other one's certificate, as the moderator said it over his own channel
     */
    public static SealedChannel betweenGuests(
            Identity own,
            SessionId session,
            ParticipantId me,
            ParticipantId other,
            Octets fingerprint,
            SecureRandom random) {
        if (me.equals(other)) {
            throw new IllegalArgumentException("nobody talks to himself");
        }
        Expectation introduced = new Expectation.TheIntroduced(session, fingerprint);
        return new SealedChannel(
                new ChannelEnd(new JdkFirstCrypto(random), own, introduced), session, me.compareTo(other) < 0);
    }

    /** Begins. The client's end sends the first flight; the server's waits for it. Called once. */
    public List<ChannelEvent> start() {
        if (state != State.FRESH) {
            throw new IllegalStateException("started before");
        }
        state = State.SHAKING;
        try {
            if (tls instanceof TlsServerProtocol accepting) {
                accepting.accept(new ServerEnd(end));
            } else if (tls instanceof TlsClientProtocol connecting) {
                connecting.connect(new ClientEnd(end));
            }
            List<ChannelEvent> events = new ArrayList<>(1);
            takeFlight(events);
            return events;
        } catch (IOException | RuntimeException e) {
            return broken();
        }
    }

    /**
     * What an envelope of the other end brought.
     *
     * @return what to do about it; nothing if the channel is over
     */
    public List<ChannelEvent> received(Octets sealed) {
        return switch (state) {
            case FRESH -> throw new IllegalStateException("not started");
            case OVER -> List.of();
            case SHAKING -> shaken(sealed);
            case OPEN -> opened(sealed);
        };
    }

    /**
     * Seals a message. What comes back must be sent in the order of the calls.
     *
     * @throws IllegalArgumentException beyond {@link #LONGEST_MESSAGE}
     * @throws IllegalStateException while the channel does not stand
     */
    public Sealed seal(Octets plain) {
        if (state != State.OPEN) {
            throw new IllegalStateException("the channel is not open");
        }
        int length = plain.length();
        if (length > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("a message of more than " + LONGEST_MESSAGE + " bytes");
        }
        byte[] framed = new byte[LENGTH_BYTES + length];
        framed[0] = (byte) (length >>> 24);
        framed[1] = (byte) (length >>> 16);
        framed[2] = (byte) (length >>> 8);
        framed[3] = (byte) length;
        plain.copyTo(framed, LENGTH_BYTES);
        try {
            tls.writeApplicationData(framed, 0, framed.length);
        } catch (IOException e) {
            state = State.OVER;
            throw new IllegalStateException("nothing can be sealed any more", e);
        }
        return new Sealed(Octets.of(flight()));
    }

    /** Ends the channel in good order. Nothing goes in or out any more but what comes back here. */
    public List<ChannelEvent> close() {
        boolean open = state == State.OPEN;
        state = State.OVER;
        try {
            tls.close();
        } catch (IOException | RuntimeException e) {
            return List.of(); // it was never started, or is over
        }
        return open ? List.of(new ChannelEvent.ToSend(new Sealed(Octets.of(flight())))) : List.of();
    }

    /**
     * Lets a throw-away pair of channels talk, so that the machine has compiled what the first pictures will need. Takes some
     * hundred milliseconds: to be called while the person still types.
     */
    public static void warmUp(SecureRandom random, InstantSource clock) {
        WarmUp.run(random, clock);
    }

    /** The client hears one flight, the server two; each brings the handshake on or ends it. Nobody is asked twice. */
    private List<ChannelEvent> shaken(Octets sealed) {
        try {
            Optional<List<Octets>> split = sealed.length() > Sealed.LONGEST ? Optional.empty() : records.split(sealed);
            if (split.isEmpty()) {
                return broken();
            }
            flights++;
            for (Octets record : split.get()) {
                if (tls.isClosed() || end.met().isPresent()) {
                    return broken(); // something behind the last word of the handshake
                }
                offer(record);
            }
            Optional<Expectation.Met> met = end.met();
            if (tls.isClosed() || met.isPresent() != (flights == (server ? 2 : 1))) {
                return broken();
            }
            List<ChannelEvent> events = new ArrayList<>(2);
            takeFlight(events);
            if (met.isPresent()) {
                state = State.OPEN;
                events.add(established(met.get()));
            }
            return events.isEmpty() ? broken() : events;
        } catch (IOException | RuntimeException e) {
            return broken();
        }
    }

    private List<ChannelEvent> opened(Octets sealed) {
        try {
            Optional<List<Octets>> split = sealed.length() > Sealed.LONGEST ? Optional.empty() : records.split(sealed);
            if (split.isEmpty()) {
                return broken();
            }
            int silent = 0;
            for (Octets record : split.get()) {
                int before = tls.getAvailableInputBytes();
                offer(record);
                if (tls.isClosed()) {
                    return farewell(split.get().size());
                }
                silent += tls.getAvailableInputBytes() == before ? 1 : 0;
                if (silent > MOST_SILENT_RECORDS) {
                    return broken();
                }
            }
            return message();
        } catch (IOException | RuntimeException e) {
            return broken();
        }
    }

    /** Exactly one message: an envelope that brings less or more has been tampered with. */
    private List<ChannelEvent> message() {
        int available = tls.getAvailableInputBytes();
        if (available < LENGTH_BYTES) {
            return broken();
        }
        byte[] framed = new byte[available];
        tls.readInput(framed, 0, available);
        int length = (framed[0] & 0xFF) << 24 | (framed[1] & 0xFF) << 16 | (framed[2] & 0xFF) << 8 | framed[3] & 0xFF;
        return length == available - LENGTH_BYTES && length <= LONGEST_MESSAGE
                ? List.of(new ChannelEvent.Opened(Octets.of(framed, LENGTH_BYTES, length)))
                : broken();
    }

    private List<ChannelEvent> farewell(int records) {
        state = State.OVER;
        return records == 1 && tls.getAvailableInputBytes() == 0
                ? List.of(new ChannelEvent.Closed())
                : List.of(new ChannelEvent.Broken(Reason.SEAL_BROKEN));
    }

    private List<ChannelEvent> broken() {
        Reason reason = state == State.OPEN ? Reason.SEAL_BROKEN : Reason.SEAL_REFUSED;
        state = State.OVER;
        return List.of(new ChannelEvent.Broken(reason));
    }

    /** The library deciphers in place, so it gets a copy: envelopes are immutable. */
    private void offer(Octets record) throws IOException {
        tls.offerInput(record.toArray());
    }

    private void takeFlight(List<ChannelEvent> events) {
        if (tls.getAvailableOutputBytes() > 0) {
            events.add(new ChannelEvent.ToSend(new Sealed(Records.toSend(flight()))));
        }
    }

    private byte[] flight() {
        byte[] flight = new byte[tls.getAvailableOutputBytes()];
        tls.readOutput(flight, 0, flight.length);
        return flight;
    }

    private ChannelEvent.Established established(Expectation.Met met) {
        Octets mine = end.fingerprint();
        Octets theirs = Certificates.fingerprint(met.certificate());
        Binding binding = server ? Binding.of(session, mine, theirs) : Binding.of(session, theirs, mine);
        return new ChannelEvent.Established(binding, ChannelEnd.SUITE_NAME, met.certificate(), met.moderator());
    }
}

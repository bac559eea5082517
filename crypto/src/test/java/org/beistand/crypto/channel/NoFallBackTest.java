package org.beistand.crypto.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** There is one way to agree. Whoever offers another finds no channel; whoever agreed and then misbehaves loses it. */
@Tag("001-38")
class NoFallBackTest {
    private static final List<ChannelEvent> REFUSED = List.of(new ChannelEvent.Broken(Reason.SEAL_REFUSED));
    private static final List<ChannelEvent> NOTICED = List.of(new ChannelEvent.Broken(Reason.SEAL_BROKEN));

    private final Site site = new Site();
    private final SessionId session = SessionId.random(site.random);
    private final Identity doctor = site.moderator(session, "Dr. Grün", "Nord");

    private SealedChannel moderator() {
        SealedChannel moderator = SealedChannel.moderator(doctor, session, site.random);
        moderator.start();
        return moderator;
    }

    private ForeignClient client() {
        return ForeignClient.with(site.random).showing(site.guest(session));
    }

    @Test
    void aForeignClientThatOffersWhatIsDemandedIsLetIn() throws IOException {
        assertTrue(open(client(), moderator()).toString().contains("Established"));
    }

    @Test
    void aClientWithClassicalGroupsOnlyIsRefused() throws IOException {
        for (Integer classical : new Integer[] {NamedGroup.x25519, NamedGroup.secp256r1, NamedGroup.secp384r1}) {
            assertEquals(
                    REFUSED, moderator().received(client().groups(classical).hello()));
        }
        assertEquals(
                REFUSED,
                moderator()
                        .received(client().groups(NamedGroup.x25519, NamedGroup.secp256r1, NamedGroup.MLKEM768)
                                .hello()));
    }

    /** It says that it could, but brings a key for the classical group only. It is not asked again. */
    @Test
    void aClientThatPrefersAClassicalGroupCannotBringItThrough() throws IOException {
        ForeignClient client =
                client().groups(NamedGroup.secp256r1, NamedGroup.X25519MLKEM768).keyShares(NamedGroup.secp256r1);
        assertEquals(REFUSED, moderator().received(client.hello()));
    }

    @Test
    void aClientOfAnOlderVersionOrAnotherCipherIsRefused() throws IOException {
        assertEquals(
                REFUSED,
                moderator()
                        .received(client().versions(ProtocolVersion.TLSv12)
                                .suites(CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384)
                                .groups(NamedGroup.secp256r1)
                                .hello()));
        for (int suite : new int[] {CipherSuite.TLS_AES_128_GCM_SHA256, CipherSuite.TLS_CHACHA20_POLY1305_SHA256}) {
            assertEquals(REFUSED, moderator().received(client().suites(suite).hello()));
        }
    }

    @Test
    void aServerWithClassicalGroupsOnlyIsRefused() {
        for (int classical : new int[] {NamedGroup.x25519, NamedGroup.secp256r1}) {
            SealedChannel guest =
                    SealedChannel.guest(site.guest(session), session, site.anchors, site.clock, site.random);
            Octets hello =
                    ((ChannelEvent.ToSend) guest.start().getFirst()).sealed().bytes();
            ForeignServer server = new ForeignServer(site.random, doctor, classical);
            assertThrows(IOException.class, () -> server.answer(hello));
            byte[] alert = new byte[server.protocol.getAvailableOutputBytes()];
            server.protocol.readOutput(alert, 0, alert.length);
            assertEquals(REFUSED, guest.received(Octets.of(alert)));
        }
    }

    @Test
    void aServerThatDoesNotAskWhoComesIsRefused() throws IOException {
        SealedChannel guest = SealedChannel.guest(site.guest(session), session, site.anchors, site.clock, site.random);
        Octets hello = ((ChannelEvent.ToSend) guest.start().getFirst()).sealed().bytes();
        ForeignServer server = new ForeignServer(site.random, doctor, NamedGroup.X25519MLKEM768);
        assertEquals(REFUSED, guest.received(server.answer(hello)));
    }

    /** The length in front is the sender's claim; whatever does not fit what came is not a message. */
    @Test
    void aLengthThatLiesEndsTheChannel() throws IOException {
        for (byte[] lie : List.of(
                new byte[] {0, 0, 0, 1},
                new byte[] {0, 0, 0},
                new byte[] {0, 0, 0, 1, 7, 7},
                new byte[] {0x7F, -1, -1, -1, 7},
                new byte[] {-1, -1, -1, -1},
                new byte[] {0, 0, 0, 0, 0, 0, 0, 0}, // two messages
                tooLong())) {
            ForeignClient client = client();
            SealedChannel moderator = moderator();
            open(client, moderator);
            assertEquals(NOTICED, moderator.received(client.sealed(lie)), Arrays.toString(Arrays.copyOf(lie, 8)));
        }
    }

    private static byte[] tooLong() {
        byte[] message = new byte[4 + SealedChannel.LONGEST_MESSAGE + 1];
        message[1] = 1;
        message[3] = 1;
        return message;
    }

    @Test
    void changingKeysAllTheTimeEndsTheChannel() throws IOException {
        ForeignClient client = client();
        SealedChannel moderator = moderator();
        open(client, moderator);
        client.protocol.changeKeys();
        byte[] word = {0, 0, 0, 1, 42};
        assertEquals(List.of(new ChannelEvent.Opened(Octets.of((byte) 42))), moderator.received(client.sealed(word)));
        client.protocol.changeKeys();
        client.protocol.changeKeys();
        client.protocol.changeKeys();
        assertEquals(NOTICED, moderator.received(client.sealed(word)));
    }

    @Test
    void changingKeysForNothingEndsTheChannel() throws IOException {
        ForeignClient client = client();
        SealedChannel moderator = moderator();
        open(client, moderator);
        client.protocol.changeKeys();
        assertEquals(NOTICED, moderator.received(client.flight()));
    }

    private static List<ChannelEvent> open(ForeignClient client, SealedChannel moderator) throws IOException {
        List<ChannelEvent> answer = moderator.received(client.hello());
        return moderator.received(
                client.answer(((ChannelEvent.ToSend) answer.getFirst()).sealed().bytes()));
    }
}

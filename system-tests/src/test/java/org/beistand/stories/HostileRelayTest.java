package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.beistand.client.desktop.Area;
import org.beistand.client.session.SessionView;
import org.beistand.house.Eventually;
import org.beistand.house.HostileLine;
import org.beistand.house.House;
import org.beistand.house.Pair;
import org.beistand.house.SeenScreen;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a communication server could try: it reads nothing, and whatever it changes ends that channel. */
@Tag("001-40")
@Tag("001-128")
class HostileRelayTest {
    private static final byte[] SECRET = "calibration secret 42: do not read".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final HostileLine engineersLine = new HostileLine();
    private final HostileLine line = new HostileLine();
    private House house;
    private Pair pair;

    @BeforeEach
    void theyMeet() throws Exception {
        house = new House(folder);
        pair = Pair.meet(
                house,
                House.Machine.of("engineer", engineersLine::between),
                House.Machine.of("customer", line::between));
    }

    @AfterEach
    void closeTheHouse() {
        house.close();
    }

    @Test
    void itReadsNeitherFilesNorClipboardNorPictures() throws Exception {
        pair.engineersMachine.desktop().clipboard = new String(SECRET, StandardCharsets.UTF_8);
        pair.grant(Permission.PUT_CLIPBOARD);
        pair.engineer.session.putClipboard(pair.anna);
        Eventually.so("put", () -> !pair.customersMachine.desktop().clipboard.isEmpty());
        Path file = Files.write(folder.resolve("secret.txt"), SECRET);
        pair.engineer.session.offerFiles(pair.anna, List.of(file));
        pair.customer.session.allow(
                pair.customer.isAsked(Permission.SEND_FILE).id(), Files.createDirectories(folder.resolve("in")));
        pair.customer.sees(
                "arrived",
                now -> !now.transfers().isEmpty()
                        && now.transfers().getFirst().state() instanceof SessionView.Finished);
        pair.customersMachine.desktop().paint(new Area(20, 30, 200, 24), writing());
        int[] noise = new Random(7).ints(64 * 64, 0, 1 << 24).toArray();
        pair.customersMachine.desktop().paint(new Area(100, 100, 64, 64), noise);
        SeenScreen seen = new SeenScreen();
        pair.engineer.session.view(pair.anna, Optional.of(seen));
        pair.grant(Permission.VIEW_SCREEN);
        Eventually.so("seen", () -> seen.equalsScreen(pair.customersMachine.desktop()));
        // Both lines together are all that a communication server receives and sends in this session.
        for (HostileLine recording : List.of(engineersLine, line)) {
            assertTrue(recording.carried("Anna Weiß".getBytes(StandardCharsets.UTF_8)), "it does know who meets");
            assertFalse(recording.carried(SECRET));
            // Pixels that no encoder can make shorter: eight in a row would be found in any usual order.
            for (List<Integer> order :
                    List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(0, 1, 2, 3), List.of(2, 1, 0, 3))) {
                assertFalse(recording.carried(bytes(noise, order)));
            }
        }
    }

    /** The secret, as somebody would read it from the screen. */
    private static int[] writing() {
        BufferedImage image = new BufferedImage(200, 24, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.drawString(new String(SECRET, StandardCharsets.UTF_8), 4, 16);
        pen.dispose();
        return image.getRGB(0, 0, 200, 24, null, 0, 200);
    }

    /** @param order which byte of a pixel comes first: 0 is blue, 3 is opaque */
    private static byte[] bytes(int[] pixels, List<Integer> order) {
        byte[] bytes = new byte[8 * order.size()];
        for (int i = 0; i < bytes.length; i++) {
            int pixel = 0xFF000000 | pixels[i / order.size()];
            bytes[i] = (byte) (pixel >> 8 * order.get(i % order.size()));
        }
        return bytes;
    }

    @Test
    void anAlteredEnvelopeEndsTheChannel() throws Exception {
        pair.grant(Permission.REMOTE_CONTROL);
        line.play(envelope -> {
            byte[] sealed = envelope.sealed().toArray();
            sealed[sealed.length - 1] ^= 1;
            return List.of(with(envelope, envelope.other(), Octets.of(sealed)));
        });
        anInputIsSent();
        theChannelIsOver();
    }

    @Test
    void aRepeatedEnvelopeEndsTheChannelAndActsOnce() throws Exception {
        pair.grant(Permission.REMOTE_CONTROL);
        line.play(envelope -> List.of(envelope, envelope));
        anInputIsSent();
        theChannelIsOver();
        assertTrue(pair.customersMachine.desktop().done.size() <= 1);
    }

    @Test
    void aDroppedEnvelopeEndsTheChannelWithTheNextOne() throws Exception {
        pair.grant(Permission.REMOTE_CONTROL);
        List<Envelope> dropped = new CopyOnWriteArrayList<>();
        line.play(envelope -> dropped.isEmpty() && dropped.add(envelope) ? List.of() : List.of(envelope));
        anInputIsSent();
        anInputIsSent();
        theChannelIsOver();
        assertEquals(List.of(), pair.customersMachine.desktop().done);
    }

    @Test
    void reorderedEnvelopesEndTheChannel() throws Exception {
        pair.grant(Permission.REMOTE_CONTROL);
        List<Envelope> held = new ArrayList<>();
        Function<Envelope, List<Envelope>> swap = envelope -> {
            held.add(envelope);
            return held.size() < 2 ? List.of() : List.of(held.get(1), held.get(0));
        };
        line.play(swap);
        anInputIsSent();
        anInputIsSent();
        theChannelIsOver();
        assertEquals(List.of(), pair.customersMachine.desktop().done);
    }

    @Test
    void envelopesOfAnotherParticipantAreNotTakenForHis() throws Exception {
        pair.grant(Permission.REMOTE_CONTROL);
        List<Envelope> swapped = new CopyOnWriteArrayList<>();
        line.play(envelope -> {
            swapped.add(with(envelope, new ParticipantId(99), envelope.sealed()));
            return List.copyOf(swapped);
        });
        anInputIsSent();
        Eventually.so("it went by", () -> !swapped.isEmpty());
        line.play(List::of);
        anInputIsSent();
        theChannelIsOver();
        assertEquals(List.of(), pair.customersMachine.desktop().done);
    }

    @Test
    void anEnvelopeCountedAsAnotherKindEndsTheChannel() throws Exception {
        pair.grant(Permission.REMOTE_CONTROL);
        line.play(envelope -> List.of(new Envelope(envelope.other(), Traffic.FILES, envelope.sealed())));
        anInputIsSent();
        pair.customer.isOver(Reason.PROTOCOL_VIOLATION);
        assertEquals(List.of(), pair.customersMachine.desktop().done);
    }

    private void anInputIsSent() {
        pair.engineer.session.hands(pair.anna).pointer(33, 44);
    }

    private void theChannelIsOver() throws Exception {
        pair.customer.isOver(Reason.SEAL_BROKEN);
        assertTrue(pair.customer.view().given().isEmpty());
        pair.engineer.sees("alone", now -> now.people().isEmpty() && now.held().isEmpty());
    }

    private static Envelope with(Envelope envelope, ParticipantId other, Octets sealed) {
        return new Envelope(other, envelope.kind(), sealed);
    }
}

package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.session.SessionView.Listening;
import org.beistand.client.session.SessionView.Present;
import org.beistand.house.Eventually;
import org.beistand.house.HostileModerator;
import org.beistand.house.House;
import org.beistand.house.Pair;
import org.beistand.house.Reports;
import org.beistand.house.Somebody;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.SessionVocabulary;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.clipboard.ClipboardWanted;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.consent.RightWithdrawn;
import org.beistand.protocol.session.control.AllReleased;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.KeyChanged;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.files.FilePart;
import org.beistand.protocol.session.files.FileSent;
import org.beistand.protocol.session.files.TransferOffered;
import org.beistand.protocol.session.screen.FrameShown;
import org.beistand.protocol.session.screen.MonitorPlace;
import org.beistand.protocol.session.screen.MonitorsTold;
import org.beistand.protocol.session.screen.ScreenStarted;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hostile moderator's program with a real account tries every action in every state; nothing may happen. */
@Tag("001-52")
@Tag("001-56")
@Tag("001-134")
class NothingWithoutConsentTest {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final List<Permission> TRIED = List.of(
            Permission.REMOTE_CONTROL, Permission.PUT_CLIPBOARD, Permission.TAKE_CLIPBOARD, Permission.SEND_FILE);
    private static final Optional<Sighting> SEEN = new FakeDesktop().sighting(10, 10);
    private static final Octets HASH = Octets.of(new byte[32]);

    @TempDir
    Path folder;

    private House house;
    private House.Machine machine;
    private HostileModerator hostile;
    private Somebody customer;

    @BeforeEach
    void theHostileModeratorWaits() throws Exception {
        house = new House(folder);
        hostile = new HostileModerator(house);
        machine = House.Machine.of("customer");
        machine.desktop().clipboard = "private";
        customer = Pair.join(house, machine, hostile.number, "Anna");
        customer.seesPerson(Listening.class);
    }

    @AfterEach
    void closeTheHouse() {
        hostile.close();
        house.close();
    }

    @Test
    void anActionBeforeTheCodeWasComparedEndsTheChannel() throws Exception {
        hostile.say(new PointerMoved(1, 10, 10));
        customer.isOver(Reason.PROTOCOL_VIOLATION);
        assertNothingHappened();
    }

    @Test
    void everyActionWithoutAGrantIsRefusedAndReported() throws Exception {
        together();
        for (int epoch : List.of(0, 1, 2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            for (SessionMessage action : actions(epoch)) {
                hostile.say(action);
            }
        }
        awaitTheLast();
        assertNothingHappened();
        for (Permission permission : TRIED) {
            Eventually.so(
                    "he is told: " + permission,
                    () -> hostile.heard.stream()
                            .anyMatch(
                                    one -> one instanceof ActionRefused refused && refused.permission() == permission));
        }
        hostile.leave();
        var refused = Reports.statements(house.report(), "ActionsRefused");
        List<String> rights = refused.stream()
                .map(one -> one.findValue("permission").asText())
                .distinct()
                .toList();
        for (Permission permission : TRIED) {
            assertTrue(rights.contains(permission.name()), () -> permission + " is not in " + refused);
        }
    }

    @Test
    @Tag("001-66")
    void noActionUnderAnotherEpochOrAfterAWithdrawalIsDone() throws Exception {
        together();
        int epoch = granted(Permission.REMOTE_CONTROL);
        hostile.say(new PointerMoved(epoch + 1, 7, 7));
        hostile.say(new PointerMoved(epoch - 1, 8, 8));
        hostile.say(new PointerMoved(epoch, 9, 9));
        Eventually.so("what is allowed is done", () -> machine.desktop().done.contains("move 9 9"));
        assertEquals(List.of("move 9 9"), machine.desktop().done);
        machine.desktop().pressSecurityKey();
        for (SessionMessage action : actions(epoch)) {
            hostile.say(action);
        }
        awaitTheLast();
        assertEquals(List.of("move 9 9"), machine.desktop().done);
        int second = granted(Permission.REMOTE_CONTROL);
        assertTrue(second != epoch);
        hostile.say(new PointerMoved(epoch, 5, 5));
        customer.session.withdraw(customer.seesPerson(Present.class).id(), Permission.REMOTE_CONTROL);
        hostile.say(new PointerMoved(second, 6, 6));
        awaitTheLast();
        assertEquals(List.of("move 9 9"), machine.desktop().done);
    }

    @Test
    @Tag("001-64")
    void nothingIsOperatedWhileThePictureIsPaused() throws Exception {
        together();
        int epoch = granted(Permission.REMOTE_CONTROL);
        customer.session.pause(true);
        for (SessionMessage action : actions(epoch)) {
            hostile.say(action);
        }
        awaitTheLast();
        assertEquals(
                List.of(),
                machine.desktop().done.stream()
                        .filter(one -> one.endsWith("down"))
                        .toList());
        assertFalse(machine.desktop().done.stream().anyMatch(one -> one.startsWith("move")));
    }

    @Test
    void heCannotGrantHimselfAnything() throws Exception {
        together();
        for (Permission permission : Permission.values()) {
            hostile.say(new RightGranted(1, permission, 1, FAR));
        }
        for (SessionMessage action : actions(1)) {
            hostile.say(action);
        }
        awaitTheLast();
        assertNothingHappened();
    }

    @Test
    void questionsDoNotPileUpAndSilenceGrantsNothing() throws Exception {
        together();
        for (int ask = 1; ask <= 200; ask++) {
            hostile.say(new RightRequested(ask, Permission.REMOTE_CONTROL, List.of()));
        }
        awaitTheLast();
        customer.isAsked(Permission.REMOTE_CONTROL);
        assertEquals(2, customer.view().questions().size(), "one for control, and the one that was asked last");
        assertNothingHappened();
    }

    @Test
    void anotherFileThanTheOneThatWasAllowedIsRefused() throws Exception {
        together();
        FileOffer shown = new FileOffer("harmless.txt", 4);
        hostile.say(new RightRequested(7, Permission.SEND_FILE, List.of(shown)));
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        customer.session.allow(customer.isAsked(Permission.SEND_FILE).id(), downloads);
        int epoch = epochOf(Permission.SEND_FILE);
        hostile.say(new TransferOffered(1, epoch, List.of(new FileOffer("other.exe", 4))));
        hostile.say(new FilePart(1, 0, 0, Octets.of(new byte[4])));
        hostile.say(new TransferOffered(2, epoch, List.of(new FileOffer("../harmless.txt", 4))));
        hostile.say(new TransferOffered(3, epoch, List.of(shown, shown)));
        awaitTheLast();
        try (var files = Files.list(downloads)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @MethodSource
    void wordsThatAreNoneEndTheChannel(String what, Octets plain) throws Exception {
        together();
        granted(Permission.REMOTE_CONTROL);
        hostile.say(Traffic.CONTROL, plain);
        customer.isOver(Reason.PROTOCOL_VIOLATION);
        assertEquals(List.of(), machine.desktop().done);
    }

    static List<Arguments> wordsThatAreNoneEndTheChannel() {
        Octets lawful = SessionVocabulary.TABLE.encode(new PointerMoved(1, 10, 10));
        byte[] foreign = lawful.toArray();
        foreign[0] = 0x7F;
        return List.of(
                Arguments.of("truncated", lawful.slice(0, lawful.length() - 1)),
                Arguments.of("empty", Octets.EMPTY),
                Arguments.of("with one byte more", Octets.of(Arrays.copyOf(lawful.toArray(), lawful.length() + 1))),
                Arguments.of("oversized", Octets.of(Arrays.copyOf(lawful.toArray(), 60_000))),
                Arguments.of("of no vocabulary", Octets.of(foreign)));
    }

    @Test
    void aChannelThatIsClosedWithoutAWordLeavesNoRight() throws Exception {
        together();
        granted(Permission.REMOTE_CONTROL);
        hostile.closeChannel();
        customer.isOver(Reason.SEAL_BROKEN);
        assertTrue(customer.view().given().isEmpty());
        assertFalse(machine.desktop().listensToSecurityKey());
    }

    @Test
    void anEnvelopeSentTwiceActsOnceAndEndsTheChannel() throws Exception {
        together();
        int epoch = granted(Permission.REMOTE_CONTROL);
        hostile.sealed(
                List.of(new PointerMoved(epoch, 9, 9)), envelopes -> List.of(envelopes.get(0), envelopes.get(0)));
        customer.isOver(Reason.SEAL_BROKEN);
        assertTrue(machine.desktop().done.size() <= 1, machine.desktop().done::toString);
    }

    @Test
    void envelopesInAnotherOrderEndTheChannel() throws Exception {
        together();
        int epoch = granted(Permission.REMOTE_CONTROL);
        hostile.sealed(
                List.of(new PointerMoved(epoch, 1, 1), new PointerMoved(epoch, 2, 2)),
                envelopes -> List.of(envelopes.get(1), envelopes.get(0)));
        customer.isOver(Reason.SEAL_BROKEN);
        assertEquals(List.of(), machine.desktop().done);
    }

    @Test
    void anExpiredGrantIsNone() throws Exception {
        together();
        int epoch = granted(Permission.REMOTE_CONTROL);
        hostile.say(new PointerMoved(epoch, 9, 9));
        Eventually.so("what is allowed is done", () -> machine.desktop().done.contains("move 9 9"));
        machine.clock().putForward(Duration.ofHours(8).plusSeconds(1));
        for (SessionMessage action : actions(epoch)) {
            hostile.say(action);
        }
        awaitTheLast();
        assertEquals(List.of("move 9 9"), machine.desktop().done);
        customer.sees("the right is gone", now -> now.given().isEmpty());
        Eventually.so(
                "he is told",
                () -> hostile.heard.stream()
                        .anyMatch(one ->
                                one instanceof RightWithdrawn withdrawn && withdrawn.reason() == Reason.GRANT_EXPIRED));
        hostile.leave();
        var ended = Reports.statements(house.report(), "RightEnded");
        assertEquals("GRANT_EXPIRED", ended.getFirst().findValue("reason").asText());
    }

    @Test
    void aWordCountedAsAnotherKindEndsTheChannel() throws Exception {
        together();
        hostile.say(Traffic.FILES, SessionVocabulary.TABLE.encode(new PointerMoved(1, 10, 10)));
        customer.isOver(Reason.PROTOCOL_VIOLATION);
        assertNothingHappened();
    }

    @Test
    void bytesThatWereNotSealedEndTheChannel() throws Exception {
        together();
        hostile.send(SessionVocabulary.TABLE.encode(new PointerMoved(1, 10, 10)));
        customer.isOver(Reason.SEAL_BROKEN);
        assertNothingHappened();
    }

    private void together() throws Exception {
        customer.session.pickCode(customer.seesPerson(Listening.class).id(), Optional.of(hostile.code()));
        customer.seesPerson(Present.class);
    }

    /** He asks and she allows it. @return the epoch of the grant */
    private int granted(Permission permission) throws Exception {
        hostile.heard.clear();
        hostile.say(new RightRequested(1000 + permission.code(), permission, List.of()));
        customer.session.allow(customer.isAsked(permission).id(), folder);
        return epochOf(permission);
    }

    private int epochOf(Permission permission) throws Exception {
        return Eventually.get(
                "the grant",
                () -> hostile.heard.stream()
                        .filter(RightGranted.class::isInstance)
                        .map(RightGranted.class::cast)
                        .filter(one -> one.permission() == permission)
                        .map(RightGranted::epoch)
                        .findFirst());
    }

    /** A lawful question after all that; when it is asked, everything before it was dealt with. */
    private void awaitTheLast() throws Exception {
        hostile.say(new RightRequested(9999, Permission.TAKE_CLIPBOARD, List.of()));
        customer.isAsked(Permission.TAKE_CLIPBOARD);
    }

    private static List<SessionMessage> actions(int epoch) {
        List<SessionMessage> all = new ArrayList<>();
        all.add(new PointerMoved(epoch, 10, 10));
        all.add(new ButtonChanged(epoch, 10, 10, 1, true, SEEN));
        all.add(new ButtonChanged(epoch, 10, 10, 1, true, Optional.empty()));
        all.add(new ButtonChanged(epoch, 10, 10, 1, false, Optional.empty()));
        all.add(new WheelTurned(epoch, 10, 10, 1, 1, SEEN));
        all.add(new KeyChanged(epoch, 4, 'a', false, true));
        all.add(new KeyChanged(epoch, 0x44, 0, true, true));
        all.add(new AllReleased(epoch));
        all.add(new ClipboardPut(epoch, "evil"));
        all.add(new ClipboardWanted(epoch));
        all.add(new ClipboardTaken(epoch, "evil"));
        all.add(new ScreenStarted(epoch, 100, 100));
        all.add(new MonitorsTold(epoch, List.of(new MonitorPlace(1, "evil", 0, 0, 100, 100, true, 100))));
        all.add(new FrameShown(epoch, 1));
        all.add(new TransferOffered(77, epoch, List.of(new FileOffer("evil.exe", 3))));
        all.add(new FilePart(77, 0, 0, Octets.of(new byte[3])));
        all.add(new FileSent(77, 0, HASH));
        return all;
    }

    private void assertNothingHappened() {
        assertEquals(List.of(), machine.desktop().done);
        assertEquals(0, machine.desktop().grabs);
        assertEquals("private", machine.desktop().clipboard);
        assertEquals(List.of(), customer.view().given());
        assertEquals(List.of(), customer.view().transfers());
        assertTrue(hostile.heard.stream().noneMatch(ClipboardTaken.class::isInstance));
        assertTrue(hostile.heard.stream().noneMatch(RightGranted.class::isInstance));
    }
}

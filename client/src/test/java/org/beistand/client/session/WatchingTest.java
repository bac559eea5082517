package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Verdict;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.release.KnownWindows;
import org.beistand.client.release.MaskedPicture;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.OwnPlaces;
import org.beistand.client.release.Pause;
import org.beistand.client.release.PictureRelease;
import org.beistand.client.release.Released;
import org.beistand.client.release.Sharing;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream that begins anew, and answers that belong to the one before. */
class WatchingTest {
    private static final ParticipantId VIEWER = Views.id(1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Gate gate = new Gate(() -> NOW);
    private final Grant grant = gate.allow(VIEWER, Permission.VIEW_SCREEN, Duration.ofHours(1));
    private final Sharing sharing = new Sharing();
    private final PictureRelease release = new PictureRelease(gate, new Pause(), sharing);
    private final MaskedScreen screen = new MaskedScreen(
            sharing, new KnownWindows(OwnPlaces.NONE, Optional.empty(), 7), new FakeDesktop().openScreen(), () -> NOW);
    private final Watching watching = new Watching(grant, () -> NOW);

    @AfterEach
    void everythingIsClosed() {
        watching.close();
        screen.close();
    }

    private Released<MaskedPicture> picture() {
        return switch (gate.permit(VIEWER, Permission.VIEW_SCREEN, grant.epoch(), screen.look())) {
            case Verdict.Allowed<MaskedPicture>(var permitted) ->
                release.release(permitted).orElseThrow();
            case Verdict.Refused<MaskedPicture>(var reason) -> throw new IllegalStateException(reason.name());
        };
    }

    /** @return its number */
    private int send(boolean leaves) {
        Released<MaskedPicture> released = picture();
        if (watching.isFresh()) {
            watching.begin(released.value().picture());
        }
        assertTrue(watching.mayHaveOne());
        assertTrue(watching.encode(released, List.of()).isPresent());
        if (leaves) {
            watching.left(watching.stream(), watching.frame());
        }
        return watching.frame();
    }

    @Test
    void anAnswerMakesRoomForTheNextPicture() {
        int first = send(true);
        assertFalse(watching.mayHaveOne());
        assertTrue(watching.shown(first));
        assertTrue(watching.mayHaveOne());
    }

    @Test
    void nobodyHasSeenWhatHasNotLeft() {
        int first = send(false);
        assertFalse(watching.shown(first));
        assertFalse(watching.mayHaveOne());
    }

    @Test
    void aLateAnswerToAnEarlierStreamMeansNothing() {
        int old = send(true);
        watching.restart();
        assertFalse(watching.shown(old), "while nothing of the new stream has left");
        int fresh = send(true);
        assertEquals(old + 1, fresh, "numbers go on");
        watching.shown(old);
        assertFalse(watching.mayHaveOne(), "the new picture is still under way");
        assertTrue(watching.shown(fresh));
        assertTrue(watching.mayHaveOne());
    }
}

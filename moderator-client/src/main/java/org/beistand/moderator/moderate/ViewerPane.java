package org.beistand.moderator.moderate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.beistand.client.session.Session;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.viewer.CoarseRemark;
import org.beistand.client.ui.viewer.ScreenView;
import org.beistand.client.ui.viewer.ScreenViewer;
import org.beistand.client.ui.viewer.ViewerTools;
import org.beistand.client.ui.viewer.Zoom;
import org.beistand.moderator.moderate.Moderating.RightState;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/** The selected person's screen, as soon as she allows it, with the few buttons that belong to it. */
final class ViewerPane extends BorderPane {
    private final Moderating moderating;
    private final ScreenView screen;
    private final ScreenViewer viewer;
    private Optional<ParticipantId> viewed = Optional.empty();
    private Optional<ParticipantId> operated = Optional.empty();
    private final ViewerTools tools;
    private final CoarseRemark coarse;
    /** How each person's screen was looked at last, for as long as the session lasts. */
    private final Map<ParticipantId, Look> looks = new HashMap<>();

    private record Look(Zoom zoom, OptionalInt monitor) {
        static final Look FIRST = new Look(Zoom.FIT, OptionalInt.empty());
    }

    /**
     * @param windows runs tasks on the FX thread, in order
     * @param ticker counts for how long the picture is coarse
     */
    ViewerPane(Moderating moderating, Parts parts, Executor windows, Ticker ticker) {
        this.moderating = moderating;
        Texts texts = parts.texts();
        screen = new ScreenView(texts);
        viewer = new ScreenViewer(screen, windows);
        ObservableValue<Boolean> full = FullScreen.of(this);
        tools = new ViewerTools(screen, parts, full, () -> FullScreen.change(this));
        coarse = new CoarseRemark(screen, ticker);
        Label hint = parts.label(
                texts.follow(
                        () -> hint(texts),
                        moderating.right(Permission.VIEW_SCREEN),
                        moderating.right(Permission.REMOTE_CONTROL),
                        coarse.remark()),
                "viewer-hint");
        hint.setId("controlHint");
        Label empty = parts.label(
                texts.follow(
                        () -> emptyWords(texts),
                        moderating.right(Permission.VIEW_SCREEN),
                        moderating.selected(),
                        moderating.feed().viewProperty()),
                "viewer-empty");
        empty.setId("noScreen");
        empty.setMouseTransparent(true);
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !holds(Permission.VIEW_SCREEN), moderating.right(Permission.VIEW_SCREEN)));
        setTop(new ViewerBar(hint, tools));
        setCenter(new StackPane(screen, empty));
        screen.onKeyboardGivenBack(tools::requestFocusOnLast);
        FullScreen.leaveWithEscape(this);
        moderating.right(Permission.VIEW_SCREEN).addListener((value, before, now) -> follow());
        moderating.right(Permission.REMOTE_CONTROL).addListener((value, before, now) -> follow());
        moderating.selected().addListener((value, before, now) -> follow());
        follow();
    }

    private boolean holds(Permission permission) {
        return moderating.right(permission).get() instanceof RightState.Held;
    }

    /** Shows and operates exactly what is allowed now. */
    private void follow() {
        Session session = moderating.session();
        Optional<ParticipantId> view = moderating.selected().get().filter(who -> holds(Permission.VIEW_SCREEN));
        if (!view.equals(viewed)) {
            viewed.ifPresent(before -> session.view(before, Optional.empty()));
            viewer.end();
            viewed.ifPresent(before -> looks.put(
                    before, new Look(screen.zoom().get(), screen.monitor().get())));
            viewed = view;
            Look look = view.map(looks::get).orElse(Look.FIRST);
            screen.zoom().set(look.zoom());
            screen.monitor().set(look.monitor());
            view.ifPresent(who -> session.view(who, Optional.of(viewer)));
        }
        Optional<ParticipantId> operate = view.filter(who -> holds(Permission.REMOTE_CONTROL));
        if (!operate.equals(operated)) {
            operated = operate;
            screen.operate(operate.map(session::hands));
            if (operate.isPresent()) {
                screen.requestFocus();
            }
        }
    }

    private String hint(Texts texts) {
        if (!holds(Permission.VIEW_SCREEN)) {
            return "";
        }
        if (coarse.remark().get().isPresent()) {
            CoarseRemark.Coarse now = coarse.remark().get().get();
            return texts.of(now.slowLine() ? "viewer.coarseLine" : "viewer.coarseMoves", now.seconds());
        }
        return texts.of(holds(Permission.REMOTE_CONTROL) ? "viewer.operating" : "viewer.looking");
    }

    private String emptyWords(Texts texts) {
        return switch (moderating.right(Permission.VIEW_SCREEN).get()) {
            case RightState.NobodyThere nobody ->
                texts.of(moderating.somebodyIsComing() ? "viewer.soon" : "viewer.nobody");
            case RightState.Asked asked -> texts.of("viewer.asked", name());
            case RightState.NotAsked not -> texts.of("viewer.notAsked", name());
            case RightState.Held held -> "";
        };
    }

    private String name() {
        return moderating.selected().get().map(moderating.feed()::nameOf).orElse("–");
    }
}

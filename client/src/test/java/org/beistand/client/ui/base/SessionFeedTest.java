package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.client.session.Views;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Test;

/** A busy session never fills the queue of the windows, and no notice is shown twice. */
final class SessionFeedTest {
    private final List<Runnable> queue = new ArrayList<>();
    private final SessionFeed feed = new SessionFeed(queue::add);

    private void run() {
        List.copyOf(queue).forEach(Runnable::run);
        queue.clear();
    }

    @Test
    void onlyTheNewestViewIsShownAndTheQueueStaysShort() {
        List<SessionView> shown = new ArrayList<>();
        feed.viewProperty().addListener((value, before, now) -> shown.add(now));
        SessionView last = Views.inSession().paused().view();
        for (int i = 0; i < 1000; i++) {
            feed.changed(Views.inSession().view());
        }
        feed.changed(last);
        assertEquals(1, queue.size());
        run();
        assertEquals(List.of(last), shown);
    }

    @Test
    void aNoticeIsShownOnceAndOnlyTheLastOnesStay() {
        for (int i = 1; i <= 5; i++) {
            Views views = Views.inSession();
            for (int serial = 1; serial <= i; serial++) {
                views.notice(serial, Reason.RETURNED);
            }
            feed.changed(views.view());
            run();
        }
        assertEquals(
                List.of(5, 4, 3), feed.notices().stream().map(Notice::serial).toList());
        feed.dismiss(feed.notices().getFirst());
        feed.changed(Views.inSession().notice(5, Reason.RETURNED).view());
        run();
        assertEquals(List.of(4, 3), feed.notices().stream().map(Notice::serial).toList());
    }

    @Test
    void howeverOftenTheSameIsRefusedItIsOneNotice() {
        Views views = Views.inSession().notice(1, Reason.RETURNED);
        for (int serial = 2; serial <= 9; serial++) {
            feed.changed(views.refused(serial, 1, Permission.REMOTE_CONTROL, Reason.NOT_RELEASED, 5)
                    .view());
            run();
        }
        feed.changed(views.refused(10, 1, Permission.REMOTE_CONTROL, Reason.PLACE_CHANGED, 1)
                .view());
        run();
        assertEquals(
                List.of(1, 40, 0), feed.notices().stream().map(Notice::refused).toList());
        Notice first = feed.notices().get(1);
        feed.changed(views.refused(11, 1, Permission.REMOTE_CONTROL, Reason.NOT_RELEASED, Integer.MAX_VALUE)
                .view());
        run();
        assertEquals(Integer.MAX_VALUE, feed.notices().get(1).refused());
        feed.dismiss(first);
        feed.changed(views.refused(12, 1, Permission.REMOTE_CONTROL, Reason.NOT_RELEASED, 2)
                .view());
        run();
        assertEquals(2, feed.notices().getFirst().refused(), "what was put away is not counted again");
    }

    @Test
    void aNameIsRememberedAfterSomebodyHasGone() {
        feed.changed(
                Views.inSession().attendee(2, "Anna", new SessionView.Present()).view());
        run();
        feed.changed(Views.inSession().view());
        run();
        assertEquals("Anna", feed.nameOf(Views.id(2)));
        assertEquals("–", feed.nameOf(Views.id(3)));
    }

    @Test
    void aClosedFeedShowsNothingMore() {
        SessionView before = feed.view();
        feed.changed(Views.inSession().view());
        feed.close();
        run();
        assertEquals(before, feed.view());
    }
}

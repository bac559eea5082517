package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.client.session.Views;
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

package org.beistand.communication.operatorlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.beistand.communication.story.House;
import org.beistand.communication.story.Person;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Declined;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.MessageReceiver;
import org.beistand.transport.link.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatorLinkTest {
    private static final Endpoint OPERATOR = new Endpoint("operator.example", 2000);
    private static final Endpoint HERE = new Endpoint("here.example", 2000);

    @TempDir
    Path folder;

    private House house;
    private OperatorLink link;
    private final List<ServiceMessage> living = new ArrayList<>();
    private final List<Close> closed = new ArrayList<>();
    /** Every operator server that was ever reached, the latest last. */
    private final List<Operator> operators = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        link = new OperatorLink(
                House.NAME,
                HERE,
                OPERATOR,
                house.network.dialler(House.SERVER),
                House.SITE.anchors,
                house.spool,
                house.clock,
                house.scheduler,
                new Random(1),
                new Sessions());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void itOffersItselfAndTellsWhichSessionsThereAre() {
        SessionId session = House.session();
        living.add(new Began(session, true));
        living.add(new Blocked(session, true));
        listen(House.OPERATOR_SERVER);
        start();
        assertEquals(new Register(1, House.NAME, HERE), operator().heard.getFirst());
        operator().say(new Registered());
        settle();
        assertEquals(living, operator().heard.subList(1, 3));

        SessionId another = House.session();
        link.began(another, false);
        settle();
        assertEquals(new Began(another, false), operator().heard.getLast());
        link.blocked(another, true);
        settle();
        assertEquals(new Blocked(another, true), operator().heard.getLast());
    }

    @Test
    @Tag("001-74")
    void aReportIsDeliveredUntilItIsTakenAndThenForgotten() {
        listen(House.OPERATOR_SERVER);
        start();
        operator().say(new Registered());
        SessionId session = sessionThatEnded();
        assertEquals(List.of(session), operator().reports());

        pass(OperatorLink.TAKEN_WITHIN.multipliedBy(2));
        assertEquals(List.of(session, session), operator().reports().subList(0, 2), "said again");

        operator().say(new Taken(session));
        settle();
        assertEquals(List.of(), house.spool.finished().join());
        int deliveries = operator().reports().size();
        pass(OperatorLink.TAKEN_WITHIN.multipliedBy(3));
        assertEquals(deliveries, operator().reports().size());
        operator().say(new Taken(session));
        settle();
        assertEquals(Optional.empty(), operator().closed, "hearing it twice does no harm");
    }

    @Test
    void reportsWaitWhileTheOperatorServerIsDownAndSessionsGoOn() {
        start();
        SessionId first = sessionThatEnded();
        SessionId second = sessionThatEnded();
        pass(Duration.ofMinutes(10));
        assertEquals(2, house.spool.finished().join().size());

        listen(House.OPERATOR_SERVER);
        pass(Backoff.LONGEST);
        operator().say(new Registered());
        settle();
        assertEquals(List.of(first, second), operator().reports());
    }

    @Test
    void aConnectionThatBreaksIsMadeAnewAndWhatWasNotTakenIsDeliveredAgain() {
        listen(House.OPERATOR_SERVER);
        start();
        operator().say(new Registered());
        SessionId session = sessionThatEnded();
        house.network.pairs().stream()
                .filter(pair -> pair.second() == operator().link)
                .forEach(pair -> pair.cut());
        settle();
        pass(Duration.ofSeconds(1));

        assertEquals(2, operators.size());
        operator().say(new Registered());
        settle();
        assertEquals(List.of(session), operator().reports());
    }

    @Test
    void whatMayHaveBrokenTheConnectionComesLastNextTime() {
        listen(House.OPERATOR_SERVER);
        start();
        List<SessionId> ended = new ArrayList<>();
        for (int i = 0; i <= Deliveries.MOST_ON_THEIR_WAY; i++) {
            ended.add(sessionThatEnded());
        }
        operator().say(new Registered());
        settle();
        assertEquals(ended.subList(0, Deliveries.MOST_ON_THEIR_WAY), operator().reports());
        operator().link.close(Reason.INTERNAL);
        settle();
        pass(Duration.ofSeconds(1));
        operator().say(new Registered());
        settle();
        assertEquals(ended.getLast(), operator().reports().getFirst());
    }

    @Test
    void moreThanAFewReportsAreNotOnTheirWayAtOnce() {
        start();
        for (int i = 0; i < 10; i++) {
            sessionThatEnded();
        }
        listen(House.OPERATOR_SERVER);
        pass(Backoff.LONGEST);
        operator().say(new Registered());
        settle();
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    Math.min(10, Deliveries.MOST_ON_THEIR_WAY + i),
                    operator().reports().size());
            operator().say(new Taken(operator().reports().get(i)));
            settle();
        }
        assertEquals(10, operator().reports().stream().distinct().count());
        assertEquals(List.of(), house.spool.finished().join());
    }

    @Test
    void onlyAnOperatorServerIsOffered() {
        for (Peer wrong :
                List.of(House.SERVER, House.DEVICE, House.PACKAGE, House.peer(new Site("Another").operator()))) {
            listen(wrong);
            if (operators.isEmpty()) {
                start();
            }
            pass(Backoff.LONGEST);
            assertEquals(List.of(), operator().heard);
            assertEquals(Optional.of(Reason.SERVER_NOT_GENUINE), operator().closed);
        }
        listen(House.OPERATOR_SERVER);
        pass(Backoff.LONGEST);
        assertEquals(1, operator().heard.size());
    }

    @Test
    void whenItIsDeclinedItComesBackLater() {
        listen(House.OPERATOR_SERVER);
        start();
        operator().say(new Declined(Reason.VERSION_UNSUPPORTED));
        settle();
        assertEquals(1, operators.size());
        pass(Duration.ofSeconds(1));
        assertEquals(2, operators.size());
    }

    @Test
    void theOperatorServerCanEndASession() {
        listen(House.OPERATOR_SERVER);
        start();
        operator().say(new Registered());
        SessionId session = House.session();
        operator().say(new Close(session, Reason.SESSION_EXPIRED));
        settle();
        assertEquals(List.of(new Close(session, Reason.SESSION_EXPIRED)), closed);
    }

    @Test
    void itWaitsLongerAfterEachFailureButNeverMuchMoreThanAMinuteAndNotInStep() {
        Backoff one = new Backoff(new Random(1));
        Backoff other = new Backoff(new Random(2));
        List<Duration> waits = new ArrayList<>();
        List<Duration> others = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waits.add(one.failed());
            others.add(other.failed());
        }
        assertNotEquals(waits, others);
        assertTrue(waits.getFirst().compareTo(Backoff.FIRST) <= 0);
        assertTrue(waits.getLast().compareTo(Backoff.LONGEST.dividedBy(2)) >= 0);
        assertTrue(waits.stream().allMatch(wait -> wait.compareTo(Backoff.LONGEST) <= 0));
        one.succeeded();
        assertTrue(one.failed().compareTo(Backoff.FIRST) <= 0);
    }

    @Test
    void afterItsEndItDialsNoMore() {
        listen(House.OPERATOR_SERVER);
        start();
        operator().say(new Registered());
        settle();
        link.close();
        settle();
        assertEquals(Optional.of(Reason.SERVER_STOPPING), operator().closed);
        pass(Backoff.LONGEST.multipliedBy(2));
        assertEquals(1, operators.size());
    }

    @Test
    void drainingWaitsForWhatIsOnItsWayButNotForAnOperatorServerThatIsDown() {
        start();
        sessionThatEnded();
        var nobody = link.drained();
        settle();
        assertTrue(nobody.isDone());

        listen(House.OPERATOR_SERVER);
        pass(Backoff.LONGEST);
        operator().say(new Registered());
        settle();
        var drained = link.drained();
        settle();
        assertFalse(drained.isDone());
        operator().say(new Taken(operator().reports().getFirst()));
        settle();
        assertTrue(drained.isDone());
        assertEquals(List.of(), house.spool.finished().join());
    }

    private void start() {
        link.start();
        settle();
    }

    private void listen(Peer as) {
        house.network.listen(OPERATOR, as, accepted -> operators.add(new Operator(accepted)));
    }

    private Operator operator() {
        return operators.getLast();
    }

    private SessionId sessionThatEnded() {
        SessionId session = House.session();
        Person martin = house.moderator(session);
        martin.say(new Leave(Reason.MODERATOR_LEFT));
        settle();
        return session;
    }

    private void settle() {
        for (int i = 0; i < 4; i++) {
            house.settle();
            house.scheduler.pass(Duration.ZERO);
        }
        house.settle();
    }

    private void pass(Duration time) {
        house.pass(time);
        settle();
    }

    /** What the link knows of the sessions. */
    private final class Sessions implements LiveSessions {
        @Override
        public List<ServiceMessage> living() {
            return living;
        }

        @Override
        public void close(SessionId session, Reason reason) {
            closed.add(new Close(session, reason));
        }
    }

    /** The other end, in the test's hand. */
    private static final class Operator implements MessageReceiver<ServiceMessage> {
        final Link link;
        final Conversation<ServiceMessage, ServiceParty> talk;
        final List<ServiceMessage> heard = new ArrayList<>();
        Optional<Reason> closed = Optional.empty();

        Operator(Link link) {
            this.link = link;
            talk = new Conversation<>(link, ServiceVocabulary.TABLE, ServiceParty.COMMUNICATION_SERVER);
            talk.open(this);
        }

        void say(ServiceMessage message) {
            talk.send(message);
        }

        List<SessionId> reports() {
            return heard.stream()
                    .filter(Delivered.class::isInstance)
                    .map(one -> ((Delivered) one).report().session())
                    .toList();
        }

        @Override
        public void received(ServiceMessage message) {
            heard.add(message);
        }

        @Override
        public void closed(Reason reason) {
            closed = Optional.of(reason);
        }
    }
}

package org.beistand.house;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.beistand.client.meeting.InstalledPackage;
import org.beistand.crypto.channel.Binding;
import org.beistand.crypto.channel.ChannelEvent;
import org.beistand.crypto.channel.SealedChannel;
import org.beistand.crypto.handshake.ModeratorCheck;
import org.beistand.crypto.handshake.ModeratorPassword;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.crypto.handshake.SpokenCode;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.SessionVocabulary;
import org.beistand.protocol.session.meeting.CheckAnswered;
import org.beistand.protocol.session.meeting.CheckCommitted;
import org.beistand.protocol.session.meeting.CheckRevealed;
import org.beistand.protocol.session.meeting.PasswordProved;
import org.beistand.protocol.session.meeting.PasswordTried;
import org.beistand.protocol.session.meeting.PasswordWanted;
import org.beistand.protocol.session.meeting.PasswordWrong;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.MessageReceiver;
import org.beistand.transport.pipeline.Loops;

/**
 * A moderator with a real account and real keys whose program keeps no rule: it speaks the real protocol and says whatever a
 * test wants it to say, whenever.
 */
public final class HostileModerator implements AutoCloseable {
    private final SecureRandom random = new SecureRandom();
    private final Loops loops = new Loops(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("hostile").daemon(true).factory());
    private final InstalledPackage installed;
    private final Conversation<RelayMessage, RelayParty> relay;
    private final SealedChannel channel;
    private final CompletableFuture<ParticipantId> victim = new CompletableFuture<>();
    private final CompletableFuture<SpokenCode> code = new CompletableFuture<>();
    private final Optional<SessionPassword> guess;
    private Optional<ModeratorCheck> check = Optional.empty();
    private Optional<ModeratorPassword> password = Optional.empty();
    private Optional<Binding> binding = Optional.empty();

    public final SessionNumber number;
    /** What the victim's program said. */
    public final List<SessionMessage> heard = new CopyOnWriteArrayList<>();

    public final CompletableFuture<Reason> broken = new CompletableFuture<>();

    public HostileModerator(House house) throws Exception {
        this(house, Optional.empty());
    }

    /** @param guess with which he pretends that he knows the session's password */
    public HostileModerator(House house, Optional<SessionPassword> guess) throws Exception {
        this.guess = guess;
        installed = InstalledPackage.ofModerator(
                house.site().resolve("moderator-package"), Clock.systemUTC().instant());
        Asking operator = new Asking();
        Ladder ladder = new Ladder(loops, installed.transport(), Clock.systemUTC());
        Conversation<OperatorMessage, Party> desk = new Conversation<>(
                ladder.dial(installed.site().operator(), OperatorVocabulary.TABLE.atMost())
                        .get(30, TimeUnit.SECONDS),
                OperatorVocabulary.TABLE,
                Party.OPERATOR_SERVER);
        desk.open(operator);
        operator.ask(desk, new Greeting(OperatorVocabulary.VERSION), Greeted.class);
        operator.ask(desk, new SignIn(House.LOGIN, House.PASSWORD), SignedIn.class);
        SessionKey key = SessionKey.generate(random);
        SessionOpened opened = operator.ask(desk, new OpenSession(key.certificationRequest()), SessionOpened.class);
        Identity own = key.certified(Certificates.decode(opened.certificates()).orElseThrow())
                .orElseThrow();
        number = opened.number();
        channel = SealedChannel.moderator(own, opened.session(), random);
        relay = new Conversation<>(
                ladder.dial(opened.server(), RelayVocabulary.TABLE.atMost()).get(30, TimeUnit.SECONDS),
                RelayVocabulary.TABLE,
                RelayParty.COMMUNICATION_SERVER);
        relay.open(new Ear());
        relay.send(new Attach(OperatorVocabulary.VERSION, opened.ticket()));
    }

    /** Lets the next one in and makes the seal with her. */
    public ParticipantId victim() throws Exception {
        return victim.get(30, TimeUnit.SECONDS);
    }

    public String code() throws Exception {
        return code.get(30, TimeUnit.SECONDS).digits();
    }

    /** Says a word as what it is. */
    public void say(SessionMessage message) throws Exception {
        say(SessionVocabulary.TABLE.rowOf(message).law().kind(), SessionVocabulary.TABLE.encode(message));
    }

    /** Says any bytes, counted as any kind. */
    public void say(Traffic kind, Octets plain) throws Exception {
        ParticipantId to = victim();
        thread.submit(() ->
                        relay.send(new Envelope(to, kind, channel.seal(plain).bytes())))
                .get(30, TimeUnit.SECONDS);
    }

    /** Seals these words one after the other, and sends the envelopes as a trick has it. */
    public void sealed(List<SessionMessage> words, UnaryOperator<List<Octets>> trick) throws Exception {
        ParticipantId to = victim();
        thread.submit(() -> {
                    List<Octets> envelopes = words.stream()
                            .map(word -> channel.seal(SessionVocabulary.TABLE.encode(word))
                                    .bytes())
                            .toList();
                    trick.apply(envelopes).forEach(one -> relay.send(new Envelope(to, Traffic.CONTROL, one)));
                })
                .get(30, TimeUnit.SECONDS);
    }

    /** Ends the channel in good order, and stays where he is. */
    public void closeChannel() throws Exception {
        victim();
        thread.submit(() -> handle(channel.close())).get(30, TimeUnit.SECONDS);
    }

    /** Sends bytes that were not sealed. */
    public void send(Octets raw) throws Exception {
        relay.send(new Envelope(victim(), Traffic.CONTROL, raw));
    }

    public void leave() {
        relay.send(new Leave(Reason.MODERATOR_LEFT));
    }

    @Override
    public void close() {
        relay.close(Reason.SESSION_ENDED);
        thread.shutdownNow();
        loops.close();
    }

    private final class Ear implements MessageReceiver<RelayMessage> {
        @Override
        public void received(RelayMessage message) {
            thread.execute(() -> {
                if (message instanceof Knocked knocked) {
                    relay.send(new Admit(knocked.participant()));
                } else if (message instanceof Entered entered) {
                    victim.complete(entered.participant());
                    handle(channel.start());
                } else if (message instanceof Envelope envelope) {
                    handle(channel.received(envelope.sealed()));
                }
            });
        }

        @Override
        public void closed(Reason reason) {}
    }

    private void handle(List<ChannelEvent> events) {
        for (ChannelEvent event : events) {
            switch (event) {
                case ChannelEvent.ToSend toSend -> out(toSend.sealed().bytes());
                case ChannelEvent.Established established -> {
                    check = Optional.of(new ModeratorCheck(established.binding(), random));
                    binding = Optional.of(established.binding());
                    if (guess.isPresent()) {
                        guess();
                    } else {
                        seal(new CheckCommitted(check.get().commitment()));
                    }
                }
                case ChannelEvent.Opened opened -> hear(SessionVocabulary.TABLE.decode(opened.plain(), Role.ATTENDEE));
                case ChannelEvent.Closed closed -> broken.complete(Reason.SESSION_ENDED);
                case ChannelEvent.Broken over -> broken.complete(over.reason());
            }
        }
    }

    private void hear(SessionMessage message) {
        heard.add(message);
        if (message instanceof PasswordTried tried) {
            password.flatMap(one -> one.tried(tried.first(), tried.second()))
                    .ifPresent(proof -> seal(new PasswordProved(proof.second(), proof.tag())));
        }
        if (message instanceof PasswordWrong) {
            guess();
        }
        if (message instanceof CheckAnswered answered) {
            check.flatMap(one -> one.answered(answered.nonce())).ifPresent(nonce -> seal(new CheckRevealed(nonce)));
            check.flatMap(ModeratorCheck::code).ifPresent(code::complete);
        }
    }

    private void guess() {
        ModeratorPassword next = new ModeratorPassword(binding.orElseThrow(), guess.orElseThrow(), random);
        password = Optional.of(next);
        seal(new PasswordWanted(next.opening()));
    }

    private void seal(SessionMessage message) {
        out(channel.seal(SessionVocabulary.TABLE.encode(message)).bytes());
    }

    private void out(Octets sealed) {
        relay.send(new Envelope(victim.join(), Traffic.SESSION, sealed));
    }

    private static final class Asking implements MessageReceiver<OperatorMessage> {
        private volatile CompletableFuture<OperatorMessage> answer = new CompletableFuture<>();

        <A> A ask(Conversation<OperatorMessage, Party> desk, OperatorMessage question, Class<A> expected)
                throws Exception {
            answer = new CompletableFuture<>();
            desk.send(question);
            return expected.cast(answer.get(30, TimeUnit.SECONDS));
        }

        @Override
        public void received(OperatorMessage message) {
            answer.complete(message);
        }

        @Override
        public void closed(Reason reason) {
            answer.completeExceptionally(new IllegalStateException(reason.name()));
        }
    }
}

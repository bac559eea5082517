package org.beistand.moderator.invite;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.meeting.ModeratorDoor.SignedInModerator;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the operator server invite a customer, one after the other. Belongs to the FX thread. */
public final class Inviting { // 001-22
    private static final Logger LOG = LoggerFactory.getLogger(Inviting.class);

    private final SignedInModerator moderator;
    private final Executor windows;
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<Language> language;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Writing());

    /** How far the invitation of the moment has come. */
    public sealed interface State permits Writing, Sending, Sent, NotSent {}

    public record Writing() implements State {}

    public record Sending() implements State {}

    /** @param address to whom, as it was understood */
    public record Sent(String address) implements State {}

    public record NotSent(Reason reason) implements State {}

    /**
     * @param language of the first customer, until another is chosen
     * @param windows runs tasks on the FX thread, in order
     */
    public Inviting(SignedInModerator moderator, Language language, Executor windows) {
        this.moderator = moderator;
        this.windows = windows;
        this.language = new SimpleObjectProperty<>(language);
        address.addListener((value, before, now) -> {
            if (!now.isEmpty() && !(state.get() instanceof Sending)) {
                state.set(new Writing());
            }
        });
    }

    /** Whether there is a server that does it. */
    boolean isPossible() {
        return moderator.sendsInvitations();
    }

    /** Sends what was typed, unless one is on its way. */
    public void send() {
        if (state.get() instanceof Sending) {
            return;
        }
        Optional<MailAddress> to = MailAddress.parse(address.get());
        if (to.isEmpty()) {
            state.set(new NotSent(Reason.MAIL_ADDRESS_MALFORMED));
            return;
        }
        state.set(new Sending());
        moderator
                .invite(to.get(), language.get())
                .whenComplete((sent, failure) -> windows.execute(() -> answered(to.get(), failure)));
    }

    private void answered(MailAddress to, @Nullable Throwable failure) {
        if (failure == null) {
            state.set(new Sent(to.value()));
            // The next customer is somebody else; the sentence stays until he is typed.
            address.set("");
        } else {
            state.set(new NotSent(reason(failure)));
        }
    }

    private static Reason reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof MeetingRefused refusal) {
            return refusal.reason();
        }
        LOG.error("the operator server's answer failed unexpectedly", cause);
        return Reason.INTERNAL;
    }

    public StringProperty address() {
        return address;
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }
}

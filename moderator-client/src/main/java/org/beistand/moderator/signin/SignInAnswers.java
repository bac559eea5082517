package org.beistand.moderator.signin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.beistand.client.meeting.ModeratorDoor;
import org.beistand.client.meeting.SignInStep;
import org.beistand.protocol.value.Reason;

/** What the moderator types when something more is asked at the sign-in. Belongs to the FX thread. */
public final class SignInAnswers {
    /** After these the operator server waits for another answer to the same question. */
    private static final Set<Reason> STAYS_OPEN = EnumSet.of(
            Reason.CODE_WRONG,
            Reason.TOO_MANY_TRIES,
            Reason.PASSWORD_WEAK,
            Reason.PASSWORD_SAME,
            Reason.PASSWORD_COMMON,
            Reason.PASSWORD_MISSING,
            Reason.SERVER_BUSY);

    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty chosen = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Reason>> fieldProblem = new SimpleObjectProperty<>(Optional.empty());

    SignInAnswers() {
        code.addListener((value, before, now) -> fieldProblem.set(Optional.empty()));
        chosen.addListener((value, before, now) -> fieldProblem.set(Optional.empty()));
        again.addListener((value, before, now) -> fieldProblem.set(Optional.empty()));
    }

    static boolean staysOpen(Reason reason) {
        return STAYS_OPEN.contains(reason);
    }

    /** @return empty if something is missing, which is then told beside its field */
    Optional<CompletableFuture<SignInStep>> send(SignInStep question, ModeratorDoor door) {
        return switch (question) {
            case SignInStep.Code _, SignInStep.Authenticator _ -> {
                String typed = typedCode();
                fieldProblem.set(typed.isEmpty() ? Optional.of(Reason.CODE_MISSING) : Optional.empty());
                yield typed.isEmpty() ? Optional.empty() : Optional.of(door.giveCode(typed));
            }
            case SignInStep.NewPassword _ -> {
                fieldProblem.set(passwordProblem());
                yield fieldProblem.get().isPresent()
                        ? Optional.empty()
                        : Optional.of(door.choosePassword(chosen.get().toCharArray()));
            }
            case SignInStep.RecoveryCodes _ -> Optional.of(door.codesNoted());
            case SignInStep.Welcome _ -> Optional.empty();
        };
    }

    private Optional<Reason> passwordProblem() {
        if (chosen.get().isEmpty()) {
            return Optional.of(Reason.PASSWORD_MISSING);
        }
        return chosen.get().equals(again.get()) ? Optional.empty() : Optional.of(Reason.PASSWORDS_DIFFER);
    }

    /** Authenticators show their digits in groups. */
    private String typedCode() {
        String plain = code.get().strip();
        String digits = plain.replace(" ", "");
        return digits.matches("[0-9]+") ? digits : plain;
    }

    void forget() {
        code.set("");
        chosen.set("");
        again.set("");
        fieldProblem.set(Optional.empty());
    }

    public StringProperty code() {
        return code;
    }

    public StringProperty chosen() {
        return chosen;
    }

    public StringProperty again() {
        return again;
    }

    /** What is missing or wrong before anything is sent. */
    public ReadOnlyObjectProperty<Optional<Reason>> fieldProblem() {
        return fieldProblem;
    }
}

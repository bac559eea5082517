package org.beistand.operator.store;

import java.time.Instant;
import java.util.Optional;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;

/**
 * One session as a row.
 *
 * @param moderatorAccount whose it is, as {@code login.Account} spells it
 * @param server the communication server's name
 * @param address where clients reach it
 * @param blocked whether the moderator lets nobody else in
 * @param expires when it ends if nothing happens
 * @param ended present exactly in the stage {@link Stage#ENDED}, as is the reason
 */
public record StoredSession(
        SessionId id,
        SessionNumber number,
        String moderatorAccount,
        PersonName moderator,
        Stage stage,
        String server,
        Endpoint address,
        boolean blocked,
        Instant opened,
        Instant expires,
        Optional<Instant> ended,
        Optional<Reason> reason) {

    /** How far a session has come. */
    public enum Stage {
        OPEN("open"),
        WAITING("waiting"),
        RUNNING("running"),
        ENDED("ended");

        private final String word;

        Stage(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Stage of(String word) {
            for (Stage one : values()) {
                if (one.word.equals(word)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("unknown stage");
        }
    }

    public StoredSession {
        if (ended.isPresent() != (stage == Stage.ENDED) || reason.isPresent() != ended.isPresent()) {
            throw new IllegalArgumentException("an end without the stage, or the reverse");
        }
    }
}

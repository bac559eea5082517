package org.beistand.operator;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.secret.Secret;
import org.beistand.crypto.secret.TimeCode;
import org.beistand.protocol.operator.AuthenticatorOffered;
import org.beistand.protocol.operator.CodesIssued;
import org.beistand.protocol.operator.CodesNoted;
import org.beistand.protocol.operator.GiveCode;
import org.beistand.protocol.operator.SignIn;

/** A person's authenticator and the sheet with his recovery codes. */
public record Authenticator(Secret secret, List<String> recovery) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** @param text the secret as a person types it into the program */
    public static Secret typed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int left = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            left = left << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(left >> bits & 0xFF);
            }
        }
        return Secret.of(bytes.toByteArray());
    }

    /** A user who is told to have one signs in for the first time since. */
    public static Authenticator setUp(OperatorStage stage, String login, String password) {
        Caller moderator = stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
        Secret secret = typed(moderator
                .ask(new SignIn(login, password), AuthenticatorOffered.class)
                .secret());
        List<String> codes = moderator
                .ask(new GiveCode(TimeCode.at(secret, stage.clock.instant())), CodesIssued.class)
                .codes();
        moderator.say(new CodesNoted());
        return new Authenticator(secret, codes);
    }

    public String code(Instant now) {
        return TimeCode.at(secret, now);
    }
}

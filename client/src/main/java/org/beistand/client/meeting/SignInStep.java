package org.beistand.client.meeting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.beistand.client.meeting.ModeratorDoor.SignedInModerator;

/** What the operator server says to a right password: welcome, or one more question. */
public sealed interface SignInStep { // 001-114
    record Welcome(SignedInModerator moderator) implements SignInStep {}

    /** The authenticator's code, or a recovery code. */
    record Code() implements SignInStep {}

    /** The password came from somebody else; he chooses his own. */
    record NewPassword() implements SignInStep {}

    /**
     * An authenticator is to be set up; its first code is the answer.
     *
     * @param secret letters and digits, for typing
     * @param address {@code otpauth:}, for a picture
     */
    record Authenticator(String secret, String address) implements SignInStep {
        /** The address in the form that authenticators agree on. @param organisation whose account it is */
        static Authenticator of(String secret, String login, String organisation) {
            return new Authenticator(
                    secret,
                    "otpauth://totp/" + encoded(organisation) + ":" + encoded(login) + "?secret=" + secret + "&issuer="
                            + encoded(organisation) + "&algorithm=SHA1&digits=6&period=30");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Override
        public String toString() {
            return "Authenticator[hidden]";
        }
    }

    /** To be written down now; they are never shown again. */
    record RecoveryCodes(List<String> codes) implements SignInStep {
        @Override
        public String toString() {
            return "RecoveryCodes[hidden]";
        }
    }
}

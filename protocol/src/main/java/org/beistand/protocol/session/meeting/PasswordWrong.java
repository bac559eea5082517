package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;

/** The passwords are not the same. */
public record PasswordWrong() implements MeetingMessage {
    public static final Codec<PasswordWrong> CODEC = Codec.empty(new PasswordWrong());
}

package org.beistand.protocol.session.meeting;

import org.beistand.protocol.session.SessionMessage;

/** Getting to know each other, and saying goodbye. */
public sealed interface MeetingMessage extends SessionMessage
        permits CheckCommitted,
                CheckAnswered,
                CheckRevealed,
                CheckPicked,
                PasswordWanted,
                PasswordTried,
                PasswordProved,
                PasswordConfirmed,
                PasswordWrong,
                Introduced,
                Farewell {}

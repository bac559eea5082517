package org.beistand.protocol.session.consent;

import org.beistand.protocol.session.SessionMessage;

/** Asking for a right, the answer, and its end. */
public sealed interface ConsentMessage extends SessionMessage
        permits RightRequested,
                RightGranted,
                RightDenied,
                RightWithdrawn,
                RightReturned,
                RequestCancelled,
                ActionRefused {}

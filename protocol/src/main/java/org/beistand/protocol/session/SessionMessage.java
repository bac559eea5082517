package org.beistand.protocol.session;

import org.beistand.protocol.session.clipboard.ClipboardMessage;
import org.beistand.protocol.session.consent.ConsentMessage;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.files.FilesMessage;
import org.beistand.protocol.session.meeting.MeetingMessage;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.wire.Message;

/** Everything that two participants can say to each other. Sealed families, so that every switch is exhaustive. */
public sealed interface SessionMessage extends Message
        permits MeetingMessage, ConsentMessage, ScreenMessage, ControlMessage, FilesMessage, ClipboardMessage {}

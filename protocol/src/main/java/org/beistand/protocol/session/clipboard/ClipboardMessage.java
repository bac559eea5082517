package org.beistand.protocol.session.clipboard;

import org.beistand.protocol.session.SessionMessage;

/** The text of a clipboard, one explicit act at a time. */
public sealed interface ClipboardMessage extends SessionMessage permits ClipboardPut, ClipboardWanted, ClipboardTaken {}

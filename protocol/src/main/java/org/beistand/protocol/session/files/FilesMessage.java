package org.beistand.protocol.session.files;

import org.beistand.protocol.session.SessionMessage;

/** Files, one transfer under one grant. A transfer has one sender and one receiver; what the receiver did not ask for or allow is refused. */
public sealed interface FilesMessage extends SessionMessage
        permits TransferOffered, TransferAccepted, FilePart, FileSent, PartTaken, FileTaken, TransferCancelled {}

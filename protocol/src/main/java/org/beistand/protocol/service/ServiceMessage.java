package org.beistand.protocol.service;

import org.beistand.protocol.wire.Message;

/** What the two servers say to each other. */
public sealed interface ServiceMessage extends Message
        permits Register, Began, Delivered, Blocked, Registered, Taken, Close, Declined {}

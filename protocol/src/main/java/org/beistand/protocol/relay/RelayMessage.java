package org.beistand.protocol.relay;

import org.beistand.protocol.wire.Message;

/** What is said between a client and the communication server. */
public sealed interface RelayMessage extends Message
        permits Attach,
                Admit,
                TurnAway,
                Remove,
                Block,
                Leave,
                Stated,
                Envelope,
                Attached,
                Knocked,
                Entered,
                Departed,
                Ended {}

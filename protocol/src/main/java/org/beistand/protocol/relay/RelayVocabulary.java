package org.beistand.protocol.relay;

import java.util.List;
import java.util.Set;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Row;
import org.beistand.protocol.wire.Unit;
import org.beistand.protocol.wire.Vocabulary;

/** The table of {@link RelayMessage}: number, type, bytes at most, who may say it. */
public final class RelayVocabulary {
    public static final Vocabulary<RelayMessage, RelayParty, Unit> TABLE = new Vocabulary<>(List.of(
            row(0x0201, Attach.class, Attach.CODEC, 1400, RelayParty.STRANGER),
            row(0x0202, Admit.class, Admit.CODEC, 2, RelayParty.MODERATOR),
            row(0x0203, TurnAway.class, TurnAway.CODEC, 2, RelayParty.MODERATOR),
            row(0x0204, Remove.class, Remove.CODEC, 2, RelayParty.MODERATOR),
            row(0x0205, Block.class, Block.CODEC, 1, RelayParty.MODERATOR),
            row(0x0206, Leave.class, Leave.CODEC, 2, RelayParty.MODERATOR, RelayParty.GUEST),
            row(0x0207, Stated.class, Stated.CODEC, 1024, RelayParty.MODERATOR, RelayParty.GUEST),
            row(
                    0x0210,
                    Envelope.class,
                    Envelope.CODEC,
                    73736,
                    RelayParty.MODERATOR,
                    RelayParty.GUEST,
                    RelayParty.COMMUNICATION_SERVER),
            row(0x0281, Attached.class, Attached.CODEC, 2, RelayParty.COMMUNICATION_SERVER),
            row(0x0282, Knocked.class, Knocked.CODEC, 600, RelayParty.COMMUNICATION_SERVER),
            row(0x0283, Entered.class, Entered.CODEC, 600, RelayParty.COMMUNICATION_SERVER),
            row(0x0284, Departed.class, Departed.CODEC, 4, RelayParty.COMMUNICATION_SERVER),
            row(0x0285, Ended.class, Ended.CODEC, 2, RelayParty.COMMUNICATION_SERVER)));

    private RelayVocabulary() {}

    private static <M extends RelayMessage> Row<RelayMessage, RelayParty, Unit> row(
            int number, Class<M> type, Codec<M> codec, int atMost, RelayParty... from) {
        return new Row<>(number, type, codec, Set.of(from), Unit.UNIT, atMost);
    }
}

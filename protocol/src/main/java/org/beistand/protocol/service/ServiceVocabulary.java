package org.beistand.protocol.service;

import java.util.List;
import java.util.Set;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Row;
import org.beistand.protocol.wire.Unit;
import org.beistand.protocol.wire.Vocabulary;

/** The table of {@link ServiceMessage}: number, type, bytes at most, who may say it. */
public final class ServiceVocabulary {
    public static final Vocabulary<ServiceMessage, ServiceParty, Unit> TABLE = new Vocabulary<>(List.of(
            row(0x0301, Register.class, Register.CODEC, 400, ServiceParty.COMMUNICATION_SERVER),
            row(0x0302, Began.class, Began.CODEC, 17, ServiceParty.COMMUNICATION_SERVER),
            row(0x0303, Delivered.class, Delivered.CODEC, 2000000, ServiceParty.COMMUNICATION_SERVER),
            row(0x0304, Blocked.class, Blocked.CODEC, 17, ServiceParty.COMMUNICATION_SERVER),
            row(0x0381, Registered.class, Registered.CODEC, 0, ServiceParty.OPERATOR_SERVER),
            row(0x0382, Taken.class, Taken.CODEC, 16, ServiceParty.OPERATOR_SERVER),
            row(0x0383, Close.class, Close.CODEC, 18, ServiceParty.OPERATOR_SERVER),
            row(0x0384, Declined.class, Declined.CODEC, 2, ServiceParty.OPERATOR_SERVER)));

    private ServiceVocabulary() {}

    private static <M extends ServiceMessage> Row<ServiceMessage, ServiceParty, Unit> row(
            int number, Class<M> type, Codec<M> codec, int atMost, ServiceParty... from) {
        return new Row<>(number, type, codec, Set.of(from), Unit.UNIT, atMost);
    }
}

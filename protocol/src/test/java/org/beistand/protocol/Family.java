package org.beistand.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.SessionVocabulary;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.wire.Message;
import org.beistand.protocol.wire.Row;
import org.beistand.protocol.wire.Vocabulary;

/** A sealed family with its table, everybody who could be a sender, and an example of each message. */
record Family<M extends Message, S, L>(
        String name, Class<M> type, Vocabulary<M, S, L> table, Set<S> everybody, List<M> samples) {

    static List<Family<?, ?, ?>> all() {
        return List.of(
                new Family<>(
                        "operator",
                        OperatorMessage.class,
                        OperatorVocabulary.TABLE,
                        EnumSet.allOf(Party.class),
                        Samples.operator()),
                new Family<>(
                        "relay",
                        RelayMessage.class,
                        RelayVocabulary.TABLE,
                        EnumSet.allOf(RelayParty.class),
                        Samples.relay()),
                new Family<>(
                        "service",
                        ServiceMessage.class,
                        ServiceVocabulary.TABLE,
                        EnumSet.allOf(ServiceParty.class),
                        Samples.service()),
                new Family<>(
                        "session",
                        SessionMessage.class,
                        SessionVocabulary.TABLE,
                        EnumSet.allOf(Role.class),
                        SealedSamples.session()));
    }

    /** The records at the leaves of the sealed tree. */
    Set<Class<?>> records() {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, found);
            }
        } else {
            found.add(type);
        }
    }

    List<Spoken<M, S, L>> spoken() {
        List<Spoken<M, S, L>> all = new ArrayList<>();
        for (M sample : samples) {
            all.add(new Spoken<>(this, table.rowOf(sample), sample));
        }
        return all;
    }

    static Stream<Spoken<?, ?, ?>> everythingSpoken() {
        return all().stream().flatMap(family -> family.spoken().stream());
    }

    @Override
    public String toString() {
        return name;
    }

    /** One message of a family with its row. */
    record Spoken<M extends Message, S, L>(Family<M, S, L> family, Row<M, S, L> row, M message) {
        /** The name of its vector file under {@code vectors/}. */
        String file() {
            return "%s/%04x-%s.hex"
                    .formatted(family.name(), row.number(), row.type().getSimpleName());
        }

        S aSender() {
            return row.from().iterator().next();
        }

        @Override
        public String toString() {
            return file();
        }
    }
}

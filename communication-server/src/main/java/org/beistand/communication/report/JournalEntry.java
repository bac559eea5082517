package org.beistand.communication.report;

import java.time.Instant;
import java.util.List;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Variant;

/** One line of a session's journal. All times are this server's, except what a witness says about hers. */
public sealed interface JournalEntry {
    Codec<List<TrafficCount>> TRAFFIC = Codec.list(TrafficCount.CODEC, 8);

    Codec<JournalEntry> CODEC = Codec.oneOf(List.of(
            new Variant<>(1, Opened.class, Opened.CODEC),
            new Variant<>(2, Came.class, Came.CODEC),
            new Variant<>(3, WasLetIn.class, WasLetIn.CODEC),
            new Variant<>(4, Counted.class, Counted.CODEC),
            new Variant<>(5, Went.class, Went.CODEC),
            new Variant<>(6, Heard.class, Heard.CODEC),
            new Variant<>(7, LeftOut.class, LeftOut.CODEC),
            new Variant<>(8, Closed.class, Closed.CODEC)));

    /** Always the first. */
    record Opened(SessionId session, String server, Instant at) implements JournalEntry {
        static final Codec<Opened> CODEC = Codec.of(
                SessionId.CODEC,
                Opened::session,
                Codec.text(64),
                Opened::server,
                Codec.INSTANT,
                Opened::at,
                Opened::new);
    }

    /** Somebody knocked; for a moderator, arrived. */
    record Came(ParticipantId who, Role role, PersonName name, String organisation, Instant at)
            implements JournalEntry {
        static final Codec<Came> CODEC = Codec.of(
                ParticipantId.CODEC,
                Came::who,
                Role.CODEC,
                Came::role,
                PersonName.CODEC,
                Came::name,
                Codec.text(200),
                Came::organisation,
                Codec.INSTANT,
                Came::at,
                Came::new);
    }

    record WasLetIn(ParticipantId who, Instant at) implements JournalEntry {
        static final Codec<WasLetIn> CODEC =
                Codec.of(ParticipantId.CODEC, WasLetIn::who, Codec.INSTANT, WasLetIn::at, WasLetIn::new);
    }

    /** The bytes of one participant so far, so that little is missing if this server is killed. */
    record Counted(ParticipantId who, List<TrafficCount> traffic, Instant at) implements JournalEntry {
        static final Codec<Counted> CODEC = Codec.of(
                ParticipantId.CODEC, Counted::who, TRAFFIC, Counted::traffic, Codec.INSTANT, Counted::at, Counted::new);
    }

    record Went(ParticipantId who, Reason reason, List<TrafficCount> traffic, Instant at) implements JournalEntry {
        static final Codec<Went> CODEC = Codec.of(
                ParticipantId.CODEC,
                Went::who,
                Reason.CODEC,
                Went::reason,
                TRAFFIC,
                Went::traffic,
                Codec.INSTANT,
                Went::at,
                Went::new);
    }

    record Heard(Testimony testimony) implements JournalEntry {
        static final Codec<Heard> CODEC = Codec.of(Testimony.CODEC, Heard::testimony, Heard::new);
    }

    /** From somewhere here on testimony is missing, because there was too much of it or its end was lost. */
    record LeftOut(Instant at) implements JournalEntry {
        static final Codec<LeftOut> CODEC = Codec.of(Codec.INSTANT, LeftOut::at, LeftOut::new);
    }

    /** Always the last. */
    record Closed(Reason reason, Instant at) implements JournalEntry {
        static final Codec<Closed> CODEC =
                Codec.of(Reason.CODEC, Closed::reason, Codec.INSTANT, Closed::at, Closed::new);
    }
}

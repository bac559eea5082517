package org.beistand.operator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Coded;
import org.jspecify.annotations.Nullable;

/** How our values stand in columns. */
final class Sql {
    /** The standard's class for a violated constraint of uniqueness. */
    private static final String TAKEN = "23505";

    private Sql() {}

    static boolean isTaken(SQLException e) {
        return TAKEN.equals(e.getSQLState());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantOrNone(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? Optional.empty() : Optional.of(found.toInstant());
    }

    static Optional<Reason> reasonOrNone(ResultSet row, String column) throws SQLException {
        int code = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(reason(code));
    }

    /** @throws IllegalStateException for a code of a newer version */
    static <E extends Coded> E coded(E[] all, int code) {
        for (E one : all) {
            if (one.code() == code) {
                return one;
            }
        }
        throw new IllegalStateException("an unknown code in the database");
    }

    static Reason reason(int code) {
        for (Reason one : Reason.values()) {
            if (one.code() == code) {
                return one;
            }
        }
        // Written by a newer version; the row stays readable.
        return Reason.INTERNAL;
    }
}

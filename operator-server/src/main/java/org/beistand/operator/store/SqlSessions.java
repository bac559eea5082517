package org.beistand.operator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.jspecify.annotations.Nullable;

/** {@link Sessions} in the database. */
public final class SqlSessions implements Sessions {
    private static final String COLUMNS = "id, number, moderator_account, moderator, state, server, server_host,"
            + " server_port, blocked, opened, expires, ended, reason";

    private final Database database;

    public SqlSessions(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(StoredSession session, Instant quietSince) {
        return database.transaction(connection -> {
            if (isQuiet(connection, session.number(), quietSince)) {
                return false;
            }
            // The constraint decides, not a look beforehand: two that look at once would both see nothing.
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sessions (" + COLUMNS
                    + ", living_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, session.id().toString());
                insert.setInt(2, session.number().value());
                insert.setString(3, session.moderatorAccount());
                insert.setString(4, session.moderator().value());
                insert.setString(5, session.stage().word());
                insert.setString(6, session.server());
                insert.setString(7, session.address().host());
                insert.setInt(8, session.address().port());
                insert.setBoolean(9, session.blocked());
                insert.setObject(10, Sql.time(session.opened()));
                insert.setObject(11, Sql.time(session.expires()));
                insert.setObject(12, session.ended().map(Sql::time).orElse(null));
                insert.setObject(13, session.reason().map(Reason::code).orElse(null));
                insert.setObject(14, livingNumber(session));
                insert.executeUpdate();
                return true;
            } catch (SQLException e) {
                if (Sql.isTaken(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    private static boolean isQuiet(Connection connection, SessionNumber number, Instant since) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM sessions WHERE number = ? AND ended > ?")) {
            query.setInt(1, number.value());
            query.setObject(2, Sql.time(since));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public Optional<StoredSession> find(SessionId id) {
        return one("id = ?", id.toString());
    }

    @Override
    public Optional<StoredSession> findLiving(SessionNumber number) {
        return one("living_number = ?", number.value());
    }

    @Override
    public boolean change(StoredSession from, StoredSession to) {
        return database.transaction(connection -> change(connection, from, to));
    }

    static boolean change(Connection connection, StoredSession from, StoredSession to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE sessions SET state = ?, expires = ?, ended = ?, reason = ?, living_number = ?"
                        + " WHERE id = ? AND state = ?")) {
            update.setString(1, to.stage().word());
            update.setObject(2, Sql.time(to.expires()));
            update.setObject(3, to.ended().map(Sql::time).orElse(null));
            update.setObject(4, to.reason().map(Reason::code).orElse(null));
            update.setObject(5, livingNumber(to));
            update.setString(6, from.id().toString());
            update.setString(7, from.stage().word());
            return update.executeUpdate() == 1;
        }
    }

    @Override
    public void block(String server, SessionId session, boolean blocked) {
        database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE sessions SET blocked = ? WHERE id = ? AND server = ? AND living_number IS NOT NULL")) {
                update.setBoolean(1, blocked);
                update.setString(2, session.toString());
                update.setString(3, server);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public List<StoredSession> living() {
        return many("living_number IS NOT NULL ORDER BY opened");
    }

    @Override
    public int countLiving(String moderatorAccount) {
        return many("living_number IS NOT NULL AND moderator_account = ?", moderatorAccount)
                .size();
    }

    @Override
    public List<StoredSession> endedWithoutReport(String server, Instant since) {
        return many(
                "server = ? AND ended > ? AND NOT EXISTS (SELECT 1 FROM reports WHERE reports.session = sessions.id)"
                        + " ORDER BY ended FETCH FIRST 1000 ROWS ONLY",
                server,
                Sql.time(since));
    }

    private Optional<StoredSession> one(String where, Object value) {
        return many(where, value).stream().findFirst();
    }

    private List<StoredSession> many(String where, Object... values) {
        return database.transaction(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM sessions WHERE " + where)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                try (ResultSet rows = query.executeQuery()) {
                    List<StoredSession> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(session(rows));
                    }
                    return List.copyOf(all);
                }
            }
        });
    }

    private static @Nullable Integer livingNumber(StoredSession session) {
        return switch (session.stage()) {
            case OPEN, WAITING, RUNNING -> session.number().value();
            case ENDED -> null;
        };
    }

    private static StoredSession session(ResultSet row) throws SQLException {
        return new StoredSession(
                SessionId.parse(row.getString("id")),
                new SessionNumber(row.getInt("number")),
                row.getString("moderator_account"),
                new PersonName(row.getString("moderator")),
                StoredSession.Stage.of(row.getString("state")),
                row.getString("server"),
                new Endpoint(row.getString("server_host"), row.getInt("server_port")),
                row.getBoolean("blocked"),
                Sql.instant(row, "opened"),
                Sql.instant(row, "expires"),
                Sql.instantOrNone(row, "ended"),
                Sql.reasonOrNone(row, "reason"));
    }
}

package org.beistand.operator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;

/** {@link Reports} in the database. */
public final class SqlReports implements Reports {
    private static final String LIST = "session, server, began, ended, moderator, participants, reason";

    private final Database database;

    public SqlReports(Database database) {
        this.database = database;
    }

    @Override
    public Added add(StoredReport report, StoredSession from, StoredSession to) {
        Added added = database.transaction(connection -> {
            Optional<StoredReport> known = find(connection, report.session());
            if (known.isPresent()) {
                return known.get().document().equals(report.document()) ? Added.KNOWN : Added.DIFFERENT;
            }
            insert(connection, report);
            if (from.stage() != to.stage()) {
                SqlSessions.change(connection, from, to);
            }
            return Added.STORED;
        });
        // Also when it is known: the first delivery may have been cut between commit and force.
        database.force();
        return added;
    }

    private static void insert(Connection connection, StoredReport report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO reports (" + LIST + ", document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, report.session().toString());
            insert.setString(2, report.server());
            insert.setObject(3, Sql.time(report.began()));
            insert.setObject(4, Sql.time(report.ended()));
            insert.setString(5, report.moderator().value());
            insert.setInt(6, report.participants());
            insert.setInt(7, report.reason().code());
            insert.setString(8, report.document());
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<StoredReport> find(SessionId session) {
        return database.transaction(connection -> find(connection, session));
    }

    private static Optional<StoredReport> find(Connection connection, SessionId session) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + LIST + ", document FROM reports WHERE session = ?")) {
            query.setString(1, session.toString());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(report(rows, rows.getString("document"))) : Optional.empty();
            }
        }
    }

    @Override
    public List<StoredReport> list(Instant from, Instant until, int atMost) {
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT " + LIST
                    + " FROM reports WHERE began >= ? AND began < ? ORDER BY began DESC, session"
                    + " FETCH FIRST ? ROWS ONLY")) {
                query.setObject(1, Sql.time(from));
                query.setObject(2, Sql.time(until));
                query.setInt(3, atMost);
                try (ResultSet rows = query.executeQuery()) {
                    List<StoredReport> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(report(rows, ""));
                    }
                    return List.copyOf(all);
                }
            }
        });
    }

    private static StoredReport report(ResultSet row, String document) throws SQLException {
        return new StoredReport(
                SessionId.parse(row.getString("session")),
                row.getString("server"),
                Sql.instant(row, "began"),
                Sql.instant(row, "ended"),
                new PersonName(row.getString("moderator")),
                row.getInt("participants"),
                Sql.reason(row.getInt("reason")),
                document);
    }
}

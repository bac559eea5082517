package org.beistand.operator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.operator.EntitlementChange;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;

/** Trainings, briefings and undertakings in the database, with the trail of their changes. */
public final class SqlEntitlements {
    private static final String COLUMNS = "account, evidence, given, expires";

    private final Database database;

    public SqlEntitlements(Database database) {
        this.database = database;
    }

    public List<Attested> of(String account) {
        return lines("WHERE account = ? ORDER BY evidence", 10, account).stream()
                .map(EntitlementLine::attested)
                .toList();
    }

    /** @return at most so many, by account */
    public List<EntitlementLine> list(int atMost) {
        return lines("ORDER BY account, evidence", atMost);
    }

    /**
     * Writes all of them with their trail, or nothing.
     *
     * @param atMost rows that there may be afterwards
     * @return false if there would be more
     */
    public boolean set(List<EntitlementLine> lines, String by, Instant now, int atMost) {
        try {
            return database.transaction(connection -> {
                for (EntitlementLine line : lines) {
                    delete(connection, line.account(), line.attested().evidence());
                    insert(connection, line);
                    trail(
                            connection,
                            new EntitlementChange(
                                    now, by, line.account(), line.attested().evidence(), Optional.of(line.attested())));
                }
                if (count(connection) > atMost) {
                    throw new TooMany();
                }
                return true;
            });
        } catch (TooMany e) {
            return false;
        }
    }

    /** Undoes the transaction. */
    private static final class TooMany extends RuntimeException {
        TooMany() {
            super("too many", null, false, false);
        }
    }

    /** @return false if there is none */
    public boolean remove(String account, Evidence evidence, String by, Instant now) {
        return database.transaction(connection -> {
            if (delete(connection, account, evidence) == 0) {
                return false;
            }
            trail(connection, new EntitlementChange(now, by, account, evidence, Optional.empty()));
            return true;
        });
    }

    /** @return the newest first */
    public List<EntitlementChange> changes(int atMost) {
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT changed, changed_by, " + COLUMNS
                    + " FROM entitlement_changes ORDER BY id DESC FETCH FIRST ? ROWS ONLY")) {
                query.setInt(1, atMost);
                try (ResultSet rows = query.executeQuery()) {
                    List<EntitlementChange> all = new ArrayList<>();
                    while (rows.next()) {
                        Evidence evidence = Sql.coded(Evidence.values(), rows.getInt("evidence"));
                        boolean there = rows.getObject("given", LocalDate.class) != null;
                        all.add(new EntitlementChange(
                                Sql.instant(rows, "changed"),
                                rows.getString("changed_by"),
                                rows.getString("account"),
                                evidence,
                                there ? Optional.of(attested(rows)) : Optional.empty()));
                    }
                    return List.copyOf(all);
                }
            }
        });
    }

    private List<EntitlementLine> lines(String rest, int atMost, String... parameters) {
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM entitlements " + rest + " FETCH FIRST ? ROWS ONLY")) {
                for (int i = 0; i < parameters.length; i++) {
                    query.setString(i + 1, parameters[i]);
                }
                query.setInt(parameters.length + 1, atMost);
                try (ResultSet rows = query.executeQuery()) {
                    List<EntitlementLine> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(new EntitlementLine(rows.getString("account"), attested(rows)));
                    }
                    return List.copyOf(all);
                }
            }
        });
    }

    private static int count(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM entitlements");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static int delete(Connection connection, String account, Evidence evidence) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM entitlements WHERE account = ? AND evidence = ?")) {
            delete.setString(1, account);
            delete.setInt(2, evidence.code());
            return delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, EntitlementLine line) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entitlements (" + COLUMNS + ") VALUES (?, ?, ?, ?)")) {
            insert.setString(1, line.account());
            insert.setInt(2, line.attested().evidence().code());
            insert.setObject(3, line.attested().given());
            insert.setObject(4, line.attested().expires());
            insert.executeUpdate();
        }
    }

    private static void trail(Connection connection, EntitlementChange change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO entitlement_changes (" + COLUMNS + ", changed, changed_by) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, change.account());
            insert.setInt(2, change.evidence().code());
            if (change.attested().isPresent()) {
                insert.setObject(3, change.attested().get().given());
                insert.setObject(4, change.attested().get().expires());
            } else {
                insert.setNull(3, Types.DATE);
                insert.setNull(4, Types.DATE);
            }
            insert.setObject(5, Sql.time(change.at()));
            insert.setString(6, change.by());
            insert.executeUpdate();
        }
    }

    private static Attested attested(ResultSet row) throws SQLException {
        return new Attested(
                Sql.coded(Evidence.values(), row.getInt("evidence")),
                row.getObject("given", LocalDate.class),
                row.getObject("expires", LocalDate.class));
    }
}

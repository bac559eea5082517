package org.beistand.operator.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.protocol.wire.Octets;

/** The second factors in the database. */
public final class SqlFactors {
    private static final String COLUMNS = "sealed, recovery, used_up_to, wrong, locked_until, version, login_key";

    private final Database database;

    public SqlFactors(Database database) {
        this.database = database;
    }

    /** @param key the folded login */
    public Optional<StoredFactor> find(String key) {
        return database.transaction(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM second_factors WHERE login_key = ?")) {
                query.setString(1, key);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(factor(rows)) : Optional.empty();
                }
            }
        });
    }

    /** The folded logins of everybody who has one. */
    public Set<String> keys() {
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT login_key FROM second_factors");
                    ResultSet rows = query.executeQuery()) {
                Set<String> keys = new HashSet<>();
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
                return Set.copyOf(keys);
            }
        });
    }

    /** @return false if there is one already */
    public boolean add(StoredFactor factor) {
        return database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO second_factors (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                fill(insert, factor);
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

    /** Replaces it, unless somebody else has changed it meanwhile. @return whether it was replaced */
    public boolean change(StoredFactor from, StoredFactor to) {
        return database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE second_factors SET sealed = ?, recovery = ?, used_up_to = ?, wrong = ?, locked_until = ?,"
                            + " version = ? WHERE login_key = ? AND version = ?")) {
                fill(update, to);
                update.setLong(8, from.version());
                return update.executeUpdate() == 1;
            }
        });
    }

    public void remove(String key) {
        database.transaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM second_factors WHERE login_key = ?")) {
                delete.setString(1, key);
                return delete.executeUpdate();
            }
        });
    }

    private static void fill(PreparedStatement statement, StoredFactor factor) throws SQLException {
        statement.setString(1, factor.sealed().toHex());
        statement.setString(2, String.join(" ", factor.recovery()));
        statement.setLong(3, factor.usedUpTo());
        statement.setInt(4, factor.wrong());
        statement.setObject(5, Sql.time(factor.lockedUntil()));
        statement.setLong(6, factor.version());
        statement.setString(7, factor.key());
    }

    private static StoredFactor factor(ResultSet row) throws SQLException {
        String recovery = row.getString("recovery");
        return new StoredFactor(
                row.getString("login_key"),
                Octets.fromHex(row.getString("sealed")),
                recovery.isEmpty() ? List.of() : List.of(recovery.split(" ")),
                row.getLong("used_up_to"),
                row.getInt("wrong"),
                Sql.instant(row, "locked_until"),
                row.getLong("version"));
    }
}

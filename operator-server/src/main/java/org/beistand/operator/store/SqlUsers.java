package org.beistand.operator.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.value.PersonName;

/** {@link Users} in the database. */
public final class SqlUsers implements Users {
    private static final String COLUMNS =
            "login, name, password, enabled, must_change, factor_required, role, created, changed";

    private final Database database;

    public SqlUsers(Database database) {
        this.database = database;
    }

    /** One form for all spellings of a login. */
    public static String key(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<StoredUser> find(String login) {
        return database.transaction(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM users WHERE login_key = ?")) {
                query.setString(1, key(login));
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(user(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean add(StoredUser user) {
        return database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO users (" + COLUMNS + ", login_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                fill(insert, user);
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

    @Override
    public boolean change(StoredUser user) {
        return database.transaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE users SET login = ?, name = ?, password = ?, enabled = ?, must_change = ?,"
                            + " factor_required = ?, role = ?, created = ?, changed = ? WHERE login_key = ?")) {
                fill(update, user);
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public List<StoredUser> list(int atMost) {
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM users ORDER BY login_key FETCH FIRST ? ROWS ONLY")) {
                query.setInt(1, atMost);
                try (ResultSet rows = query.executeQuery()) {
                    List<StoredUser> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(user(rows));
                    }
                    return List.copyOf(all);
                }
            }
        });
    }

    @Override
    public int count() {
        return database.transaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM users");
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        });
    }

    private static void fill(PreparedStatement statement, StoredUser user) throws SQLException {
        statement.setString(1, user.login());
        statement.setString(2, user.name().value());
        statement.setString(3, user.password());
        statement.setBoolean(4, user.enabled());
        statement.setBoolean(5, user.mustChange());
        statement.setBoolean(6, user.factorRequired());
        statement.setInt(7, user.role().code());
        statement.setObject(8, Sql.time(user.created()));
        statement.setObject(9, Sql.time(user.changed()));
        statement.setString(10, key(user.login()));
    }

    private static StoredUser user(ResultSet row) throws SQLException {
        return new StoredUser(
                row.getString("login"),
                new PersonName(row.getString("name")),
                row.getString("password"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change"),
                row.getBoolean("factor_required"),
                Sql.coded(UserRole.values(), row.getInt("role")),
                Sql.instant(row, "created"),
                Sql.instant(row, "changed"));
    }
}

package org.beistand.operator.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.SessionId;

/** What was known of the moderator of each session, in the database: added and read, never changed. */
public final class SqlVouchings { // 001-74
    private final Database database;

    public SqlVouchings(Database database) {
        this.database = database;
    }

    public void add(SessionId session, Vouched vouched) {
        String attested = vouched.attested().stream()
                .map(one -> one.evidence().code() + " " + one.given() + " " + one.expires())
                .collect(Collectors.joining("\n"));
        database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO vouchings (session, account, attested) VALUES (?, ?, ?)")) {
                insert.setString(1, session.toString());
                insert.setString(2, vouched.account());
                insert.setString(3, attested);
                return insert.executeUpdate();
            }
        });
    }

    public Optional<Vouched> find(SessionId session) {
        return database.transaction(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT account, attested FROM vouchings WHERE session = ?")) {
                query.setString(1, session.toString());
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Vouched(rows.getString("account"), parsed(rows.getString("attested"))))
                            : Optional.empty();
                }
            }
        });
    }

    private static List<Attested> parsed(String lines) {
        return lines.lines()
                .map(line -> line.split(" "))
                .map(words -> new Attested(
                        Sql.coded(Evidence.values(), Integer.parseInt(words[0])),
                        LocalDate.parse(words[1]),
                        LocalDate.parse(words[2])))
                .toList();
    }
}

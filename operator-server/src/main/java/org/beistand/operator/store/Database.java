package org.beistand.operator.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.beistand.protocol.value.Reason;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database file in the operator server's folder. Only one program can have it open; it is reached through this class, never
 * over a network.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 8;
    private static final long WAIT_MILLIS = 10_000;
    /** How the operating system says that nothing more goes onto the disk, or not for this user. */
    private static final List<String> NO_SPACE = List.of("no space left", "quota exceeded", "file too large");

    private static final Set<Integer> CLOSED =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    private final HikariDataSource pool;
    private final Path file;

    private Database(HikariDataSource pool, Path file) {
        this.pool = pool;
        this.file = file;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Opens the file in {@code folder}, made if it is not there, and brings its tables up to date.
     *
     * @throws StoreFailure DATABASE_LOCKED, DATABASE_UNUSABLE or DISK_FULL
     */
    public static Database open(Path folder) {
        Path file = folder.resolve("operator.mv.db").toAbsolutePath();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new StoreFailure(
                    Reason.DATABASE_UNUSABLE, file.toString(), new IOException("no folder to write into"));
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("operator-store");
        // A semicolon would end the path and begin settings.
        String path = folder.toAbsolutePath().resolve("operator").toString();
        if (path.indexOf(';') >= 0) {
            throw new StoreFailure(
                    Reason.DATABASE_UNUSABLE, file.toString(), new IOException("a semicolon in the path"));
        }
        // TRACE_LEVEL_FILE=0: no second log beside ours, which would hold names and numbers. WRITE_DELAY=0: what was
        // committed is in the file before anybody is told.
        config.setJdbcUrl(
                "jdbc:h2:file:" + path + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0");
        config.setDriverClassName("org.h2.Driver");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(config);
        Database database = new Database(pool, file);
        try {
            // Once by hand: the pool would try a locked file again and again until its time is up.
            try (Connection first = DriverManager.getConnection(config.getJdbcUrl())) {
                LOG.debug("database {} opened", first.getMetaData().getDatabaseProductVersion());
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:org/beistand/operator/migrations")
                        .loggers("slf4j")
                        .load()
                        .migrate();
            }
            return database;
        } catch (SQLException | FlywayException e) {
            pool.close();
            throw database.failure(e);
        }
    }

    /**
     * All of the work happens or none of it; when this returns, it is in the file.
     *
     * @throws StoreFailure if it did not happen
     */
    public <T> T transaction(Work<T> work) {
        try {
            return attempt(work);
        } catch (SQLException e) {
            StoreFailure failure = failure(e);
            if (e instanceof InDoubt || !isClosed(e)) {
                throw failure;
            }
        }
        // It had closed itself after an earlier write that failed. Nothing of this work happened, and there may be room
        // again.
        try {
            return attempt(work);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                commit(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void commit(Connection connection) throws InDoubt {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new InDoubt(e);
        }
    }

    /** Whether it was stored cannot be told, so it is not tried again. */
    private static final class InDoubt extends SQLException {
        InDoubt(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    /** Forces what was committed through the operating system's caches to the disk. */
    public void force() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The file is closed in order with the last connection. */
    @Override
    public void close() {
        pool.close();
    }

    private static void rollBack(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private StoreFailure failure(Exception e) {
        if (isClosed(e)) {
            // After a failed write the database closes itself; it is opened again with the first new connection.
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return new StoreFailure(reason(e), file.toString(), e);
    }

    private static boolean isClosed(Exception e) {
        return causes(e).stream()
                .anyMatch(cause -> cause instanceof SQLException sql && CLOSED.contains(sql.getErrorCode()));
    }

    /** A cycle of causes is legal in Java, so the walk is bounded. */
    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static Reason reason(Throwable failure) {
        for (Throwable at : causes(failure)) {
            String message = at.getMessage();
            if (message != null && NO_SPACE.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains)) {
                return Reason.DISK_FULL;
            }
            if (at instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return Reason.DATABASE_LOCKED;
            }
        }
        // The pool had no connection free for so long, and none has failed.
        boolean crowded = failure instanceof SQLTransientConnectionException && failure.getCause() == null;
        return crowded ? Reason.SERVER_BUSY : Reason.DATABASE_UNUSABLE;
    }
}

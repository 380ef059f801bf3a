package dev.arke.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The pool of connections, with the settings each engine needs to be durable and never to hang. */
final class Pool {
    private Pool() {}

    static HikariDataSource open(DatabaseSettings settings) {
        return open(settings, configured(settings));
    }

    /** For reading only: whoever writes is refused by the database itself. */
    static HikariDataSource openToLook(DatabaseSettings settings) {
        var config = configured(settings);
        if (settings.isH2()) config.setJdbcUrl(config.getJdbcUrl() + ";ACCESS_MODE_DATA=r");
        else config.setReadOnly(true);
        return open(settings, config);
    }

    /** Connections that may take all the time a migration needs; those of PostgreSQL's pool may not. */
    static DataSource forMigrations(DatabaseSettings settings, DataSource pool) {
        if (!settings.isPostgres()) return pool;
        var options = new Properties();
        options.setProperty("ApplicationName", "arke migrations");
        options.setProperty("tcpKeepAlive", "true");
        return new DriverDataSource(settings.url(), null, options, settings.user(), settings.password());
    }

    private static HikariConfig configured(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("arke");
        config.setAutoCommit(false);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setConnectionTimeout(5_000);
        config.setExceptionOverrideClassName(DatabaseTrouble.Eviction.class.getName());
        if (settings.isPostgres()) configurePostgres(config, settings);
        else configureH2(config, settings);
        return config;
    }

    private static HikariDataSource open(DatabaseSettings settings, HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            var cause = rootSqlException(e);
            if (cause != null && settings.isH2() && cause.getErrorCode() == ErrorCode.FILE_CORRUPTED_1)
                throw new CorruptFile(explain(settings, e), e);
            throw new DatabaseUnavailable(explain(settings, e), e);
        }
    }

    /** The file is readable and no database, or is gone beside its copies: the cases in which a copy takes its place. */
    static final class CorruptFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CorruptFile(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static void configurePostgres(HikariConfig config, DatabaseSettings settings) {
        config.setJdbcUrl(settings.url());
        config.setMaximumPoolSize(12);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // A host that vanished sends no reset: nobody waits for it longer than a statement may take, and some.
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "arke");
        // A plan made while a table was empty reads all of it, and is kept while thousands of rows come: each hot query
        // has
        // an index, and is to use it from the first row on. Compiling a plan costs more than any of ours takes.
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s"
                        + " -c enable_seqscan=off -c jit=off");
    }

    private static void configureH2(HikariConfig config, DatabaseSettings settings) {
        // WRITE_DELAY=0: a commit is written when it returns; H2's default waits 500 ms and loses it to a kill.
        // QUERY_CACHE_SIZE: a connection remembers how that many statements are carried out; H2's default is 8, and we
        // have hundreds.
        config.setJdbcUrl(
                settings.url() + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        config.setMaximumPoolSize(16);
        // A connection to a database that H2 has closed still calls itself valid.
        config.setConnectionTestQuery("select 1");
    }

    private static String explain(DatabaseSettings settings, Throwable failure) {
        var cause = rootSqlException(failure);
        var words = cause == null ? String.valueOf(failure.getMessage()) : String.valueOf(cause.getMessage());
        if (cause != null && settings.isH2() && cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)
            return "the database file of " + settings.address()
                    + " is in use by another process. H2's file belongs to one process: stop the other Arke, or use"
                    + " PostgreSQL.";
        if (cause != null && cause.getSQLState() != null && cause.getSQLState().startsWith("28"))
            return "the database refused the user or password (ARKE_DATABASE_USER, ARKE_DATABASE_PASSWORD): " + words;
        return "the database " + settings.address() + " cannot be opened: " + words + below(cause);
    }

    /** H2 names only the file when it cannot be read; the reason stands below. */
    private static String below(@Nullable SQLException cause) {
        var reason = cause == null ? null : cause.getCause();
        return reason == null ? "" : " (" + reason.getMessage() + ")";
    }

    private static @Nullable SQLException rootSqlException(Throwable failure) {
        SQLException found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) if (at instanceof SQLException e) found = e;
        return found;
    }
}

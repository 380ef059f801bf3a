package dev.arke.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** An open, migrated database. Opening fails with {@link DatabaseUnavailable} and a sentence that says what to do. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Transactions transactions;
    private final DSLContext dsl;
    private final DatabaseClock clock = new DatabaseClock();

    private Database(HikariDataSource pool, boolean postgres) {
        this.pool = pool;
        this.transactions = postgres ? new PooledTransactions(pool) : new GroupedTransactions(pool);
        this.dsl = DSL.using(new DefaultConfiguration()
                .set(new CurrentUnit.Provider())
                .set(postgres ? SQLDialect.POSTGRES : SQLDialect.H2)
                .set(new Settings()
                        .withRenderSchema(false)
                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                        .withExecuteLogging(false)
                        .withReturnAllOnUpdatableRecord(false)));
    }

    /** Opens the database and brings its schema up to date. */
    public static Database open(DatabaseSettings settings) {
        var pool = Pool.open(settings);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db")
                    .loggers("slf4j")
                    .load()
                    .migrate();
            var database = new Database(pool, settings.isPostgres());
            database.measureClock();
            return database;
        } catch (FlywayException e) {
            pool.close();
            throw new DatabaseUnavailable(
                    "the schema could not be brought up to date: " + e.getMessage()
                            + "\nStart the Arke version that wrote it, or restore a copy made before the change.",
                    e);
        }
    }

    /** For stores; works only inside a unit of work. */
    public DSLContext dsl() {
        return dsl;
    }

    public Transactions transactions() {
        return transactions;
    }

    public DatabaseClock clock() {
        return clock;
    }

    /** How many connections units of work hold now. */
    public int borrowedConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Asks the database for its clock; called every few seconds. */
    public void measureClock() {
        transactions.read(() -> {
            InstantSource there = () -> dsl.select(DSL.currentOffsetDateTime())
                    .fetchSingle()
                    .map(row -> toInstant(row.get(0, OffsetDateTime.class)));
            clock.measure(there);
            return Boolean.TRUE;
        });
    }

    private static Instant toInstant(OffsetDateTime time) {
        return time.toInstant();
    }

    @Override
    public void close() {
        if (transactions instanceof GroupedTransactions grouped) grouped.close();
        pool.close();
    }
}

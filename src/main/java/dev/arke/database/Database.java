package dev.arke.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open, migrated database. Opening fails with {@link DatabaseUnavailable} and a sentence that says what to do. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final HikariDataSource pool;
    private final DatabaseSettings settings;
    private final DiskSpace disk;
    private final Optional<Instant> restoredFrom;
    private final Transactions transactions;
    private final DSLContext dsl;
    private final DatabaseClock clock = new DatabaseClock();
    private final UnreadableRows unreadableRows = new UnreadableRows();

    private Database(HikariDataSource pool, DatabaseSettings settings, Optional<Instant> restoredFrom) {
        boolean postgres = settings.isPostgres();
        this.pool = pool;
        this.settings = settings;
        this.disk = DiskSpace.of(settings);
        this.restoredFrom = restoredFrom;
        this.transactions = postgres ? new PooledTransactions(pool) : new GroupedTransactions(pool, disk);
        var configuration = new DefaultConfiguration();
        configuration.data(UnreadableRows.class, unreadableRows);
        this.dsl = DSL.using(configuration
                .set(new CurrentUnit.Provider())
                .set(postgres ? SQLDialect.POSTGRES : SQLDialect.H2)
                .set(new Settings()
                        .withRenderSchema(false)
                        .withRenderQuotedNames(RenderQuotedNames.NEVER)
                        .withExecuteLogging(false)
                        .withReturnAllOnUpdatableRecord(false)));
    }

    /**
     * Opens the database and brings its schema up to date. An H2 file that is corrupt, or empty or gone beside copies of
     * it, and only then, is put aside and its latest copy used: {@link #restoredFrom} tells.
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, DiskSpace.of(settings));
    }

    static Database open(DatabaseSettings settings, DiskSpace disk) {
        // H2 and the migrations would fail in the middle, with words of their own.
        disk.problem().ifPresent(problem -> {
            throw new DatabaseUnavailable(problem, null);
        });
        try {
            refuseLost(settings);
            return open(settings, Optional.empty());
        } catch (Pool.CorruptFile e) {
            var copiedAt = restore(settings, e);
            LOG.atError()
                    .addKeyValue("copy", copiedAt)
                    .addKeyValue("problem", e.getMessage())
                    .log("the database file is corrupt or lost, its latest copy is used");
            return openCopy(settings, copiedAt);
        }
    }

    /** H2 would make an empty database of it, and say nothing. */
    private static void refuseLost(DatabaseSettings settings) {
        H2File.of(settings).filter(H2File::isLost).ifPresent(file -> {
            throw new Pool.CorruptFile(
                    "the database file " + file.file() + " is missing or empty, and copies of it are there", null);
        });
    }

    private static Database openCopy(DatabaseSettings settings, Instant copiedAt) {
        try {
            return open(settings, Optional.of(copiedAt));
        } catch (Pool.CorruptFile e) {
            throw new DatabaseUnavailable(
                    "the copy of " + copiedAt + " is corrupt too: move it away, and an older one is used. "
                            + e.getMessage(),
                    e);
        }
    }

    private static Instant restore(DatabaseSettings settings, Pool.CorruptFile corrupt) {
        try {
            return H2File.of(settings)
                    .orElseThrow(() -> new DatabaseUnavailable(String.valueOf(corrupt.getMessage()), corrupt))
                    .restoreLatest(new DatabaseClock().instant())
                    .orElseThrow(() -> new DatabaseUnavailable(
                            corrupt.getMessage() + "\nThe file is corrupt and there is no copy of it yet.", corrupt));
        } catch (IOException e) {
            throw new DatabaseUnavailable("the corrupt file could not be put aside: " + e.getMessage(), e);
        }
    }

    private static Database open(DatabaseSettings settings, Optional<Instant> restoredFrom) {
        var pool = Pool.open(settings);
        try {
            new Schema(Pool.forMigrations(settings, pool), settings.isH2()).bringUpToDate();
            var database = new Database(pool, settings, restoredFrom);
            database.measureClock();
            return database;
        } catch (DatabaseUnavailable e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Opens the database as it is, for reading only: nothing is made, migrated or restored, and a unit that writes fails.
     * Empty when there is no H2 file yet.
     */
    public static Optional<Database> openToLook(DatabaseSettings settings) {
        var file = H2File.of(settings);
        try {
            refuseLost(settings);
            if (file.isPresent() && !file.get().exists()) return Optional.empty();
            return Optional.of(new Database(Pool.openToLook(settings), settings, Optional.empty()));
        } catch (Pool.CorruptFile e) {
            throw new DatabaseUnavailable(
                    e.getMessage() + "\n" + file.map(H2File::remedy).orElse(""), e);
        }
    }

    /** Compares the schema with the migrations of this jar, and changes nothing. */
    public SchemaState schemaState() {
        return new Schema(pool, settings.isH2()).look();
    }

    /** When the copy was taken that replaced a corrupt file at this start; what came after it is missing. */
    public Optional<Instant> restoredFrom() {
        return restoredFrom;
    }

    /** Whether this database has a single writer and its file: H2. Then a node's leases are void when it starts. */
    public boolean isSingleNode() {
        return settings.isH2();
    }

    /** Takes a copy of an H2 file and checks it; nothing for PostgreSQL and for databases in memory. */
    public void takeCopy() {
        var file = H2File.of(settings);
        if (file.isEmpty()) return;
        try (var connection = pool.getConnection()) {
            file.get().copy(connection, clock.instant());
        } catch (SQLException | IOException e) {
            throw new DatabaseUnavailable("no copy of the database could be taken: " + e.getMessage(), e);
        }
    }

    /** What is to be done about the room for an H2 file, if anything. */
    public Optional<String> diskProblem() {
        return disk.warning();
    }

    /** For stores; works only inside a unit of work. */
    public DSLContext dsl() {
        return dsl;
    }

    public Transactions transactions() {
        return transactions;
    }

    public UnreadableRows unreadableRows() {
        return unreadableRows;
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

package dev.arke.testkit;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for the whole test JVM: a database is migrated once, each fresh one is made from it as a template. */
final class PostgresServer {
    private static final String TEMPLATE = "arke_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("postgres", "create database " + TEMPLATE);
        useSessionZone(TEMPLATE);
        Database.open(settings(TEMPLATE)).close();
    }

    static PostgresServer get() {
        return Holder.SERVER;
    }

    DatabaseSettings fresh() {
        var name = "arke" + COUNT.incrementAndGet();
        execute("postgres", "create database " + name + " template " + TEMPLATE);
        return settings(name);
    }

    /** The driver sends the JVM's zone with each login, so only something after the login can set another. */
    private void useSessionZone(String database) {
        execute(
                database,
                "create schema testkit",
                """
                create function testkit.set_zone() returns event_trigger language plpgsql as
                $$ begin perform set_config('TimeZone', '%s', false); end $$\
                """.formatted(Engine.SESSION_ZONE),
                "create event trigger set_zone on login execute function testkit.set_zone()");
    }

    private DatabaseSettings settings(String database) {
        return new DatabaseSettings(server.getJdbcUrl("postgres", database), "postgres", "postgres");
    }

    private void execute(String database, String... statements) {
        try (var connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final PostgresServer SERVER = new PostgresServer();
    }
}

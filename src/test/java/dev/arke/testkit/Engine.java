package dev.arke.testkit;

import dev.arke.database.DatabaseSettings;

/** The two kinds of database Arke runs on. */
public enum Engine {
    H2 {
        @Override
        DatabaseSettings fresh() {
            return H2Files.get().fresh();
        }
    },
    POSTGRES {
        @Override
        DatabaseSettings fresh() {
            return PostgresServer.get().fresh();
        }
    };

    /** The zone of each session: neither the test JVM's nor UTC, so that a mix-up of zones shows. */
    static final String SESSION_ZONE = "America/St_Johns";

    /** A new, migrated database that nobody has open. */
    abstract DatabaseSettings fresh();
}

package dev.arke.database;

import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Runs units of work. A unit is all of a use case's reading and writing; it is kept whole or not at all, and no network
 * is called inside it. Stores find the unit's connection by the thread it runs on. A unit begun inside another joins it.
 */
public sealed interface Transactions permits GroupedTransactions, PooledTransactions {
    /** SQL's state for a row that is there already, on both engines. */
    String UNIQUE_VIOLATION = "23505";

    /**
     * Runs a unit that writes and returns when it is committed as {@code durability} asks.
     *
     * @throws DatabaseUnavailable when the database is gone; otherwise whatever the unit throws, after undoing it
     */
    <T> T write(Durability durability, Supplier<T> unit);

    /**
     * The same, for a unit that checks what is there before it adds to it: when another unit was faster and made what may
     * be there only once, it is run a second time, and finds that.
     */
    default <T> T writeOverRivals(Durability durability, Supplier<T> unit) {
        try {
            return write(durability, unit);
        } catch (RuntimeException e) {
            if (!isDuplicate(e)) throw e;
            return write(durability, unit);
        }
    }

    private static boolean isDuplicate(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause())
            if (at instanceof SQLException e && UNIQUE_VIOLATION.equals(e.getSQLState())) return true;
        return false;
    }

    /** Runs a unit that only reads. */
    <T> T read(Supplier<T> unit);

    /** Runs {@code hook} on the caller's thread once the present unit is committed; never when it is undone. */
    default void afterCommit(Runnable hook) {
        CurrentUnit.get().afterCommit(hook);
    }

    default void write(Durability durability, Runnable unit) {
        write(durability, () -> {
            unit.run();
            return Boolean.TRUE;
        });
    }
}

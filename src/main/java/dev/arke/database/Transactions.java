package dev.arke.database;

import java.util.function.Supplier;

/**
 * Runs units of work. A unit is all of a use case's reading and writing; it is kept whole or not at all, and no network
 * is called inside it. Stores find the unit's connection by the thread it runs on. A unit begun inside another joins it.
 */
public sealed interface Transactions permits GroupedTransactions, PooledTransactions {
    /**
     * Runs a unit that writes and returns when it is committed as {@code durability} asks.
     *
     * @throws DatabaseUnavailable when the database is gone; otherwise whatever the unit throws, after undoing it
     */
    <T> T write(Durability durability, Supplier<T> unit);

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

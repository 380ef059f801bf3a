package dev.arke.database;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/** The unit of work on this thread: its connection, and what is to happen once it is committed. */
final class CurrentUnit {
    private static final ThreadLocal<@Nullable CurrentUnit> PRESENT = new ThreadLocal<>();

    private final Connection connection;
    private final List<Runnable> hooks = new ArrayList<>();

    CurrentUnit(Connection connection) {
        this.connection = connection;
    }

    static boolean isPresent() {
        return PRESENT.get() != null;
    }

    static CurrentUnit get() {
        var unit = PRESENT.get();
        if (unit == null) throw new IllegalStateException("a store was used outside a unit of work");
        return unit;
    }

    void afterCommit(Runnable hook) {
        hooks.add(hook);
    }

    List<Runnable> hooks() {
        return List.copyOf(hooks);
    }

    <T> T run(Supplier<T> work) {
        PRESENT.set(this);
        try {
            return work.get();
        } finally {
            PRESENT.remove();
        }
    }

    /** Gives jOOQ the connection of the thread's unit. */
    static final class Provider implements ConnectionProvider {
        @Override
        public Connection acquire() {
            return get().connection;
        }

        @Override
        public void release(Connection connection) {
            // The unit's owner closes it.
        }
    }
}

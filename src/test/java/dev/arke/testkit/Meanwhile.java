package dev.arke.testkit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** What happens at the instant at which a store of a database is about to ask something: the database goes away, or somebody is faster. */
public final class Meanwhile {
    /** SQL's state of a session that an administrator ended. */
    private static final String ENDED = "57P01";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Event(Predicate<String> at, Runnable what) {}

    private static final Event NOTHING = new Event(text -> false, () -> {});

    private volatile Event event = NOTHING;

    public Meanwhile(TestDatabase database) {
        // The configuration that every store of this database was given.
        database.database().dsl().configuration().set(ExecuteListener.onExecuteStart(this::notice));
    }

    /** From now on, to what such a text asks, until {@link #nothing}. */
    public void goneFor(Predicate<String> texts) {
        event = new Event(texts, () -> {
            throw new IllegalStateException(new SQLException("the database is gone", ENDED));
        });
    }

    /** The same from now on, each time that such a text is asked, until {@link #nothing}. */
    public void failing(Predicate<String> texts, Error error) {
        event = new Event(texts, () -> {
            throw error;
        });
    }

    /** The next time that such a text is about to be asked, on another thread, while who asks it waits. */
    public void once(Predicate<String> texts, Runnable what) {
        event = new Event(texts, () -> {
            nothing();
            elsewhere(what);
        });
    }

    public void nothing() {
        event = NOTHING;
    }

    private void notice(ExecuteContext context) {
        var text = Objects.requireNonNullElse(context.sql(), String.join(";", context.batchSQL()));
        var present = event;
        if (present.at().test(text)) present.what().run();
    }

    private static void elsewhere(Runnable what) {
        try {
            CompletableFuture.runAsync(what, task -> Thread.ofVirtual().start(task))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}

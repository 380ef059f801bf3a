package dev.arke.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used now; the message says why and what to do, fit for a log line or an operator. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package dev.arke.http.rest;

import java.time.Instant;

/** One value of an address, as the document describes it; {@code type} is what {@link Schemas} knows. */
record Parameter(String name, boolean inPath, boolean required, Class<?> type, String description) {
    static final Parameter TEAM = path("team", String.class, "A team's name.");
    static final Parameter FROM =
            query("from", Instant.class, "RFC 3339, such as 2026-01-31T03:12:00Z. Now when left out.");
    static final Parameter TO =
            query("to", Instant.class, "RFC 3339; at most 366 days after from. 28 days after it when left out.");
    static final Parameter LIMIT = query("limit", Integer.class, "How many at once, 1 to 500; 100 when left out.");
    static final Parameter AFTER = query("after", String.class, "The next that the page before gave.");

    static Parameter path(String name, Class<?> type, String description) {
        return new Parameter(name, true, true, type, description);
    }

    static Parameter query(String name, Class<?> type, String description) {
        return new Parameter(name, false, false, type, description);
    }
}

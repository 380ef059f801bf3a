package dev.arke.http.rest;

import java.time.Instant;
import java.util.Optional;

/** What operations take. */
final class Bodies {
    private Bodies() {}

    /**
     * {@code by} covers, for {@code insteadOf} or whoever has the role then; {@code anyway}: whatever else they have at that
     * time.
     */
    record OverrideWanted(
            String by,
            Optional<String> insteadOf,
            Optional<String> role,
            Instant from,
            Instant to,
            Optional<Boolean> anyway) {}

    /** {@code calendar}: the text of an iCalendar file. */
    record VacationFile(String calendar) {}

    record Acknowledgement() {}

    record Resolution(Optional<String> note) {}
}

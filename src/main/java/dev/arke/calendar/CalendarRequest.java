package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody asks others to take a part of the calendar that is {@code whose}, or to exchange it for {@code back} of theirs.
 * Nothing moves before one of them accepts; the first who does gets it.
 */
public record CalendarRequest(
        UUID id,
        UUID teamId,
        UUID asker,
        UUID whose,
        List<UUID> asked,
        List<UUID> declined,
        Part give,
        Optional<Part> back,
        State state,
        Optional<UUID> answeredBy,
        Instant madeAt,
        Instant expiresAt) {
    private static final Duration LONGEST = Duration.ofDays(3);

    /** A duty for a time. */
    public record Part(Role.Duty duty, Interval interval) {}

    /** Where it stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        /** By all who were asked. */
        DECLINED,
        /** By the one who asked, or because the shifts have changed. */
        WITHDRAWN,
        EXPIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CalendarRequest {
        asked = List.copyOf(asked);
        declined = List.copyOf(declined);
    }

    /** Open for three days, or until what is given begins, or ends where it has begun. */
    public static CalendarRequest open(
            UUID id,
            UUID teamId,
            UUID asker,
            UUID whose,
            List<UUID> asked,
            Part give,
            Optional<Part> back,
            Instant now) {
        var begins = give.interval().start();
        var latest = begins.isAfter(now) ? begins : give.interval().end();
        var days = now.plus(LONGEST);
        return new CalendarRequest(
                id,
                teamId,
                asker,
                whose,
                asked,
                List.of(),
                give,
                back,
                State.OPEN,
                Optional.empty(),
                now,
                latest.isBefore(days) ? latest : days);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether they were asked and have not declined. */
    public boolean waitsFor(UUID who) {
        return asked.contains(who) && !declined.contains(who);
    }

    public CalendarRequest ended(State other, Optional<UUID> by) {
        return new CalendarRequest(id, teamId, asker, whose, asked, declined, give, back, other, by, madeAt, expiresAt);
    }

    /** Once all have declined it is over. */
    public CalendarRequest declinedBy(UUID who) {
        var all = new ArrayList<>(declined);
        if (!all.contains(who)) all.add(who);
        return new CalendarRequest(
                id,
                teamId,
                asker,
                whose,
                asked,
                all,
                give,
                back,
                all.containsAll(asked) ? State.DECLINED : state,
                answeredBy,
                madeAt,
                expiresAt);
    }
}

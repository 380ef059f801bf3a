package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarRequest;
import java.util.List;
import java.util.UUID;

/** The requests for covers and swaps that are open for somebody. */
public final class FindRequests {
    private final CalendarUseCases.Needs needs;

    FindRequests(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    /** Those that wait for an answer of theirs, and those that they made. */
    public record Open(List<CalendarRequest> toAnswer, List<CalendarRequest> own) {}

    public Open of(UUID who) {
        var open = needs.transactions().read(() -> needs.requests().open());
        return new Open(
                open.stream().filter(request -> request.waitsFor(who)).toList(),
                open.stream().filter(request -> request.asker().equals(who)).toList());
    }
}

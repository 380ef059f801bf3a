package dev.arke.testkit;

import dev.arke.calendar.AbsenceCalendars;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A calendar elsewhere, whose answer a test sets. */
public final class FakeAbsences implements AbsenceCalendars {
    public Answer answer = new Answer.Read(List.of(), List.of(), 0);
    public int fetched;
    /** What happens while one is fetched. */
    public Runnable meanwhile = () -> {};

    @Override
    public Answer fetch(URI address, ZoneId zone, Instant now) {
        fetched++;
        meanwhile.run();
        return answer;
    }

    @Override
    public Answer read(String file, ZoneId zone, Instant now) {
        return answer;
    }
}

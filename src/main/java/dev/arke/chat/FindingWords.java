package dev.arke.chat;

import dev.arke.calendar.Finding;
import dev.arke.calendar.Interval;
import dev.arke.card.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is wrong with a calendar, a line for each finding. */
final class FindingWords {
    private final Map<UUID, String> names;

    /** {@code names} are of every person and team of the findings. */
    FindingWords(Map<UUID, String> names) {
        this.names = names;
    }

    List<Span> line(Finding finding) {
        return switch (finding) {
            case Finding.Gap gap -> when("Nobody is " + gap.duty().word(), gap.interval(), ".");
            case Finding.GapElsewhere gap ->
                when("Nobody is " + gap.duty().word() + " of " + name(gap.team()), gap.interval(), ".");
            case Finding.DoubleCover both ->
                when(
                        name(both.people().getFirst()) + " and "
                                + name(both.people().getLast()) + " are both "
                                + both.duty().word(),
                        both.interval(),
                        ".");
            case Finding.Unreachable one ->
                when(
                        name(one.who()) + " is " + one.duty().word(),
                        one.interval(),
                        " and cannot be reached: no contact method of theirs works.");
            case Finding.TwoTeams both ->
                when(
                        name(both.who()) + " is " + both.duty().word() + " here and "
                                + both.otherDuty().word() + " of " + name(both.otherTeam()),
                        both.interval(),
                        ".");
            case Finding.BackToBack turns ->
                when(
                        name(turns.who()) + " is " + turns.duty().word() + " " + turns.turns() + " turns in a row",
                        turns.interval(),
                        ".");
            case Finding.LittleRest rest ->
                when(name(rest.who()) + " has only " + hours(rest.interval().length()) + " off", rest.interval(), ".");
        };
    }

    private String name(UUID id) {
        return names.getOrDefault(id, "somebody");
    }

    private static List<Span> when(String what, Interval interval, String after) {
        var line = new ArrayList<Span>();
        line.add(Span.strong(what));
        line.add(Span.text(" from "));
        line.add(Span.dateTime(interval.start()));
        line.add(Span.text(" to "));
        line.add(Span.dateTime(interval.end()));
        line.add(Span.text(after));
        return line;
    }

    /** "7 h", "7 h 30 min". */
    static String hours(Duration length) {
        long minutes = length.toMinutes();
        var rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        if (minutes < 60) return minutes + " min";
        return (minutes / 60 + " h " + rest).strip();
    }
}

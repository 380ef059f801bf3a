package dev.arke.chat;

import dev.arke.calendar.Finding;
import dev.arke.calendar.Interval;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is wrong with a calendar, a line for each finding. */
final class FindingWords {
    private final Map<UUID, String> names;
    private final Phrases say;

    /** {@code names} are of every person and team of the findings. */
    FindingWords(Map<UUID, String> names, Phrases say) {
        this.names = names;
        this.say = say;
    }

    List<Span> line(Finding finding) {
        return switch (finding) {
            case Finding.Gap gap ->
                when("finding", say.say("finding.gap", gap.duty().word()), gap.interval());
            case Finding.GapElsewhere gap ->
                when("finding", say.say("finding.elsewhere", gap.duty().word(), name(gap.team())), gap.interval());
            case Finding.DoubleCover both ->
                when(
                        "finding",
                        say.say(
                                "finding.both",
                                name(both.people().getFirst()),
                                name(both.people().getLast()),
                                both.duty().word()),
                        both.interval());
            case Finding.Unreachable one ->
                when(
                        "finding.unreached",
                        say.say("finding.duty", name(one.who()), one.duty().word()),
                        one.interval());
            case Finding.TwoTeams both ->
                when(
                        "finding",
                        say.say(
                                "finding.two",
                                name(both.who()),
                                both.duty().word(),
                                both.otherDuty().word(),
                                name(both.otherTeam())),
                        both.interval());
            case Finding.BackToBack turns ->
                when(
                        "finding",
                        say.say("finding.turns", name(turns.who()), turns.duty().word(), turns.turns()),
                        turns.interval());
            case Finding.LittleRest rest ->
                when(
                        "finding",
                        say.say(
                                "finding.rest",
                                name(rest.who()),
                                hours(rest.interval().length())),
                        rest.interval());
        };
    }

    private String name(UUID id) {
        return names.getOrDefault(id, say.say("finding.somebody"));
    }

    private List<Span> when(String key, String what, Interval interval) {
        return say.spans(key, List.of(List.of(Span.strong(what)), ShiftLines.between(interval, say)));
    }

    /** "7 h", "7 h 30 min". */
    static String hours(Duration length) {
        long minutes = length.toMinutes();
        var rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        if (minutes < 60) return minutes + " min";
        return (minutes / 60 + " h " + rest).strip();
    }
}

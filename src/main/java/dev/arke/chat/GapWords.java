package dev.arke.chat;

import dev.arke.calendar.Reason;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.Shift;
import dev.arke.calendar.Suggest.Candidate;
import dev.arke.card.Phrases;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a team's admins hear when a rotation finds nobody for some of its shifts. */
public final class GapWords {
    private GapWords() {}

    /** {@code gaps} in order of time, at least one; {@code others} could take the first. */
    public static String of(
            Rotation rotation,
            List<Shift> gaps,
            String team,
            List<Candidate> others,
            Function<UUID, String> names,
            Phrases say) {
        var first = gaps.getFirst();
        var more = gaps.size() - 1;
        var key = more == 0 ? "gap" : more == 1 ? "gap.one" : "gap.many";
        var duty = rotation.fills().duty().word();
        var what = say.say(key, duty, team, ZonedWords.fromTo(first.interval(), say), more);
        var why = say.say("gap.why", rotation.name(), why(rotation, first, names, say));
        return what + " " + why
                + (others.isEmpty() ? "" : " " + say.say("gap.hand", CandidateWords.of(others, names, say)));
    }

    private static String why(Rotation rotation, Shift gap, Function<UUID, String> names, Phrases say) {
        var passedOver = gap.reason().map(Reason::passedOver).orElse(List.of());
        if (rotation.roster().isEmpty() || passedOver.isEmpty()) return say.say("gap.roster");
        return passedOver.stream()
                .map(one -> say.say(hindered(one.hindrance()), names.apply(one.responder())))
                .collect(Collectors.joining(", "));
    }

    private static String hindered(Reason.Hindrance hindrance) {
        return switch (hindrance) {
            case VACATION -> "gap.vacation";
            case UNAVAILABLE -> "gap.unavailable";
            case OTHER_DUTY -> "gap.duty";
            case TURN_BESIDE -> "gap.turn";
        };
    }
}

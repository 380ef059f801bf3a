package dev.arke.chat;

import dev.arke.calendar.Reason;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.Shift;
import dev.arke.calendar.Suggest.Candidate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a team's admins hear when a rotation finds nobody for some of its shifts. Times in the rotation's zone. */
public final class GapWords {
    private GapWords() {}

    /** {@code gaps} in order of time, at least one; {@code others} could take the first. */
    public static String of(
            Rotation rotation, List<Shift> gaps, String team, List<Candidate> others, Function<UUID, String> names) {
        var zone = rotation.recurrence().zone();
        var what = rotation.fills().duty().word() + " of " + team;
        var first = gaps.getFirst();
        var when = ZonedWords.fromTo(first.interval(), zone);
        var more = gaps.size() - 1;
        return "Nobody can be " + what + " " + when
                + (more == 0 ? "" : ", nor in " + more + (more == 1 ? " later shift" : " later shifts"))
                + ". Rotation " + rotation.name() + " found nobody: " + why(rotation, first, names)
                + " I fill it as soon as somebody can."
                + (others.isEmpty() ? "" : " By hand could: " + CandidateWords.of(others, names) + ".");
    }

    private static String why(Rotation rotation, Shift gap, Function<UUID, String> names) {
        var passedOver = gap.reason().map(Reason::passedOver).orElse(List.of());
        if (rotation.roster().isEmpty() || passedOver.isEmpty()) return "its roster has nobody who takes turns.";
        return passedOver.stream()
                        .map(one -> names.apply(one.responder()) + " " + ReasonWords.hindered(one.hindrance()))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}

package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a team and those concerned hear of a change on the calendar: one line, times in the team's zone. */
public final class ChangeWords {
    private static final int MOST = 3;

    private ChangeWords() {}

    /** {@code pieces}: what is covered, in order of time; {@code actor}: who did it. */
    public static String covered(
            Role.Duty duty, List<Shift> pieces, Team team, Function<UUID, String> names, String actor) {
        var by = pieces.getFirst().responder().map(names).orElse("nobody");
        return by + " covers " + instead(pieces, names) + " as " + duty.word() + " of " + team.name() + " "
                + when(pieces, team) + "." + (by.equals(actor) ? "" : " " + actor + " changed it.");
    }

    /** {@code shifts} as they are, or were: {@code isRemoved}. */
    public static String byHand(
            List<Shift> shifts, boolean isRemoved, Team team, String who, String actor, Optional<String> reason) {
        return who + (isRemoved ? " is no more " : " is ")
                + shifts.getFirst().role().word() + " of " + team.name() + " " + when(shifts, team) + ", by hand of "
                + actor
                + reason.map(why -> ": " + why).orElse("") + ".";
    }

    /** {@code shifts}: in order of time, as they move together now, or each alone: {@code linked}. */
    public static String linked(List<Shift> shifts, boolean linked, Team team, String who, String actor) {
        var first = shifts.getFirst();
        var whole = new Interval(
                first.interval().start(), shifts.getLast().interval().end());
        return shifts.size() + " shifts of " + who + " as " + first.role().word() + " of " + team.name() + " "
                + ZonedWords.fromTo(whole, team.zone()) + (linked ? " move together now" : " move each alone now")
                + ", by hand of " + actor + ".";
    }

    /** {@code isOfAbsence}: it was a change of who is away. */
    public static String undone(
            List<Shift> pieces, boolean isOfAbsence, Team team, Function<UUID, String> names, String actor) {
        var isSwap = pieces.stream().map(Shift::responder).distinct().count() > 1;
        if (!isOfAbsence && (isSwap || pieces.stream().noneMatch(ChangeWords::isCover)))
            return "Taken back by " + actor + ": their last change of the shifts of " + team.name() + ".";
        if (isOfAbsence) return "Taken back by " + actor + ": their last change of who is away in " + team.name() + ".";
        var by = pieces.getFirst().responder().map(names).orElse("nobody");
        return "Taken back by " + actor + ": " + by + " does not cover " + instead(pieces, names) + " as "
                + pieces.getFirst().role().word() + " of " + team.name() + " " + when(pieces, team) + ".";
    }

    private static boolean isCover(Shift piece) {
        return piece.responder().isPresent()
                && piece.provenance() instanceof Provenance.Edited edited
                && (edited.insteadOf().isPresent() || edited.of().isPresent());
    }

    public static String away(String who, Interval interval, Team team, String actor) {
        return who + " is on vacation " + ZonedWords.fromTo(interval, team.zone()) + "."
                + (who.equals(actor) ? "" : " " + actor + " changed it.");
    }

    /** From a calendar that is kept elsewhere. */
    public static String imported(String who, ShiftDiff diff, Team team) {
        var away = Stream.concat(diff.added().stream(), diff.moved().stream().map(ShiftDiff.Move::after))
                .map(shift -> ZonedWords.fromTo(shift.interval(), team.zone()))
                .toList();
        var words = new ArrayList<String>();
        if (!away.isEmpty())
            words.add("is on vacation " + String.join(", ", away.subList(0, Math.min(MOST, away.size())))
                    + (away.size() > MOST ? " and " + (away.size() - MOST) + " times more" : ""));
        if (!diff.removed().isEmpty())
            words.add("is not on vacation in " + diff.removed().size()
                    + (diff.removed().size() == 1 ? " time" : " times") + " after all");
        return who + " " + String.join(", and ", words) + ", by the calendar that is followed.";
    }

    public static String back(String who, String actor) {
        return who + " is not on vacation after all." + (who.equals(actor) ? "" : " " + actor + " changed it.");
    }

    private static String instead(List<Shift> pieces, Function<UUID, String> names) {
        var people = pieces.stream()
                .map(piece -> piece.provenance() instanceof Provenance.Edited edited
                        ? edited.insteadOf().map(names).orElse("an empty place")
                        : "an empty place")
                .distinct()
                .toList();
        if (people.size() == 1) return people.getFirst();
        return people.subList(0, people.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                + people.getLast();
    }

    private static String when(List<Shift> pieces, Team team) {
        var parts = Interval.joined(pieces.stream().map(Shift::interval).toList());
        var whole = new Interval(parts.getFirst().start(), parts.getLast().end());
        var words = ZonedWords.fromTo(whole, team.zone());
        return parts.size() == 1 ? words : words + ", in " + parts.size() + " parts";
    }
}

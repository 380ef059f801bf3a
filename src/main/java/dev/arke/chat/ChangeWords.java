package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.card.Phrases;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a team and those concerned hear of a change on the calendar: one line. */
public final class ChangeWords {
    private static final int MOST = 3;

    private ChangeWords() {}

    /** {@code pieces}: what is covered, in order of time; {@code actor}: who did it. */
    public static String covered(
            Role.Duty duty, List<Shift> pieces, Team team, Function<UUID, String> names, String actor, Phrases say) {
        var by = pieces.getFirst().responder().map(names).orElseGet(() -> say.say("change.nobody"));
        var words =
                say.say("change.covered", by, instead(pieces, names, say), duty.word(), team.name(), when(pieces, say));
        return by(words, by, actor, say);
    }

    /** Who did it, unless that was the one it is about. */
    private static String by(String words, String who, String actor, Phrases say) {
        return who.equals(actor) ? words : say.say("change.by", words, actor);
    }

    /** {@code shifts} as they are, or were: {@code isRemoved}. */
    public static String byHand(
            List<Shift> shifts,
            boolean isRemoved,
            Team team,
            String who,
            String actor,
            Optional<String> reason,
            Phrases say) {
        var key = isRemoved ? "change.gone" : "change.hand";
        var duty = shifts.getFirst().role().word();
        return reason.map(why -> say.say(key + ".why", who, duty, team.name(), when(shifts, say), actor, why))
                .orElseGet(() -> say.say(key, who, duty, team.name(), when(shifts, say), actor));
    }

    /** {@code shifts}: in order of time, as they move together now, or each alone: {@code linked}. */
    public static String linked(List<Shift> shifts, boolean linked, Team team, String who, String actor, Phrases say) {
        var first = shifts.getFirst();
        var whole = new Interval(
                first.interval().start(), shifts.getLast().interval().end());
        return say.say(
                linked ? "change.linked" : "change.unlinked",
                shifts.size(),
                who,
                first.role().word(),
                team.name(),
                ZonedWords.fromTo(whole, say),
                actor);
    }

    /** {@code isOfAbsence}: it was a change of who is away. */
    public static String undone(
            List<Shift> pieces,
            boolean isOfAbsence,
            Team team,
            Function<UUID, String> names,
            String actor,
            Phrases say) {
        var isSwap = pieces.stream().map(Shift::responder).distinct().count() > 1;
        if (!isOfAbsence && (isSwap || pieces.stream().noneMatch(ChangeWords::isCover)))
            return say.say("change.undone", actor, team.name());
        if (isOfAbsence) return say.say("change.undone.away", actor, team.name());
        var by = pieces.getFirst().responder().map(names).orElseGet(() -> say.say("change.nobody"));
        return say.say(
                "change.undone.cover",
                actor,
                by,
                instead(pieces, names, say),
                pieces.getFirst().role().word(),
                team.name(),
                when(pieces, say));
    }

    private static boolean isCover(Shift piece) {
        return piece.responder().isPresent()
                && piece.provenance() instanceof Provenance.Edited edited
                && (edited.insteadOf().isPresent() || edited.of().isPresent());
    }

    public static String away(String who, Interval interval, String actor, Phrases say) {
        return by(say.say("change.away", who, ZonedWords.fromTo(interval, say)), who, actor, say);
    }

    /** From a calendar that is kept elsewhere; told in rooms only. */
    public static String imported(String who, ShiftDiff diff, Phrases say) {
        var away = Stream.concat(diff.added().stream(), diff.moved().stream().map(ShiftDiff.Move::after))
                .map(shift -> ZonedWords.fromTo(shift.interval(), say))
                .toList();
        var words = new ArrayList<String>();
        if (!away.isEmpty())
            words.add("is on vacation " + String.join(", ", away.subList(0, Math.min(MOST, away.size())))
                    + (away.size() > MOST ? " and " + (away.size() - MOST) + " more times" : ""));
        if (!diff.removed().isEmpty())
            words.add("is not on vacation after all on " + diff.removed().size()
                    + (diff.removed().size() == 1 ? " occasion" : " occasions"));
        return who + " " + String.join(", and ", words) + ", by the calendar that is followed.";
    }

    public static String back(String who, String actor, Phrases say) {
        return by(say.say("change.back", who), who, actor, say);
    }

    private static String instead(List<Shift> pieces, Function<UUID, String> names, Phrases say) {
        var empty = say.say("change.empty");
        var people = pieces.stream()
                .map(piece -> piece.provenance() instanceof Provenance.Edited edited
                        ? edited.insteadOf().map(names).orElse(empty)
                        : empty)
                .distinct()
                .toList();
        if (people.size() == 1) return people.getFirst();
        return say.say("and", String.join(", ", people.subList(0, people.size() - 1)), people.getLast());
    }

    private static String when(List<Shift> pieces, Phrases say) {
        var parts = Interval.joined(pieces.stream().map(Shift::interval).toList());
        var whole = new Interval(parts.getFirst().start(), parts.getLast().end());
        var words = ZonedWords.fromTo(whole, say);
        return parts.size() == 1 ? words : say.say("change.parts", words, parts.size());
    }
}

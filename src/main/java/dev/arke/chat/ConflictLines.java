package dev.arke.chat;

import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The duties of somebody who is to be away: which go to others by themselves, and for which somebody has to be found. */
public final class ConflictLines {
    private static final int MOST_LINES = 8;
    private static final int MOST_BUTTONS = 4;

    private ConflictLines() {}

    /** {@code teams}: their names. */
    public static Card with(
            Card card, String who, List<AbsenceConflict> conflicts, Function<UUID, String> teams, Phrases say) {
        var stay = conflicts.stream().filter(AbsenceConflict::stays).toList();
        var move = conflicts.stream().filter(one -> !one.stays()).toList();
        var told = card;
        if (!move.isEmpty()) told = told.and(Element.paragraph(say.say("conflict.move")), lines(move, teams, say));
        if (!stay.isEmpty())
            told = told.and(
                    Element.paragraph(say.say("conflict.stay")),
                    lines(stay, teams, say),
                    new Element.Actions(stay.stream()
                            .limit(MOST_BUTTONS)
                            .map(one -> findCover(who, one.shift(), teams, say))
                            .toList()));
        return told;
    }

    private static Element lines(List<AbsenceConflict> conflicts, Function<UUID, String> teams, Phrases say) {
        return new Element.Lines(conflicts.stream()
                .limit(MOST_LINES)
                .map(one -> line(one.shift(), teams, say))
                .toList());
    }

    private static List<Span> line(Shift shift, Function<UUID, String> teams, Phrases say) {
        return say.spans(
                "conflict.line",
                List.of(
                        List.of(Span.strong(((Role.Duty) shift.role()).word())),
                        List.of(Span.text(teams.apply(shift.teamId()))),
                        ShiftLines.between(shift.interval(), say)));
    }

    /** Asks everybody who is free; the first who accepts has it. */
    private static Button findCover(String who, Shift shift, Function<UUID, String> teams, Phrases say) {
        return Button.of(
                say.say("conflict.cover", shift.role().word()),
                "cover anybody for " + Names.quoted(who) + " from "
                        + shift.interval().start() + " to " + shift.interval().end() + " as "
                        + shift.role().word() + " of " + Names.quoted(teams.apply(shift.teamId())));
    }
}

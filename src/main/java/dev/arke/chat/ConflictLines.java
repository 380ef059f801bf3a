package dev.arke.chat;

import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The duties of somebody who is to be away: which go to others by themselves, and for which somebody has to be found. */
public final class ConflictLines {
    private static final int MOST_LINES = 8;
    private static final int MOST_BUTTONS = 4;

    private ConflictLines() {}

    /** {@code teams}: their names. */
    public static Card with(Card card, String who, List<AbsenceConflict> conflicts, Function<UUID, String> teams) {
        var stay = conflicts.stream().filter(AbsenceConflict::stays).toList();
        var move = conflicts.stream().filter(one -> !one.stays()).toList();
        var told = card;
        if (!move.isEmpty())
            told = told.and(
                    Element.paragraph(
                            "What of these shifts is in that time goes to others within a minute, where somebody can:"),
                    lines(move, teams));
        if (!stay.isEmpty())
            told = told.and(
                    Element.paragraph(
                            "These begin soon or were made by hand, so they stay until somebody covers them:"),
                    lines(stay, teams),
                    new Element.Actions(stay.stream()
                            .limit(MOST_BUTTONS)
                            .map(one -> findCover(who, one.shift(), teams))
                            .toList()));
        return told;
    }

    private static Element lines(List<AbsenceConflict> conflicts, Function<UUID, String> teams) {
        return new Element.Lines(conflicts.stream()
                .limit(MOST_LINES)
                .map(one -> line(one.shift(), teams))
                .toList());
    }

    private static List<Span> line(Shift shift, Function<UUID, String> teams) {
        var line = new ArrayList<Span>();
        line.add(Span.strong(((Role.Duty) shift.role()).word()));
        line.add(Span.text(" of " + teams.apply(shift.teamId()) + " from "));
        line.add(Span.dateTime(shift.interval().start()));
        line.add(Span.text(" to "));
        line.add(Span.dateTime(shift.interval().end()));
        return line;
    }

    /** Asks everybody who is free; the first who accepts has it. */
    private static Button findCover(String who, Shift shift, Function<UUID, String> teams) {
        return Button.of(
                "Find cover: " + shift.role().word(),
                "cover anybody for " + Names.quoted(who) + " from "
                        + shift.interval().start() + " to " + shift.interval().end() + " as "
                        + shift.role().word() + " of " + Names.quoted(teams.apply(shift.teamId())));
    }
}

package dev.arke.chat;

import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What was taken over from a calendar of vacations, and what of it could not be read. */
public final class ImportCard {
    private static final int MOST = 5;

    private ImportCard() {}

    /** Whose it is; where it lies, but for a file; {@code teams}: their names. */
    public record About(UUID responder, String name, Optional<String> host, Function<UUID, String> teams) {
        private List<Span> subject() {
            return List.of(
                    Span.text("The vacation "
                            + host.map(at -> "calendar at " + at).orElse("file") + " of "),
                    new Span.Mention(responder, name));
        }
    }

    public static Card of(About about, Answer.Read read, ShiftDiff diff, List<AbsenceConflict> conflicts) {
        var words = new ArrayList<>(about.subject());
        words.add(Span.text(" was read: " + sum(read, diff) + "."));
        var isWhole = read.unread().isEmpty() && conflicts.stream().noneMatch(AbsenceConflict::stays);
        var card = Card.line(isWhole ? Tone.GOOD : Tone.WARNING, words.toArray(Span[]::new));
        card = lines(card, "New:", diff.added().stream().map(Shift::interval).toList());
        card = lines(
                card,
                "Moved:",
                diff.moved().stream().map(move -> move.after().interval()).toList());
        card = lines(card, "Gone:", diff.removed().stream().map(Shift::interval).toList());
        if (!read.unread().isEmpty()) card = card.and(unread(read));
        card = ConflictLines.with(card, about.name(), conflicts, about.teams());
        return card.withButtons(buttons(about));
    }

    /** {@code why} follows the calendar in a sentence. */
    public static Card failed(About about, String why) {
        var words = new ArrayList<>(about.subject());
        words.add(Span.text(" " + why + ". Vacations that were read before stay; I try again every hour."));
        return Card.line(Tone.WARNING, words.toArray(Span[]::new)).withButtons(buttons(about));
    }

    private static Button[] buttons(About about) {
        var shifts = Button.of("Shifts", "shifts " + Names.quoted(about.name()));
        return about.host().isPresent()
                ? new Button[] {
                    shifts, Button.of("Stop following it", "vacation import stop " + Names.quoted(about.name()))
                }
                : new Button[] {shifts};
    }

    private static String sum(Answer.Read read, ShiftDiff diff) {
        var said = new ArrayList<String>();
        said.add(read.events().size() + (read.events().size() == 1 ? " vacation" : " vacations") + " within a year");
        if (!diff.isEmpty())
            said.add(diff.added().size() + " new, " + diff.moved().size() + " moved, "
                    + diff.removed().size() + " gone");
        if (read.tooShort() > 0) said.add(read.tooShort() + " of less than four hours left out");
        return String.join("; ", said);
    }

    private static Card lines(Card card, String title, List<Interval> intervals) {
        if (intervals.isEmpty()) return card;
        var lines = new ArrayList<List<Span>>();
        for (var interval : intervals.subList(0, Math.min(MOST, intervals.size())))
            lines.add(List.of(
                    Span.strong(title),
                    Span.text(" from "),
                    Span.dateTime(interval.start()),
                    Span.text(" to "),
                    Span.dateTime(interval.end())));
        if (intervals.size() > MOST) lines.add(List.of(Span.text("and " + (intervals.size() - MOST) + " more")));
        return card.and(new Element.Lines(lines));
    }

    private static Element unread(Answer.Read read) {
        var lines = new ArrayList<List<Span>>();
        lines.add(List.of(Span.strong("Not read:")));
        for (var one : read.unread().subList(0, Math.min(MOST, read.unread().size())))
            lines.add(List.of(Span.text("line " + one.line() + ": " + cut(one.why()))));
        if (read.unread().size() > MOST)
            lines.add(List.of(Span.text("and " + (read.unread().size() - MOST) + " more lines")));
        return new Element.Lines(lines);
    }

    private static String cut(String why) {
        return why.length() <= 120 ? why : why.substring(0, 119) + "…";
    }
}

package dev.arke.chat;

import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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
        private Span who() {
            return new Span.Mention(responder, name);
        }
    }

    public static Card of(About about, Answer.Read read, ShiftDiff diff, List<AbsenceConflict> conflicts, Phrases say) {
        var words = say.spans(
                about.host().isPresent() ? "import.address" : "import.file",
                Span.text(about.host().orElse("")),
                about.who(),
                Span.text(sum(read, diff, say)));
        var isWhole = read.unread().isEmpty() && conflicts.stream().noneMatch(AbsenceConflict::stays);
        var card = Card.line(isWhole ? Tone.GOOD : Tone.WARNING, words.toArray(Span[]::new));
        card = lines(
                card, "import.new", diff.added().stream().map(Shift::interval).toList(), say);
        card = lines(
                card,
                "import.moved",
                diff.moved().stream().map(move -> move.after().interval()).toList(),
                say);
        card = lines(
                card,
                "import.gone",
                diff.removed().stream().map(Shift::interval).toList(),
                say);
        if (!read.unread().isEmpty()) card = card.and(unread(read, say));
        card = ConflictLines.with(card, about.name(), conflicts, about.teams(), say);
        return card.withButtons(buttons(about, say));
    }

    /** {@code why} follows the calendar in a sentence. */
    public static Card failed(About about, String why, Phrases say) {
        var words = say.spans(
                about.host().isPresent() ? "import.failed" : "import.failed.file",
                Span.text(about.host().orElse("")),
                about.who(),
                Span.text(why));
        return Card.line(Tone.WARNING, words.toArray(Span[]::new)).withButtons(buttons(about, say));
    }

    private static Button[] buttons(About about, Phrases say) {
        var shifts = Button.of(say.say("coverage.shifts"), "shifts " + Names.quoted(about.name()));
        return about.host().isPresent()
                ? new Button[] {
                    shifts, Button.of(say.say("import.stop"), "vacation import stop " + Names.quoted(about.name()))
                }
                : new Button[] {shifts};
    }

    private static String sum(Answer.Read read, ShiftDiff diff, Phrases say) {
        var said = new ArrayList<String>();
        said.add(say.count("import.sum", read.events().size()));
        if (!diff.isEmpty())
            said.add(say.say(
                    "import.diff",
                    diff.added().size(),
                    diff.moved().size(),
                    diff.removed().size()));
        if (read.tooShort() > 0) said.add(say.say("import.short", read.tooShort()));
        return String.join("; ", said);
    }

    private static Card lines(Card card, String title, List<Interval> intervals, Phrases say) {
        if (intervals.isEmpty()) return card;
        var lines = new ArrayList<List<Span>>();
        for (var interval : intervals.subList(0, Math.min(MOST, intervals.size())))
            lines.add(say.spans(
                    "import.line", List.of(List.of(Span.strong(say.say(title))), ShiftLines.between(interval, say))));
        if (intervals.size() > MOST) lines.add(say.spans("import.more", number(intervals.size() - MOST)));
        return card.and(new Element.Lines(lines));
    }

    private static Span number(int count) {
        return Span.text(String.valueOf(count));
    }

    private static Element unread(Answer.Read read, Phrases say) {
        var lines = new ArrayList<List<Span>>();
        lines.add(List.of(Span.strong(say.say("import.unread"))));
        for (var one : read.unread().subList(0, Math.min(MOST, read.unread().size())))
            lines.add(say.spans("import.unread.line", number(one.line()), Span.text(cut(one.why()))));
        if (read.unread().size() > MOST)
            lines.add(say.spans("import.unread.more", number(read.unread().size() - MOST)));
        return new Element.Lines(lines);
    }

    private static String cut(String why) {
        return why.length() <= 120 ? why : why.substring(0, 119) + "…";
    }
}

package dev.arke.chat;

import dev.arke.calendar.Role;
import dev.arke.chat.Command.EditShift;
import dev.arke.chat.Command.EditShift.Edit;
import dev.arke.chat.Parsed.FormWanted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What follows shifts: whose, or what becomes of one: who, in which duty, which time, and why. */
final class ShiftArguments {
    private static final String ADD = "shifts add @dana secondary from fri 18:00 to sat 9am";
    private static final String EDIT = "shifts edit @dana at fri 20:00 to sat 12:00";
    private static final String LINK = "shifts link @dana from mon 8am to fri 20:00";
    private static final String UNLINK = "shifts unlink @dana at fri 20:00";
    private static final String DELETE = "shifts delete @dana at fri 20:00";

    private final Edit deed;
    private final ChatContext context;

    private ShiftArguments(Edit deed, ChatContext context) {
        this.deed = deed;
        this.context = context;
    }

    static Parsed read(Words words, ChatContext context) {
        var deed = words.isEmpty()
                ? Optional.<Edit>empty()
                : Stream.of(Edit.values())
                        .filter(one -> words.first().says(one.word()))
                        .findFirst();
        if (deed.isEmpty()) return CalendarArguments.shifts(words);
        return new ShiftArguments(deed.get(), context).deed(words.after(1));
    }

    private Parsed deed(Words words) {
        if (words.isEmpty())
            return new FormWanted(Verb.SHIFTS, deed == Edit.ADD ? Map.of() : Map.of(FormWanted.DEED, deed.word()));
        boolean anyway = words.last().says("anyway");
        var rest = anyway ? words.untilLast() : words;
        var reason = Optional.<String>empty();
        int because = place(rest, "because");
        if (because >= 0) {
            reason = rest.after(because + 1).text();
            rest = rest.until(because);
            if (reason.isEmpty()) return Parsed.Misunderstood.of("shift.because", example() + " because bob stood in");
        }
        boolean alone = !rest.isEmpty() && rest.last().says("alone");
        if (alone) rest = rest.untilLast();
        var team = Optional.<Reference>empty();
        int of = place(rest, "of");
        if (of > 0) {
            if (rest.size() != of + 2) return Parsed.Misunderstood.of("shift.of", example() + " of payments");
            team = Optional.of(rest.last().named());
            rest = rest.until(of);
        }
        if (rest.isEmpty()) return Parsed.Misunderstood.of("shift.whose", example());
        var who = rest.first().named();
        rest = rest.after(1).skip("as");
        var duty = rest.isEmpty() || rest.first().says("at") || rest.first().says("from")
                ? Optional.<Role.Duty>empty()
                : Role.parse(rest.first().text())
                        .filter(Role.Duty.class::isInstance)
                        .map(Role.Duty.class::cast);
        if (duty.isPresent()) rest = rest.after(1);
        return times(
                new EditShift(
                        deed,
                        who,
                        new Command.Of(team, duty),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        reason,
                        alone,
                        anyway),
                rest);
    }

    private Parsed times(EditShift edit, Words words) {
        if (deed == Edit.ADD)
            return edit.of().duty().isEmpty()
                    ? Parsed.Misunderstood.of("shift.role", ADD)
                    : period(edit, Optional.empty(), words);
        if (deed == Edit.LINK)
            return words.isEmpty()
                    ? Parsed.Misunderstood.of("shift.time", LINK)
                    : period(edit, Optional.empty(), words);
        var rest = words.skip("at");
        var at = TimePhrase.read(rest.texts(), context.zone(), context.now());
        if (rest.size() == words.size() || at.isEmpty()) return Parsed.Misunderstood.of("shift.which", example());
        var left = rest.after(at.get().words());
        if (deed != Edit.EDIT)
            return left.isEmpty()
                    ? new Parsed.Understood(edit.during(Optional.of(at.get().at()), Optional.empty(), Optional.empty()))
                    : Parsed.Misunderstood.of("shift.after", example());
        return left.isEmpty()
                ? Parsed.Misunderstood.of("shift.to", EDIT)
                : period(edit, Optional.of(at.get().at()), left);
    }

    /** Behind "to" alone it is the end that moves. */
    private Parsed period(EditShift edit, Optional<Instant> at, Words words) {
        var keepsBegin = at.isPresent() && !words.first().says("from");
        if (keepsBegin) {
            var end = TimePhrase.read(words.after(1).texts(), context.zone(), at.get());
            if ((!words.first().says("to") && !words.first().says("until")) || end.isEmpty())
                return Parsed.Misunderstood.of("shift.to", EDIT);
            return new Parsed.Understood(edit.during(at, Optional.empty(), end.map(TimePhrase.Read::at)));
        }
        return switch (PeriodPhrase.read(words.texts(), context.zone(), context.now())) {
            case PeriodPhrase.Read.Wrong wrong -> Parsed.Misunderstood.of(wrong.what(), example());
            case PeriodPhrase.Read.Period period ->
                period.words() < words.texts().size()
                        ? Parsed.Misunderstood.of("time.rest", example())
                        : new Parsed.Understood(edit.during(at, Optional.of(period.from()), Optional.of(period.to())));
        };
    }

    private String example() {
        return switch (deed) {
            case ADD -> ADD;
            case EDIT -> EDIT;
            case DELETE -> DELETE;
            case LINK -> LINK;
            case UNLINK -> UNLINK;
        };
    }

    private static int place(Words words, String word) {
        for (int i = 0; i < words.size(); i++) if (words.all().get(i).says(word)) return i;
        return -1;
    }
}

package dev.arke.chat;

import dev.arke.calendar.Role;
import dev.arke.card.Button;
import dev.arke.chat.Command.Of;
import dev.arke.chat.Parsed.FormWanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows override, cover, take and undo: who, in whose place, when, in which duty of which team. */
final class CoverArguments {
    private static final Reference ME = new Reference.Name("me");

    private final Verb verb;
    private final ChatContext context;
    private final boolean anyway;

    private CoverArguments(Verb verb, ChatContext context, boolean anyway) {
        this.verb = verb;
        this.context = context;
        this.anyway = anyway;
    }

    /** {@code override} and {@code cover}, which mean the same. */
    static Parsed cover(Verb verb, Words words, ChatContext context) {
        var confirmed = isConfirmed(words);
        return new CoverArguments(verb, context, confirmed).cover(confirmed ? words.untilLast() : words);
    }

    static Parsed take(Words words, ChatContext context) {
        var confirmed = isConfirmed(words);
        return new CoverArguments(Verb.TAKE, context, confirmed).take(confirmed ? words.untilLast() : words);
    }

    static Parsed undo(Words words) {
        if (words.size() <= 1)
            return new Parsed.Understood(new Command.Undo(
                    words.isEmpty()
                            ? Optional.empty()
                            : Optional.of(words.first().text())));
        return Parsed.Misunderstood.of("nothing.after", Verb.UNDO.word(), Verb.UNDO.word());
    }

    private static boolean isConfirmed(Words words) {
        return !words.isEmpty() && words.last().says("anyway");
    }

    private Parsed cover(Words words) {
        if (words.isEmpty()) return new FormWanted(verb, Map.of());
        if (words.first().says("from") || words.first().says("until"))
            return Parsed.Misunderstood.of("cover.who", "cover anybody for me from fri 18:00 to sat 9am");
        var byMe = words.first().says("for");
        boolean byRoster = words.size() > 1 && words.first().says("roster");
        var by = byMe ? ME : byRoster ? roster(words.after(1)) : words.first().named();
        var rest = byMe ? words : words.after(byRoster ? 2 : 1);
        Optional<Reference> insteadOf = Optional.empty();
        var given = new HashMap<String, String>();
        given.put(FormWanted.TARGET, byMe ? "me" : words.until(byRoster ? 2 : 1).asDelivered());
        if (rest.size() > 1 && rest.first().says("for") && !isLength(rest.after(1))) {
            insteadOf = Optional.of(rest.after(1).first().named());
            given.put(FormWanted.INSTEAD_OF, rest.after(1).until(1).asDelivered());
            rest = rest.after(2);
        }
        if (rest.isEmpty()) return new FormWanted(verb, given);
        return period(by, insteadOf, rest);
    }

    /** Whoever of a roster takes it, as one name: "roster main". */
    private static Reference roster(Words words) {
        return new Reference.Name("roster " + words.first().text().strip());
    }

    private static boolean isLength(Words words) {
        return DurationPhrase.read(words.texts()).isPresent();
    }

    private Parsed period(Reference by, Optional<Reference> insteadOf, Words words) {
        if (words.first().says("at")) return turn(by, insteadOf, words.after(1));
        return switch (PeriodPhrase.read(words.texts(), context.zone(), context.now())) {
            case PeriodPhrase.Read.Wrong wrong -> Parsed.Misunderstood.of(wrong.what(), example(by, insteadOf));
            case PeriodPhrase.Read.Period period ->
                new Parsed.Understood(new Command.Cover(
                        by, insteadOf, period.from(), period.to(), false, of(after(words, period.words())), anyway));
        };
    }

    /** Of whoever has it at that time the whole turn. */
    private Parsed turn(Reference by, Optional<Reference> insteadOf, Words words) {
        return TimePhrase.read(words.texts(), context.zone(), context.now())
                .<Parsed>map(at -> new Parsed.Understood(
                        new Command.Cover(by, insteadOf, at.at(), at.at(), true, of(after(words, at.words())), anyway)))
                .orElseGet(() -> Parsed.Misunderstood.of(
                        "shift.which", example(by, insteadOf).replace("from fri 18:00 to sat 9am", "at fri 20:00")));
    }

    private String example(Reference by, Optional<Reference> insteadOf) {
        return verb.word() + " " + Names.quoted(by.shown().replaceFirst("^@", ""))
                + insteadOf
                        .map(who -> " for " + Names.quoted(who.shown().replaceFirst("^@", "")))
                        .orElse("")
                + " from fri 18:00 to sat 9am";
    }

    private Parsed take(Words words) {
        var rest = words.skip("for");
        var length = DurationPhrase.read(rest.texts());
        if (length.isPresent())
            return length.get().length().isPositive()
                    ? take(
                            new HowLong.For(length.get().length()),
                            after(rest, length.get().words()))
                    : howLong();
        if (rest.isEmpty()) return howLong();
        return switch (PeriodPhrase.read(words.texts(), context.zone(), context.now())) {
            case PeriodPhrase.Read.Wrong ignored -> howLong();
            case PeriodPhrase.Read.Period period -> {
                var left = after(words, period.words());
                yield period.from().equals(context.now())
                        ? take(new HowLong.Until(period.to()), left)
                        : period(ME, Optional.empty(), words);
            }
        };
    }

    private Parsed take(HowLong howLong, Words rest) {
        return new Parsed.Understood(new Command.Take(howLong, of(rest), anyway));
    }

    private static Parsed howLong() {
        return new Parsed.Misunderstood(
                Complaint.of("take.how.long"),
                "take 2h",
                List.of(Button.of("1h", "take 1h"), Button.of("2h", "take 2h"), Button.of("8h", "take 8h")));
    }

    /** The words behind those that hold so many texts: a quoted word may hold several. */
    private static Words after(Words words, int texts) {
        int left = texts;
        int used = 0;
        while (left > 0 && used < words.size())
            left -= words.after(used++).until(1).texts().size();
        return words.after(used);
    }

    /** "as primary of payments", "primary payments", "payments primary", "payments". */
    static Of of(Words words) {
        var explicit = !words.isEmpty() && words.first().says("as");
        var rest = words.skip("as");
        if (rest.isEmpty()) return Of.HERE;
        var first = explicit
                ? Role.parse(rest.first().text())
                        .filter(Role.Duty.class::isInstance)
                        .map(Role.Duty.class::cast)
                : CalendarArguments.duty(rest.first().text());
        if (first.isPresent()) return new Of(team(rest.after(1)), first);
        var last = CalendarArguments.duty(rest.last().text());
        return new Of(team(last.isPresent() ? rest.untilLast() : rest), last);
    }

    private static Optional<Reference> team(Words words) {
        var name = words.skip("of").skip("for").skip("in");
        if (name.isEmpty()) return Optional.empty();
        if (name.size() == 1) return Optional.of(name.first().named());
        return name.text().map(text -> new Reference.Name(text.replace("\"", "")));
    }
}

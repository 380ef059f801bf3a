package dev.arke.chat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What follows swap, accept and decline. */
final class RequestArguments {
    private static final String EXAMPLE = "swap my shift of 2027-03-08 with @dana";

    private RequestArguments() {}

    /** "my shift of 2027-03-08 with @bob for 2027-03-15". */
    static Parsed swap(Words words, ChatContext context) {
        boolean anyway = !words.isEmpty() && words.last().says("anyway");
        return swap(anyway ? words.untilLast() : words, anyway, context);
    }

    private static Parsed swap(Words words, boolean anyway, ChatContext context) {
        var rest = words.skip("my").skip("shift").skip("of").skip("on");
        if (rest.isEmpty()) return new Parsed.FormWanted(Verb.SWAP, Map.of());
        var give = day(rest, context);
        if (give.isEmpty())
            return Parsed.Misunderstood.of(
                    "Which shift? I cannot read a day in "
                            + Shown.word(rest.first().text()),
                    EXAMPLE);
        var who = rest.after(1).skip("with");
        if (who.isEmpty())
            return new Parsed.FormWanted(
                    Verb.SWAP, Map.of(Parsed.FormWanted.DAY, give.get().toString()));
        var forIt =
                who.after(1).skip("for").skip("my").skip("their").skip("shift").skip("of");
        if (forIt.isEmpty())
            return new Parsed.Understood(
                    new Command.Swap(give.get(), who.first().named(), Optional.empty(), anyway));
        var back = day(forIt, context);
        if (back.isEmpty() || forIt.size() > 1)
            return Parsed.Misunderstood.of(
                    "For which shift? I cannot read a day in "
                            + Shown.word(forIt.text().orElse("")),
                    "swap " + give.get() + " with @dana for 2027-03-15");
        return new Parsed.Understood(new Command.Swap(give.get(), who.first().named(), back, anyway));
    }

    private static Optional<LocalDate> day(Words words, ChatContext context) {
        var today = context.now().atZone(context.zone()).toLocalDate();
        return TimePhrase.readDay(words.first().plain(), context.zone(), context.now(), today);
    }

    static Parsed accept(Words words) {
        boolean anyway = !words.isEmpty() && words.last().says("anyway");
        return request(Verb.ACCEPT, anyway ? words.untilLast() : words, id -> new Command.Accept(id, anyway));
    }

    static Parsed decline(Words words) {
        return request(Verb.DECLINE, words, Command.Decline::new);
    }

    private static Parsed request(Verb verb, Words words, Function<Optional<UUID>, Command> command) {
        if (words.isEmpty()) return new Parsed.Understood(command.apply(Optional.empty()));
        try {
            return new Parsed.Understood(
                    command.apply(Optional.of(UUID.fromString(words.first().text()))));
        } catch (IllegalArgumentException noId) {
            return Parsed.Misunderstood.of(
                    "Use the buttons of the message that asks, or nothing after it", verb.word());
        }
    }
}

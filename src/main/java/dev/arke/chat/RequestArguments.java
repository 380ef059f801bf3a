package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.SwapSide;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What follows swap, accept and decline. */
final class RequestArguments {
    private static final String EXAMPLE = "swap my shift of 2027-03-08 with @dana";
    private static final String PARTLY = "swap from fri 18:00 to sat 9am with @dana";

    private RequestArguments() {}

    /** "my shift of 2027-03-08 with @bob for 2027-03-15". */
    static Parsed swap(Words words, ChatContext context) {
        boolean anyway = !words.isEmpty() && words.last().says("anyway");
        return swap(anyway ? words.untilLast() : words, anyway, context);
    }

    private static Parsed swap(Words words, boolean anyway, ChatContext context) {
        var rest = words.skip("my").skip("shift").skip("of").skip("on");
        if (rest.isEmpty()) return new Parsed.FormWanted(Verb.SWAP, Map.of());
        if (rest.first().says("from")) return part(rest, anyway, context);
        var give = day(rest, context);
        if (give.isEmpty())
            return Parsed.Misunderstood.of(
                    "swap.day", EXAMPLE, Shown.word(rest.first().text()));
        var who = rest.after(1).skip("with");
        if (who.isEmpty())
            return new Parsed.FormWanted(
                    Verb.SWAP, Map.of(Parsed.FormWanted.DAY, give.get().toString()));
        var forIt =
                who.after(1).skip("for").skip("my").skip("their").skip("shift").skip("of");
        if (forIt.isEmpty())
            return new Parsed.Understood(
                    new Command.Swap(give.get(), who.first().named(), Optional.empty(), anyway));
        return forIt(new SwapSide.OfDay(give.get()), who.first().named(), forIt, anyway, context);
    }

    private static Parsed forIt(SwapSide give, Reference with, Words words, boolean anyway, ChatContext context) {
        if (words.first().says("from"))
            return time(
                    words,
                    context,
                    (period, rest) -> rest.isEmpty()
                            ? new Parsed.Understood(new Command.Swap(give, with, Optional.of(period), anyway))
                            : Parsed.Misunderstood.of("time.rest", PARTLY));
        var back = day(words, context);
        if (back.isEmpty() || words.size() > 1)
            return Parsed.Misunderstood.of(
                    "swap.day.back",
                    "swap " + give + " with @dana for 2027-03-15",
                    Shown.word(words.text().orElse("")));
        return new Parsed.Understood(new Command.Swap(give, with, back.map(SwapSide.OfDay::new), anyway));
    }

    /** "from fri 18:00 to sat 9am with @dana for from sun 18:00 to mon 9am". */
    private static Parsed part(Words words, boolean anyway, ChatContext context) {
        return time(words, context, (give, rest) -> {
            var who = rest.skip("with");
            if (who.isEmpty()) return Parsed.Misunderstood.of("swap.whom", PARTLY);
            var with = who.first().named();
            var forIt = who.after(1).skip("for").skip("their").skip("shift").skip("of");
            return forIt.isEmpty()
                    ? new Parsed.Understood(new Command.Swap(give, with, Optional.empty(), anyway))
                    : forIt(give, with, forIt, anyway, context);
        });
    }

    private static Parsed time(Words words, ChatContext context, BiFunction<SwapSide, Words, Parsed> then) {
        return switch (PeriodPhrase.read(words.texts(), context.zone(), context.now())) {
            case PeriodPhrase.Read.Wrong wrong -> Parsed.Misunderstood.of(wrong.what(), PARTLY);
            case PeriodPhrase.Read.Period period ->
                Interval.between(period.from(), period.to())
                        .map(interval -> then.apply(new SwapSide.During(interval), words.after(period.words())))
                        .orElseGet(() -> Parsed.Misunderstood.of("period.backwards", PARTLY));
        };
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
            return Parsed.Misunderstood.of("request.buttons", verb.word());
        }
    }
}

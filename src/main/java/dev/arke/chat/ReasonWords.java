package dev.arke.chat;

import dev.arke.calendar.History;
import dev.arke.calendar.Reason;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Why the filling chose as it did, in words. */
final class ReasonWords {
    private ReasonWords() {}

    /** The sentence about who could not. */
    static List<Span> passedOver(Reason.Hindrance hindrance, Span who, Phrases say) {
        return switch (hindrance) {
            case VACATION -> say.spans("why.passed.vacation", who);
            case UNAVAILABLE -> say.spans("why.passed.unavailable", who);
            case OTHER_DUTY -> say.spans("why.passed.duty", who);
            case TURN_BESIDE -> say.spans("why.passed.turn", who);
        };
    }

    /** One sentence, without a full stop, that goes on after "because ". */
    static List<Span> ground(Reason reason, Function<UUID, Span> people, Phrases say) {
        return switch (reason.ground()) {
            case IN_TURN ->
                reason.after()
                        .map(last -> say.spans("why.turn.after", people.apply(last)))
                        .orElseGet(() -> say.spans("why.turn"));
            case NEVER_STOOD -> say.spans("why.never");
            case LONGEST_OFF ->
                reason.lastEnded()
                        .map(ended -> say.spans("why.longest.since", Span.dateTime(ended)))
                        .orElseGet(() -> say.spans("why.longest"));
            case FEWEST_HOURS ->
                List.of(Span.text(say.say(
                        "why.fewest",
                        History.REMEMBERED.toDays() / 7,
                        Duration.ofMinutes(reason.minutes().orElse(0L)).toHours())));
            case NOBODY_CAN -> say.spans("why.nobody");
        };
    }
}

package dev.arke.chat;

import dev.arke.calendar.History;
import dev.arke.calendar.Reason;
import dev.arke.card.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Why the filling chose as it did, in words. */
final class ReasonWords {
    private ReasonWords() {}

    /** What goes on after a name. */
    static String hindered(Reason.Hindrance hindrance) {
        return switch (hindrance) {
            case VACATION -> "is on vacation";
            case UNAVAILABLE -> "is unavailable";
            case OTHER_DUTY -> "has another duty of the team then";
            case TURN_BESIDE -> "has the turn before or after";
        };
    }

    /** One sentence, without a full stop, that goes on after "because ". */
    static List<Span> ground(Reason reason, Function<UUID, Span> people) {
        return switch (reason.ground()) {
            case IN_TURN ->
                reason.after()
                        .map(last -> List.of(
                                Span.text("people take turns in the roster's order, and "),
                                people.apply(last),
                                Span.text(" had the turn before")))
                        .orElseGet(() -> List.of(Span.text("people take turns in the roster's order")));
            case NEVER_STOOD -> List.of(Span.text("they never had this duty before"));
            case LONGEST_OFF -> longestOff(reason);
            case FEWEST_HOURS -> fewestHours(reason);
            case NOBODY_CAN -> List.of(Span.text("nobody on the roster can"));
        };
    }

    private static List<Span> longestOff(Reason reason) {
        var words = new ArrayList<Span>();
        words.add(Span.text("of those who can, their last shift of this duty is over for longest"));
        reason.lastEnded().ifPresent(ended -> {
            words.add(Span.text(": since "));
            words.add(Span.dateTime(ended));
        });
        return words;
    }

    private static List<Span> fewestHours(Reason reason) {
        var hours = Duration.ofMinutes(reason.minutes().orElse(0L)).toHours();
        return List.of(Span.text("of those who can, they had least of this duty in the "
                + History.REMEMBERED.toDays() / 7 + " weeks before: " + hours
                + " hours, those of weekends counted twice"));
    }
}

package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Incident;
import dev.arke.incident.Owner;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What every view of an incident says alike: its state in words, its colour, its buttons. */
final class IncidentWords {
    private IncidentWords() {}

    static Tone tone(Incident incident) {
        return switch (incident) {
            case Incident.Triggered triggered ->
                switch (triggered.facts().priority()) {
                    case URGENT, HIGH -> Tone.ALARM;
                    case MEDIUM, LOW -> Tone.WARNING;
                };
            case Incident.Acknowledged ignored -> Tone.CLAIMED;
            case Incident.Snoozed ignored -> Tone.NEUTRAL;
            case Incident.Resolved ignored -> Tone.GOOD;
        };
    }

    static String priority(Priority priority, Phrases phrases) {
        return phrases.say("priority." + priority.word());
    }

    /** One sentence: who has it and since when. */
    static List<Span> state(IncidentView view, Phrases phrases) {
        return switch (view.incident()) {
            case Incident.Triggered ignored -> List.of(Span.strong(phrases.say("state.nobody")));
            case Incident.Acknowledged held ->
                phrases.spans("state.held", Span.strong(held.owner().label()), Span.dateTime(held.since()));
            case Incident.Snoozed snoozed ->
                phrases.spans("state.snoozed", Span.strong(snoozed.owner().label()), until(snoozed));
            case Incident.Resolved resolved -> resolved(view, resolved, phrases);
        };
    }

    /** When it wakes, to the second when that is soon after somebody last did something about it. */
    static Span until(Incident.Snoozed snoozed) {
        var facts = snoozed.facts();
        var since = facts.lastActionAt().orElse(facts.triggeredAt());
        return Span.dateTimeAfter(Duration.between(since, snoozed.until()), snoozed.until());
    }

    private static List<Span> resolved(IncidentView view, Incident.Resolved resolved, Phrases phrases) {
        if (view.mergedInto().isPresent())
            return phrases.spans(
                    "state.part", Span.strong("#" + view.mergedInto().get()));
        var word = Span.strong(phrases.say("resolved"));
        var at = Span.dateTime(resolved.at());
        return isArke(resolved.by())
                ? phrases.spans("state.resolved", word, at)
                : phrases.spans(
                        "state.resolved.by", word, Span.text(resolved.by().label()), at);
    }

    static boolean isArke(Owner owner) {
        return owner.word().startsWith("system:");
    }

    static List<Button> buttons(IncidentView view, Phrases phrases) {
        var on = new IncidentButtons(view.number(), phrases);
        return switch (view.incident()) {
            case Incident.Triggered ignored -> List.of(on.acknowledge(), on.resolve(Button::of), on.escalate());
            case Incident.Acknowledged ignored ->
                Stream.concat(
                                Stream.of(on.resolve(Button::primary), on.snooze(), on.giveBack()),
                                // Whoever has it may want a place to work on it; one room is enough.
                                view.room().isPresent() ? Stream.empty() : Stream.of(on.room()))
                        .toList();
            case Incident.Snoozed ignored -> List.of(on.acknowledge(), on.resolve(Button::of), on.giveBack());
            case Incident.Resolved ignored -> List.of(on.reopen());
        };
    }
}

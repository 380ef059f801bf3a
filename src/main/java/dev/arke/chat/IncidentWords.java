package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.Incident;
import dev.arke.incident.Owner;
import java.time.Duration;
import java.util.ArrayList;
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

    /** One sentence: who has it and since when. */
    static List<Span> state(IncidentView view) {
        return switch (view.incident()) {
            case Incident.Triggered ignored -> List.of(Span.strong("Nobody has it yet."));
            case Incident.Acknowledged held ->
                List.of(
                        Span.strong(held.owner().label()),
                        Span.text(" has had it since "),
                        Span.dateTime(held.since()),
                        Span.text("."));
            case Incident.Snoozed snoozed ->
                List.of(
                        Span.text("Snoozed by "),
                        Span.strong(snoozed.owner().label()),
                        Span.text(" until "),
                        until(snoozed),
                        Span.text("."));
            case Incident.Resolved resolved -> resolved(view, resolved);
        };
    }

    /** When it wakes, to the second when that is soon after somebody last did something about it. */
    static Span until(Incident.Snoozed snoozed) {
        var facts = snoozed.facts();
        var since = facts.lastActionAt().orElse(facts.triggeredAt());
        return Span.dateTimeAfter(Duration.between(since, snoozed.until()), snoozed.until());
    }

    private static List<Span> resolved(IncidentView view, Incident.Resolved resolved) {
        if (view.mergedInto().isPresent())
            return List.of(
                    Span.text("It is a part of "),
                    Span.strong("#" + view.mergedInto().get()),
                    Span.text(" now."));
        var spans = new ArrayList<Span>(List.of(Span.strong("Resolved"), Span.text(" ")));
        if (!isArke(resolved.by())) spans.add(Span.text("by " + resolved.by().label() + ", "));
        spans.addAll(List.of(Span.dateTime(resolved.at()), Span.text(".")));
        return spans;
    }

    static boolean isArke(Owner owner) {
        return owner.word().startsWith("system:");
    }

    static List<Button> buttons(IncidentView view) {
        long number = view.number();
        return switch (view.incident()) {
            case Incident.Triggered ignored ->
                List.of(
                        Button.primary("Acknowledge", "ack " + number),
                        Button.of("Resolve", "resolve " + number),
                        Button.of("Escalate", "escalate " + number));
            case Incident.Acknowledged ignored ->
                Stream.concat(
                                Stream.of(
                                        Button.primary("Resolve", "resolve " + number),
                                        Button.of("Snooze 1h", "snooze " + number + " 1h"),
                                        Button.of("Give back", "unack " + number)),
                                openRoom(view))
                        .toList();
            case Incident.Snoozed ignored ->
                List.of(
                        Button.primary("Acknowledge", "ack " + number),
                        Button.of("Resolve", "resolve " + number),
                        Button.of("Give back", "unack " + number));
            case Incident.Resolved ignored -> List.of(Button.of("Reopen", "reopen " + number));
        };
    }

    /** Whoever has it may want a place to work on it; one room is enough. */
    private static Stream<Button> openRoom(IncidentView view) {
        return view.room().isPresent() ? Stream.empty() : Stream.of(Button.of("Open a room", "room " + view.number()));
    }
}

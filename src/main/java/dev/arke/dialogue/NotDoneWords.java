package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import java.util.ArrayList;
import java.util.List;

/** What the one who acted hears when nothing was done: why, and what to do instead. */
final class NotDoneWords {
    private final Asked asked;

    NotDoneWords(Asked asked) {
        this.asked = asked;
    }

    Told of(IncidentAct act, ActResult result) {
        return switch (result) {
            case ActResult.HasOwner has -> hasOwner(has);
            case ActResult.Already already -> already(act, already.incident());
            case ActResult.Unfit unfit -> unfit(act, unfit.incident());
            case ActResult.Superseded superseded -> superseded(act, superseded);
            case ActResult.Unknown unknown -> Told.notDone(unknown(unknown.number(), asked));
            case ActResult.Refused refused ->
                new Told(
                        Tone.WARNING,
                        DoneWords.words("I left ", refused.number(), " as it is. " + refused.sentence()),
                        List.of());
            case ActResult.Done done -> throw new IllegalArgumentException("done: " + done);
        };
    }

    static List<Span> unknown(long number, Asked asked) {
        return List.of(
                Span.text("There is no incident #" + number + ". To see the open ones, type "),
                asked.typed("list"),
                Span.text("."));
    }

    private Told hasOwner(ActResult.HasOwner has) {
        var words = new ArrayList<Span>();
        words.add(asked.named(has.owner()));
        words.addAll(DoneWords.words(" has had ", has.number(), " since "));
        words.add(Span.dateTime(has.since()));
        words.add(Span.text("."));
        return Told.notDone(
                words,
                Button.of("Take over", "reassign " + has.number() + " to me"),
                Button.of("Show", "show " + has.number()));
    }

    private Told already(IncidentAct act, Incident incident) {
        long number = incident.number();
        return switch (incident) {
            case Incident.Triggered ignored ->
                Told.notDone(
                        act instanceof IncidentAct.ChangePriority
                                ? samePriority(incident)
                                : DoneWords.words("", number, " is open and nobody has it: paging goes on."),
                        Button.primary("Acknowledge", "ack " + number));
            case Incident.Acknowledged held -> {
                if (act instanceof IncidentAct.ChangePriority) yield Told.notDone(samePriority(incident));
                if (held.owner().is(asked.actor()))
                    yield Told.notDone(
                            DoneWords.words("You have ", number, " already."),
                            Button.primary("Resolve", "resolve " + number),
                            Button.of("Give it back", "unack " + number));
                yield hasOwner(new ActResult.HasOwner(incident, held.owner(), held.since()));
            }
            case Incident.Snoozed snoozed -> {
                if (act instanceof IncidentAct.ChangePriority) yield Told.notDone(samePriority(incident));
                var words = new ArrayList<>(DoneWords.words("", number, " is open, and quiet until "));
                words.add(Span.dateTime(snoozed.until()));
                words.add(Span.text("."));
                yield Told.notDone(words, Button.of("Wake it", "unack " + number));
            }
            case Incident.Resolved resolved -> over(resolved);
        };
    }

    private Told over(Incident.Resolved resolved) {
        long number = resolved.number();
        boolean merged = resolved.mergedInto().isPresent();
        var words = new ArrayList<>(DoneWords.words(
                "", number, merged ? " is a part of another one, merged by " : " is resolved already, by "));
        words.add(asked.named(resolved.by()));
        words.add(Span.text(", "));
        words.add(Span.dateTime(resolved.at()));
        words.add(Span.text("."));
        var reopen = Button.of("Reopen", "reopen " + number);
        return merged ? Told.notDone(words, Button.of("Show", "show " + number), reopen) : Told.notDone(words, reopen);
    }

    private static List<Span> samePriority(Incident incident) {
        return DoneWords.words(
                "The priority of ",
                incident.number(),
                " is " + incident.facts().priority().word() + " already.");
    }

    private Told unfit(IncidentAct act, Incident incident) {
        long number = incident.number();
        if (incident instanceof Incident.Resolved resolved
                && resolved.mergedInto().isPresent()) return over(resolved);
        if (act instanceof IncidentAct.MergeInto)
            return Told.notDone(
                    DoneWords.words("", number, " is resolved already, so there is nothing to merge."),
                    Button.of("Show", "show " + number));
        return Told.notDone(
                DoneWords.words("", number, " is resolved. If it is not over, reopen it first."),
                Button.of("Reopen", "reopen " + number));
    }

    private Told superseded(IncidentAct act, ActResult.Superseded superseded) {
        if (act instanceof IncidentAct.MergeInto)
            return Told.notDone(List.of(
                    Span.text("#" + superseded.by() + " is no open incident, so nothing can be merged into it."
                            + " To see the open ones, type "),
                    asked.typed("list"),
                    Span.text(".")));
        return Told.notDone(
                DoneWords.words(
                        "", superseded.number(), " stays closed: #" + superseded.by() + " is open for the same alert."),
                Button.of("Show #" + superseded.by(), "show " + superseded.by()),
                Button.of("Acknowledge #" + superseded.by(), "ack " + superseded.by()));
    }
}

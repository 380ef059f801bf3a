package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import java.util.List;

/** What the one who acted hears when nothing was done: why, and what to do instead. */
final class NotDoneWords {
    private final Asked asked;
    private final Phrases say;

    NotDoneWords(Asked asked) {
        this.asked = asked;
        this.say = asked.phrases();
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
                        say.spans(
                                "not.refused",
                                DoneWords.number(refused.number()),
                                Span.text(refused.why().sentence(asked.reader()))),
                        List.of());
            case ActResult.Done done -> throw new IllegalArgumentException("done: " + done);
        };
    }

    static List<Span> unknown(long number, Asked asked) {
        return asked.phrases().spans("not.known", Span.text("#" + number), asked.typed("list"));
    }

    private Button show(long number) {
        return Button.of(say.say("button.show"), "show " + number);
    }

    private Told hasOwner(ActResult.HasOwner has) {
        return Told.notDone(
                say.spans(
                        "not.has.owner",
                        asked.named(has.owner()),
                        DoneWords.number(has.number()),
                        Span.dateTime(has.since())),
                Button.of(say.say("button.take.over"), "reassign " + has.number() + " to me"),
                show(has.number()));
    }

    private Told already(IncidentAct act, Incident incident) {
        long number = incident.number();
        var it = DoneWords.number(number);
        boolean isPriority = act instanceof IncidentAct.ChangePriority;
        return switch (incident) {
            case Incident.Triggered ignored ->
                Told.notDone(
                        isPriority ? samePriority(incident) : say.spans("not.open", it),
                        Button.primary(say.say("button.ack"), "ack " + number));
            case Incident.Acknowledged held -> {
                if (isPriority) yield Told.notDone(samePriority(incident));
                if (held.owner().is(asked.actor()))
                    yield Told.notDone(
                            say.spans("not.yours", it),
                            Button.primary(say.say("button.resolve"), "resolve " + number),
                            Button.of(say.say("button.give.back"), "unack " + number));
                yield hasOwner(new ActResult.HasOwner(incident, held.owner(), held.since()));
            }
            case Incident.Snoozed snoozed ->
                isPriority
                        ? Told.notDone(samePriority(incident))
                        : Told.notDone(
                                say.spans("not.snoozed", it, Span.dateTime(snoozed.until())),
                                Button.of(say.say("button.wake"), "unack " + number));
            case Incident.Resolved resolved -> over(resolved);
        };
    }

    private Told over(Incident.Resolved resolved) {
        long number = resolved.number();
        boolean merged = resolved.mergedInto().isPresent();
        var words = say.spans(
                merged ? "not.merged" : "not.resolved",
                DoneWords.number(number),
                asked.named(resolved.by()),
                Span.dateTime(resolved.at()));
        return merged ? Told.notDone(words, show(number), reopen(number)) : Told.notDone(words, reopen(number));
    }

    private Button reopen(long number) {
        return Button.of(say.say("button.reopen"), "reopen " + number);
    }

    private List<Span> samePriority(Incident incident) {
        return say.spans(
                "not.priority",
                DoneWords.number(incident.number()),
                asked.priority(incident.facts().priority()));
    }

    private Told unfit(IncidentAct act, Incident incident) {
        long number = incident.number();
        var it = DoneWords.number(number);
        if (incident instanceof Incident.Resolved resolved
                && resolved.mergedInto().isPresent()) return over(resolved);
        return act instanceof IncidentAct.MergeInto
                ? Told.notDone(say.spans("not.merge", it), show(number))
                : Told.notDone(say.spans("not.over", it), reopen(number));
    }

    private Told superseded(IncidentAct act, ActResult.Superseded superseded) {
        var by = "#" + superseded.by();
        if (act instanceof IncidentAct.MergeInto)
            return Told.notDone(say.spans("not.into", Span.text(by), asked.typed("list")));
        return Told.notDone(
                say.spans("not.superseded", DoneWords.number(superseded.number()), Span.text(by)),
                Button.of(say.say("button.show.number", by), "show " + superseded.by()),
                Button.of(say.say("button.ack.number", by), "ack " + superseded.by()));
    }
}

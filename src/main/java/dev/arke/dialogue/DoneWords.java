package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Names;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the one who acted hears when it was done, with the way back where there is one. */
final class DoneWords {
    private final Asked asked;
    private final Phrases say;
    private final FindPeople findPeople;

    DoneWords(Asked asked, FindPeople findPeople) {
        this.asked = asked;
        this.say = asked.phrases();
        this.findPeople = findPeople;
    }

    Told of(IncidentAct act, ActResult.Done done) {
        long number = done.number();
        var it = number(number);
        var undo = say.say("button.undo");
        var mine = say.say("button.mine");
        return switch (act) {
            case IncidentAct.Acknowledge ignored ->
                Told.done(say.spans("done.ack", it), resolve(number), Button.of(undo, "unack " + number));
            case IncidentAct.TakeOver ignored -> tookOver(done);
            case IncidentAct.Unacknowledge ignored ->
                Told.done(say.spans("done.unack", it), Button.of(undo, "ack " + number));
            case IncidentAct.Resolve ignored ->
                Told.done(say.spans("done.resolve", it), Button.of(undo, "reopen " + number));
            case IncidentAct.Reopen ignored ->
                Told.done(
                        say.spans("done.reopen", it),
                        Button.primary(mine, "ack " + number),
                        Button.of(undo, "resolve " + number));
            case IncidentAct.Escalate ignored ->
                Told.done(say.spans("done.escalate", it), show(number), Button.of(mine, "ack " + number));
            case IncidentAct.Reassign reassign -> reassigned(reassign.to(), done);
            case IncidentAct.AddResponders add -> added(add.people(), number);
            case IncidentAct.Snooze snooze -> snoozed(snooze, done);
            case IncidentAct.Note ignored -> Told.done(say.spans("done.note", it), show(number));
            case IncidentAct.MergeInto merge -> merged(number, merge.number());
            case IncidentAct.ChangePriority change ->
                priority(change.priority(), done.before().facts().priority(), number);
        };
    }

    static Span number(long number) {
        return Span.strong("#" + number);
    }

    private Button show(long number) {
        return Button.of(say.say("button.show"), "show " + number);
    }

    private Button resolve(long number) {
        return Button.primary(say.say("button.resolve"), "resolve " + number);
    }

    private Told merged(long number, long into) {
        var other = "#" + into;
        return Told.done(
                say.spans("done.merge", number(number), Span.text(other)),
                Button.of(say.say("button.show.number", other), "show " + into),
                Button.of(say.say("button.undo"), "reopen " + number));
    }

    private Told tookOver(ActResult.Done done) {
        long number = done.number();
        var before = Owners.of(done.before());
        if (before.isEmpty() || before.get().is(asked.actor())) return of(new IncidentAct.Acknowledge(), done);
        var words = say.spans("done.took", number(number), asked.named(before.get()));
        return new Told(Tone.GOOD, words, giveBack(before.get(), number));
    }

    private List<Button> giveBack(Owner before, long number) {
        var resolve = resolve(number);
        return before.person()
                .flatMap(asked.directory()::responderNamed)
                .map(person -> List.of(
                        resolve,
                        Button.of(
                                say.say("button.back.to", person.name()),
                                "reassign " + number + " to " + Names.quoted(person.name()))))
                .orElse(List.of(resolve));
    }

    private Told reassigned(UUID to, ActResult.Done done) {
        long number = done.number();
        boolean isReachable = findPeople.isReachable(asked, to);
        var words = new ArrayList<>(
                say.spans(isReachable ? "done.reassign" : "done.reassign.silent", number(number), asked.person(to)));
        if (isReachable && done.after() instanceof Incident.Triggered waiting) {
            var at = waiting.escalatesAt();
            words.add(Span.text(" "));
            words.addAll(say.spans("done.reassign.until", Span.clockAfter(Duration.between(asked.now(), at), at)));
        }
        return new Told(
                isReachable ? Tone.GOOD : Tone.WARNING,
                words,
                List.of(Button.of(say.say("button.take.back"), "reassign " + number + " to me")));
    }

    private Told added(Collection<UUID> people, long number) {
        var reached = people.stream()
                .filter(id -> findPeople.isReachable(asked, id))
                .sorted()
                .toList();
        var silent =
                people.stream().filter(id -> !reached.contains(id)).sorted().toList();
        var words = new ArrayList<Span>();
        if (!reached.isEmpty()) words.addAll(say.spans("done.add", List.of(list(reached), List.of(number(number)))));
        if (!reached.isEmpty() && !silent.isEmpty()) words.add(Span.text(" "));
        if (!silent.isEmpty()) words.addAll(say.spans("done.add.silent", List.of(list(silent))));
        return new Told(silent.isEmpty() ? Tone.GOOD : Tone.WARNING, words, List.of(show(number)));
    }

    private List<Span> list(List<UUID> people) {
        var before = new ArrayList<Span>();
        for (var id : people.subList(0, people.size() - 1)) {
            if (!before.isEmpty()) before.add(Span.text(", "));
            before.add(asked.person(id));
        }
        var last = List.of(asked.person(people.getLast()));
        return before.isEmpty() ? last : say.spans("and", List.of(before, last));
    }

    private Told snoozed(IncidentAct.Snooze snooze, ActResult.Done done) {
        long number = done.number();
        var until = Span.dateTimeAfter(Duration.between(asked.now(), snooze.until()), snooze.until());
        boolean hadOwner = !(done.before() instanceof Incident.Triggered);
        return Told.done(
                say.spans("done.snooze", number(number), until),
                Button.of(say.say("button.undo"), (hadOwner ? "ack " : "unack ") + number));
    }

    private Told priority(Priority now, Priority before, long number) {
        return Told.done(
                say.spans("done.priority", number(number), asked.priority(now), asked.priority(before)),
                Button.of(say.say("button.undo"), "priority " + number + " " + before.word()));
    }
}

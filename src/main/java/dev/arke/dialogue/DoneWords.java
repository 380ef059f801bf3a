package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
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
    private final FindPeople findPeople;

    DoneWords(Asked asked, FindPeople findPeople) {
        this.asked = asked;
        this.findPeople = findPeople;
    }

    Told of(IncidentAct act, ActResult.Done done) {
        long number = done.number();
        var show = Button.of("Show", "show " + number);
        return switch (act) {
            case IncidentAct.Acknowledge ignored ->
                Told.done(
                        words("You have ", number, " now. Nobody else is paged."),
                        Button.primary("Resolve", "resolve " + number),
                        Button.of("Undo", "unack " + number));
            case IncidentAct.TakeOver ignored -> tookOver(done);
            case IncidentAct.Unacknowledge ignored ->
                Told.done(
                        words("Nobody has ", number, " any more, and paging starts again."),
                        Button.of("Undo", "ack " + number));
            case IncidentAct.Resolve ignored ->
                Told.done(words("", number, " is resolved."), Button.of("Undo", "reopen " + number));
            case IncidentAct.Reopen ignored ->
                Told.done(
                        words("", number, " is open again, and paging starts again."),
                        Button.primary("I have it", "ack " + number),
                        Button.of("Undo", "resolve " + number));
            case IncidentAct.Escalate ignored ->
                Told.done(
                        words("The next step of ", number, " is paged now. Nobody has it until one of them takes it."),
                        show,
                        Button.of("I have it", "ack " + number));
            case IncidentAct.Reassign reassign -> reassigned(reassign.to(), done);
            case IncidentAct.AddResponders add -> added(add.people(), number, show);
            case IncidentAct.Snooze snooze -> snoozed(snooze, done);
            case IncidentAct.Note ignored -> Told.done(words("Your note is in the timeline of ", number, "."), show);
            case IncidentAct.MergeInto merge ->
                Told.done(
                        words(
                                "",
                                number,
                                " is a part of #" + merge.number() + " now, and nobody is paged for it alone."),
                        Button.of("Show #" + merge.number(), "show " + merge.number()),
                        Button.of("Undo", "reopen " + number));
            case IncidentAct.ChangePriority change ->
                priority(change.priority(), done.before().facts().priority(), number);
        };
    }

    private Told tookOver(ActResult.Done done) {
        long number = done.number();
        var before = Owners.of(done.before());
        if (before.isEmpty() || before.get().is(asked.actor())) return of(new IncidentAct.Acknowledge(), done);
        var words = new ArrayList<>(words("You have ", number, " now, it was with "));
        words.add(asked.named(before.get()));
        words.add(Span.text(" before."));
        return new Told(Tone.GOOD, words, giveBack(before.get(), number));
    }

    private List<Button> giveBack(Owner before, long number) {
        var resolve = Button.primary("Resolve", "resolve " + number);
        return asked.directory()
                .responderNamed(before.label())
                .map(person -> List.of(
                        resolve,
                        Button.of(
                                "Hand back to " + person.name(),
                                "reassign " + number + " to " + Names.quoted(person.name()))))
                .orElse(List.of(resolve));
    }

    private Told reassigned(UUID to, ActResult.Done done) {
        long number = done.number();
        var words = new ArrayList<>(words("", number, " is handed to "));
        words.add(asked.person(to));
        if (findPeople.isReachable(asked, to)) {
            words.add(Span.text(", who is paged now."));
            if (done.after() instanceof Incident.Triggered waiting) {
                words.add(Span.text(" If they do not take it by "));
                words.add(Span.clockAfter(Duration.between(asked.now(), waiting.escalatesAt()), waiting.escalatesAt()));
                words.add(Span.text(", paging goes on with the policy."));
            }
        } else {
            words.add(Span.text(", but I cannot reach them: none of their contact methods works. Tell them yourself."));
        }
        return new Told(
                findPeople.isReachable(asked, to) ? Tone.GOOD : Tone.WARNING,
                words,
                List.of(Button.of("Take it back", "reassign " + number + " to me")));
    }

    private Told added(Collection<UUID> people, long number, Button show) {
        var reached = people.stream()
                .filter(id -> findPeople.isReachable(asked, id))
                .sorted()
                .toList();
        var silent =
                people.stream().filter(id -> !reached.contains(id)).sorted().toList();
        var words = new ArrayList<Span>();
        if (!reached.isEmpty()) {
            words.add(Span.text("I am paging "));
            list(reached, words);
            words.addAll(words(" about ", number, ". "));
        }
        if (!silent.isEmpty()) {
            words.add(Span.text("I cannot reach "));
            list(silent, words);
            words.add(Span.text(": no contact method of theirs works. Tell them yourself."));
        }
        return new Told(silent.isEmpty() ? Tone.GOOD : Tone.WARNING, words, List.of(show));
    }

    private void list(List<UUID> people, List<Span> into) {
        for (int i = 0; i < people.size(); i++) {
            if (i > 0) into.add(Span.text(i == people.size() - 1 ? " and " : ", "));
            into.add(asked.person(people.get(i)));
        }
    }

    private Told snoozed(IncidentAct.Snooze snooze, ActResult.Done done) {
        long number = done.number();
        var words = new ArrayList<>(words("", number, " is quiet until "));
        words.add(Span.dateTimeAfter(Duration.between(asked.now(), snooze.until()), snooze.until()));
        words.add(Span.text(". Then paging starts again, unless it is resolved."));
        boolean hadOwner = !(done.before() instanceof Incident.Triggered);
        return Told.done(words, Button.of("Undo", (hadOwner ? "ack " : "unack ") + number));
    }

    private static Told priority(Priority now, Priority before, long number) {
        return Told.done(
                words("The priority of ", number, " is " + now.word() + " now, it was " + before.word() + "."),
                Button.of("Undo", "priority " + number + " " + before.word()));
    }

    static List<Span> words(String before, long number, String after) {
        var strong = Span.strong("#" + number);
        return before.isEmpty()
                ? List.of(strong, Span.text(after))
                : List.of(Span.text(before), strong, Span.text(after));
    }
}

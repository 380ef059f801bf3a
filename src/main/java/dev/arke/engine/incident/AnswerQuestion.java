package dev.arke.engine.incident;

import dev.arke.alert.CleanText;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.Standings;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Owner;
import dev.arke.incident.Question;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Answers a question: the reminders end, the timeline has it, and the one who asked is told. Whoever handles incidents
 * may answer, not only the one who was asked: what is known need not be asked any more.
 */
public final class AnswerQuestion {
    /** Which question is meant. */
    public sealed interface Which {
        record This(UUID id) implements Which {}

        /** The one open on this incident: to the one who answers, else asked by them, else of others. */
        record OnIncident(long number) implements Which {}
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Answered(Incident incident, Question question) implements Outcome {}

        /** Several are open and nothing says which. */
        record Several(Incident incident, List<Question> open) implements Outcome {
            public Several {
                open = List.copyOf(open);
            }
        }

        /** It was answered or ended before. */
        record Ended(Incident incident, Question question) implements Outcome {}

        record NoneOpen(Incident incident) implements Outcome {}

        record Unknown() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final Transactions transactions;
    private final IncidentStores stores;
    private final DeliveryStore deliveries;
    private final AuditStore audit;
    private final ReadDirectory directory;
    private final QuestionMessages messages;
    private final WriteChanges writeChanges;
    private final Ids ids;
    private final InstantSource clock;

    AnswerQuestion(IncidentUseCases.Needs needs, QuestionMessages messages, WriteChanges writeChanges) {
        transactions = needs.transactions();
        stores = needs.stores();
        deliveries = needs.deliveries();
        audit = needs.audit();
        directory = needs.directory();
        this.messages = messages;
        this.writeChanges = writeChanges;
        ids = needs.ids();
        clock = needs.clock();
    }

    public Outcome answer(By by, Which which, String words) {
        return transactions.write(Durability.SYNCED, () -> {
            var directory = this.directory.current();
            var found = lock(which);
            if (found.isEmpty()) return new Outcome.Unknown();
            var incident = found.get();
            var outcome = answer(by, which, incident, CleanText.cut(CleanText.of(words), Question.LIMIT), directory);
            audit.append(List.of(AuditStore.AuditEntry.of(
                    ids.next(),
                    clock.instant(),
                    by,
                    "answer",
                    "#" + incident.number(),
                    !(outcome instanceof Outcome.Refused))));
            return outcome;
        });
    }

    private Optional<Incident> lock(Which which) {
        var locked = switch (which) {
            case Which.OnIncident on -> stores.incidents().lockByNumbers(List.of(on.number()));
            case Which.This one ->
                stores.incidents()
                        .lock(stores.questions().read(List.of(one.id())).stream()
                                .map(Question::incidentId)
                                .toList());
        };
        return locked.stream().findFirst();
    }

    private Outcome answer(By by, Which which, Incident incident, String words, Directory directory) {
        var team = directory.service(incident.facts().serviceId()).teamId();
        var refusal = Standings.refusal(by.actor(), Optional.of(team), Act.RESPOND, directory);
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        return switch (which) {
            case Which.This one -> {
                var question = stores.questions().read(List.of(one.id())).getFirst();
                yield question.isOpen()
                        ? write(by, incident, question, words, directory)
                        : new Outcome.Ended(incident, question);
            }
            case Which.OnIncident ignored -> {
                var open = openTo(by.actor(), incident);
                if (open.isEmpty()) yield new Outcome.NoneOpen(incident);
                yield open.size() == 1
                        ? write(by, incident, open.getFirst(), words, directory)
                        : new Outcome.Several(incident, open);
            }
        };
    }

    private List<Question> openTo(Actor actor, Incident incident) {
        var open = stores.questions().ofIncidents(List.of(incident.id())).stream()
                .filter(Question::isOpen)
                .toList();
        Predicate<Question> toThem =
                question -> actor instanceof Actor.Person person && person.id().equals(question.askedId());
        Predicate<Question> byThem = question -> question.asker().is(actor);
        for (var first : List.of(toThem, byThem))
            if (open.stream().anyMatch(first))
                return open.stream().filter(first).toList();
        return open;
    }

    private Outcome write(By by, Incident incident, Question question, String words, Directory directory) {
        var changes = new IncidentChanges(ids, clock.instant(), by);
        var now = changes.now();
        var answered = question.answered(new Question.Answer(Owner.of(by.actor()), words), now);
        stores.questions().update(List.of(answered));
        deliveries.touchQuestions(List.of(question.id()), now);
        changes.change(incident.with(incident.facts().withAction(now)));
        changes.say(
                incident.id(),
                by.actor(),
                new IncidentEvent.QuestionAnswered(question.asker().label(), question.words(), words));
        if (!question.asker().is(by.actor()))
            messages.toAsker(answered, directory, now).ifPresent(changes::deliver);
        writeChanges.write(changes, directory);
        return new Outcome.Answered(incident, answered);
    }
}

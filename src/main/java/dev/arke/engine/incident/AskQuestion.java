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
import dev.arke.incident.Reminders;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks somebody for information about an incident. Asking the same again while it is open changes nothing. */
public final class AskQuestion {
    /** What came of it. */
    public sealed interface Outcome {
        /** The question goes out by this way of contact. */
        record Asked(Incident incident, Question question, ContactKind by) implements Outcome {}

        /** The same person asked the same one the same, and no answer came yet. */
        record Already(Incident incident, Question question) implements Outcome {}

        /** No contact method of the one asked works; nobody was asked. */
        record Unreachable(UUID who) implements Outcome {}

        record Deactivated(UUID who) implements Outcome {}

        record Oneself() implements Outcome {}

        record Over(Incident incident) implements Outcome {}

        record Unknown(long number) implements Outcome {}

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

    AskQuestion(IncidentUseCases.Needs needs, QuestionMessages messages, WriteChanges writeChanges) {
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

    public Outcome ask(By by, long number, UUID who, String words) {
        return transactions.write(Durability.SYNCED, () -> {
            var directory = this.directory.current();
            var found = stores.incidents().lockByNumbers(List.of(number));
            if (found.isEmpty()) return new Outcome.Unknown(number);
            var outcome = ask(by, found.getFirst(), who, CleanText.cut(CleanText.of(words), Question.LIMIT), directory);
            audit.append(List.of(AuditStore.AuditEntry.of(
                    ids.next(), clock.instant(), by, "ask", "#" + number, !(outcome instanceof Outcome.Refused))));
            return outcome;
        });
    }

    private Outcome ask(By by, Incident incident, UUID who, String words, Directory directory) {
        var team = directory.service(incident.facts().serviceId()).teamId();
        var refusal = Standings.refusal(by.actor(), Optional.of(team), Act.RESPOND, directory);
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        if (!incident.isOpen()) return new Outcome.Over(incident);
        if (by.actor() instanceof Actor.Person person && person.id().equals(who)) return new Outcome.Oneself();
        if (!directory.responder(who).active()) return new Outcome.Deactivated(who);
        var same = same(by, incident, who, words);
        return same.<Outcome>map(question -> new Outcome.Already(incident, question))
                .orElseGet(() -> send(by, incident, who, words, directory));
    }

    private Optional<Question> same(By by, Incident incident, UUID who, String words) {
        return stores.questions().ofIncidents(List.of(incident.id())).stream()
                .filter(question -> question.isOpen()
                        && question.asker().is(by.actor())
                        && question.askedId().equals(who)
                        && question.words().equals(words))
                .findFirst();
    }

    private Outcome send(By by, Incident incident, UUID who, String words, Directory directory) {
        var changes = new IncidentChanges(ids, clock.instant(), by);
        var now = changes.now();
        var question = Question.asked(
                changes.nextId(),
                incident.id(),
                Owner.of(by.actor()),
                who,
                words,
                deliveries.questions().lastTurn(incident.id()) + 1,
                now.plus(Reminders.DEFAULT.pauseAfter(0)),
                now);
        var message = messages.toAsked(question, directory, now);
        if (message.isEmpty()) return new Outcome.Unreachable(who);
        stores.questions().insert(question);
        changes.change(incident.with(incident.facts().withAction(now)));
        changes.say(incident.id(), by.actor(), new IncidentEvent.QuestionAsked(who, words));
        changes.deliver(message.get());
        writeChanges.write(changes, directory);
        return new Outcome.Asked(incident, question, message.get().to().carrier());
    }
}

package dev.arke.engine.incident;

import dev.arke.alert.UnreadableRequestStore;
import dev.arke.calendar.ShiftStore;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.TellPeople;
import dev.arke.escalation.PolicyStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import java.time.InstantSource;
import java.util.Set;

/** The use cases of this package, put together; what they share stays inside. */
public record IncidentUseCases(
        TriggerIncidents trigger,
        ReceiveAlerts receive,
        RecordUnreadable recordUnreadable,
        PruneUnreadable pruneUnreadable,
        EndFloods endFloods,
        ActOnIncidents act,
        EscalateIncidents escalate,
        StepUnreached stepUnreached,
        PageByHand pageByHand,
        SimulateEscalation simulate,
        Questions questions) {

    /** Asking somebody about an incident; {@code messages} and {@code unreached} are of use to sending. */
    public record Questions(
            AskQuestion ask,
            AnswerQuestion answer,
            RemindOfQuestions remind,
            QuestionMessages messages,
            QuestionUnreached unreached) {}

    /** What they need from outside. {@code carriers} are the ways of contact that are set up. */
    public record Needs(
            Transactions transactions,
            IncidentStores stores,
            PolicyStore policies,
            DirectoryVersionStore directoryVersion,
            AuditStore audit,
            UnreadableRequestStore unreadable,
            ShiftStore shifts,
            DeliveryStore deliveries,
            ReadDirectory directory,
            NewCards cards,
            Set<ContactKind> carriers,
            IntakeSettings intake,
            EscalationHints hints,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {}

    public static IncidentUseCases of(Needs needs) {
        var tx = needs.transactions();
        var incidents = needs.stores().incidents();
        var write = new WriteChanges(
                tx,
                needs.stores(),
                needs.deliveries(),
                needs.cards(),
                new TrackingMails(needs.carriers()),
                needs.hints(),
                needs.wakeSender());
        var fire = new FireSteps(needs.shifts(), needs.deliveries(), needs.carriers());
        var follow = new FollowTransition(incidents, fire, new PageMore(needs.deliveries(), fire));
        var tell = new TellPeople(needs.deliveries(), needs.carriers(), needs.ids());
        var trigger = new TriggerIncidents(
                tx,
                needs.stores(),
                needs.directory(),
                follow,
                fire,
                write,
                new TellQuotas(tx, needs.stores().quotas(), tell, needs.wakeSender(), needs.clock()),
                needs.intake(),
                needs.ids(),
                needs.clock());
        var unreadable = new RecordUnreadable(tx, needs.unreadable(), trigger, needs.ids(), needs.clock());
        return new IncidentUseCases(
                trigger,
                new ReceiveAlerts(trigger, unreadable, needs.directory(), tx),
                unreadable,
                new PruneUnreadable(tx, needs.unreadable(), needs.clock()),
                new EndFloods(tx, needs.stores(), needs.directory(), write, needs.intake(), needs.ids(), needs.clock()),
                new ActOnIncidents(
                        tx, incidents, needs.audit(), needs.directory(), follow, write, needs.ids(), needs.clock()),
                new EscalateIncidents(
                        tx, incidents, needs.directory(), fire, write, needs.hints(), needs.ids(), needs.clock()),
                new StepUnreached(incidents, needs.directory(), fire, write, needs.ids(), needs.clock()),
                new PageByHand(
                        tx,
                        new PageByHand.Stores(
                                needs.stores(), needs.policies(), needs.directoryVersion(), needs.audit()),
                        needs.directory(),
                        fire,
                        write,
                        needs.ids(),
                        needs.clock()),
                new SimulateEscalation(tx, needs.directory(), needs.shifts(), needs.carriers()),
                questions(needs, write));
    }

    private static Questions questions(Needs needs, WriteChanges write) {
        var messages = new QuestionMessages(needs.carriers(), needs.ids());
        var unreached = new QuestionUnreached(needs.stores(), needs.deliveries(), messages, needs.ids());
        return new Questions(
                new AskQuestion(needs, messages, write),
                new AnswerQuestion(needs, messages, write),
                new RemindOfQuestions(needs, messages, unreached),
                messages,
                unreached);
    }
}

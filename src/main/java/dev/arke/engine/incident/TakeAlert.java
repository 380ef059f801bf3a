package dev.arke.engine.incident;

import dev.arke.alert.Alert;
import dev.arke.alert.CleanText;
import dev.arke.engine.incident.Receipt.Fate;
import dev.arke.engine.people.Directory;
import dev.arke.escalation.Position;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentStore.DedupId;
import dev.arke.incident.IncidentText;
import dev.arke.incident.Intake;
import dev.arke.incident.Transition;
import dev.arke.incident.Transitions;
import dev.arke.responder.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Takes the alerts of one batch, one by one: decides purely and gathers what is to be written. Numbers for as many
 * incidents as are {@code expected} to open are taken at once; too many leave holes between the numbers people see.
 */
final class TakeAlert {
    private static final int PAYLOAD_LIMIT = 16_384;
    private static final Actor ARKE = new Actor.Arke();

    private final IntakeBatch batch;
    private final IncidentChanges changes;
    private final Directory directory;
    private final FollowTransition follow;
    private final IncidentStore incidents;
    private final IntakeSettings settings;
    private final Deque<Long> numbers = new ArrayDeque<>();

    TakeAlert(
            IntakeBatch batch,
            IncidentChanges changes,
            Directory directory,
            FollowTransition follow,
            IncidentStore incidents,
            IntakeSettings settings,
            int expected) {
        this.batch = batch;
        this.changes = changes;
        this.directory = directory;
        this.follow = follow;
        this.incidents = incidents;
        this.settings = settings;
        numbers.addAll(incidents.nextNumbers(expected));
    }

    Receipt.Line take(RoutedAlert routed) {
        var storm = batch.stormHolding(routed);
        if (storm.isPresent() && batch.open(routed.id()).isEmpty())
            return collect(routed, storm.get(), IntakeBatch.idOf(storm.get()));
        var open = batch.open(routed.id());
        var target = batch.mergedInto(routed.id());
        if (open.isEmpty() && routed.alert().isFiring() && target.isPresent()) return join(routed, target.get());
        // Many alerts of many starts stand behind it: the start of the one that opened it says nothing of the others.
        if (routed.isGrouped() && open.isPresent()) return collect(routed, open.get(), routed.id());
        var decision = Intake.decide(
                routed.alert(),
                routed.priority(),
                open,
                batch.resolved(routed),
                batch.collectedBy(routed),
                routed.monitor(),
                changes.now());
        return switch (decision) {
            case Intake.Decision.Ignored ignored -> line(routed, Fate.IGNORED, Optional.empty());
            case Intake.Decision.Open ignored -> open(routed);
            case Intake.Decision.Repeat repeat -> follow(routed, repeat.change(), Fate.REPEATED);
            case Intake.Decision.Resolve resolve -> follow(routed, resolve.change(), Fate.RESOLVED);
        };
    }

    private Receipt.Line follow(RoutedAlert routed, Transition.Changed change, Fate fate) {
        return follow(routed, routed.id(), change, fate);
    }

    private Receipt.Line follow(RoutedAlert routed, DedupId id, Transition.Changed change, Fate fate) {
        follow.follow(routed.monitor(), change, changes, directory);
        var after = changes.present(change.after().id()).orElse(change.after());
        batch.changed(id, after);
        if (fate == Fate.REPEATED) changes.change(text(after, routed));
        return line(routed, fate, Optional.of(after));
    }

    /** An alert whose own incident was merged counts for the other one, whose text stays its own. */
    private Receipt.Line join(RoutedAlert routed, Incident target) {
        var change = Transitions.repeat(target, routed.priority(), Optional.empty(), changes.now());
        return follow(routed, IntakeBatch.idOf(target), change, Fate.COLLECTED);
    }

    /** An alert of a grouped or storm incident: counted while it fires; the last to end resolves the incident. */
    private Receipt.Line collect(RoutedAlert routed, Incident incident, DedupId id) {
        if (routed.alert().isFiring()) {
            batch.collected().begin(incident, routed, changes.now());
            follow(
                    routed,
                    id,
                    Transitions.repeat(incident, routed.priority(), Optional.empty(), changes.now()),
                    Fate.COLLECTED);
            if (id.equals(routed.id())) retell(incident, routed);
            return line(routed, Fate.COLLECTED, Optional.of(incident));
        }
        boolean last = batch.collected().end(incident, routed);
        if (last
                && Transitions.resolve(incident, routed.monitor(), "", changes.now())
                        instanceof Transition.Changed resolved) return follow(routed, id, resolved, Fate.RESOLVED);
        return line(routed, Fate.COLLECTED, Optional.of(incident));
    }

    /** A group is told by its last request: in the words of the alert that opened it, and without that one of the first. */
    private void retell(Incident incident, RoutedAlert routed) {
        var retold = text(incident, routed);
        boolean isToldOf = changes.text(incident.id())
                .filter(told -> told.payload().equals(retold.payload()))
                .isPresent();
        if (!isToldOf || routed.alert().summary().equals(incident.facts().summary())) changes.change(retold);
    }

    private Receipt.Line open(RoutedAlert routed) {
        var flooding = batch.flooding(routed, settings);
        if (flooding.isPresent()) return openOrJoinStorm(routed, flooding.get());
        var incident = incident(routed, routed.id(), routed.alert().summary());
        open(routed, routed.id(), incident, text(incident, routed));
        if (routed.isGrouped()) batch.collected().begin(incident, routed, changes.now());
        return line(routed, Fate.OPENED, Optional.of(incident));
    }

    private Receipt.Line openOrJoinStorm(RoutedAlert routed, Flooding flooding) {
        var id = flooding.storm();
        var present = batch.open(id);
        var storm = present.orElseGet(() -> openStorm(routed, flooding));
        if (batch.flood(flooding, storm)) changes.say(storm.id(), ARKE, flooding.began());
        if (present.isPresent()) return collect(routed, storm, id);
        batch.collected().begin(storm, routed, changes.now());
        return line(routed, Fate.COLLECTED, Optional.of(storm));
    }

    private Incident openStorm(RoutedAlert routed, Flooding flooding) {
        var incident = incident(routed, flooding.storm(), flooding.summary());
        open(routed, flooding.storm(), incident, text(incident, routed));
        return incident;
    }

    private void open(RoutedAlert routed, DedupId id, Incident incident, IncidentText text) {
        changes.open(incident, text);
        changes.say(
                incident.id(),
                routed.monitor(),
                new IncidentEvent.Triggered(incident.facts().priority()));
        batch.opened(routed, id, incident);
    }

    private Incident incident(RoutedAlert routed, DedupId id, String summary) {
        var service = directory.service(id.serviceId());
        return new Incident.Triggered(
                new Facts(
                        changes.nextId(),
                        nextNumber(),
                        service.id(),
                        directory.policyOf(service).versionId(),
                        Optional.of(routed.integration().id()),
                        routed.priority(),
                        summary,
                        id.dedupKey(),
                        routed.alert().startsAt(),
                        changes.now(),
                        service.ackTimeout(),
                        Optional.empty(),
                        Position.START,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        0,
                        Optional.empty()),
                changes.now());
    }

    private long nextNumber() {
        if (numbers.isEmpty()) numbers.addAll(incidents.nextNumbers(1));
        return numbers.remove();
    }

    private static IncidentText text(Incident incident, RoutedAlert routed) {
        Alert alert = routed.alert();
        var body = routed.body();
        return new IncidentText(
                incident.id(), alert.details(), alert.labels(), alert.links(), CleanText.cut(body, PAYLOAD_LIMIT));
    }

    private static Receipt.Line line(RoutedAlert routed, Fate fate, Optional<Incident> incident) {
        return new Receipt.Line(routed.alert().dedupKey(), fate, incident.map(Incident::number));
    }
}

package dev.arke.engine.incident;

import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Moves escalation on when nobody of a step was reached; people added beside it count for nothing. Called inside the unit
 * that found it out.
 */
public final class StepUnreached {
    /** After failures that may pass, a step is given this long before the next one. */
    private static final Duration TRANSIENT_PAUSE = Duration.ofSeconds(30);

    private static final Actor ARKE = new Actor.Arke();

    /** A turn of an incident in which no delivery arrived; {@code permanent} when none ever will. */
    public record Turn(UUID incidentId, int turn, Set<UUID> responders, boolean permanent) {}

    private final IncidentStore incidents;
    private final ReadDirectory directory;
    private final FireSteps fireSteps;
    private final WriteChanges writeChanges;
    private final Ids ids;
    private final InstantSource clock;

    StepUnreached(
            IncidentStore incidents,
            ReadDirectory directory,
            FireSteps fireSteps,
            WriteChanges writeChanges,
            Ids ids,
            InstantSource clock) {
        this.incidents = incidents;
        this.directory = directory;
        this.fireSteps = fireSteps;
        this.writeChanges = writeChanges;
        this.ids = ids;
        this.clock = clock;
    }

    public void report(Collection<Turn> turns) {
        if (turns.isEmpty()) return;
        var changes = new IncidentChanges(ids, clock.instant());
        var directory = this.directory.current();
        var locked = incidents.lock(turns.stream().map(Turn::incidentId).toList()).stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        var orders = new ArrayList<FireSteps.Order>();
        for (var turn : turns) {
            if (locked.get(turn.incidentId()) instanceof Incident.Triggered incident
                    && incident.facts().firedTurn() == turn.turn()) moveOn(incident, turn, changes, orders, directory);
        }
        fireSteps.fire(orders, changes, directory);
        writeChanges.write(changes, directory);
    }

    private static void moveOn(
            Incident.Triggered incident,
            Turn turn,
            IncidentChanges changes,
            List<FireSteps.Order> orders,
            Directory directory) {
        var policy = directory.policy(incident.facts().policyVersionId());
        var position = incident.facts().position();
        if (position.isAdmins(policy)) return;
        changes.say(incident.id(), ARKE, new IncidentEvent.NobodyReached(turn.responders()));
        var earliest = incident.facts().firedAt().orElse(changes.now()).plus(TRANSIENT_PAUSE);
        if (turn.permanent() || position.isLastResort(policy) || !earliest.isAfter(changes.now())) {
            orders.add(new FireSteps.Order(incident, FireSteps.Which.UNREACHED));
        } else if (earliest.isBefore(incident.escalatesAt())) {
            changes.change(skippingRepetitions(incident, earliest, directory));
        }
    }

    private static Incident skippingRepetitions(Incident.Triggered incident, Instant at, Directory directory) {
        var facts = incident.facts();
        var policy = directory.policy(facts.policyVersionId());
        return new Incident.Triggered(facts.withPosition(facts.position().withoutRepetitions(policy)), at);
    }
}

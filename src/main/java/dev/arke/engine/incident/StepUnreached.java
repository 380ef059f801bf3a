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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** A turn of an incident in which no delivery arrived; {@code trying} is one that still may, empty when none ever will. */
    public record Turn(UUID incidentId, int turn, Set<UUID> responders, Optional<UUID> trying) {}

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

    /** Answers which deliveries are given until when: should they not have arrived, this is to be told of their turns again. */
    public Map<UUID, Instant> report(Collection<Turn> turns) {
        if (turns.isEmpty()) return Map.of();
        var changes = new IncidentChanges(ids, clock.instant());
        var directory = this.directory.current();
        var locked = incidents.lock(turns.stream().map(Turn::incidentId).toList()).stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        var orders = new ArrayList<FireSteps.Order>();
        var given = new HashMap<UUID, Instant>();
        for (var turn : turns) {
            if (!(locked.get(turn.incidentId()) instanceof Incident.Triggered incident)
                    || incident.facts().firedTurn() != turn.turn()) continue;
            var until = givenUntil(incident, turn, changes.now(), directory);
            if (until.isPresent()) given.put(turn.trying().orElseThrow(), until.get());
            else moveOn(incident, turn, changes, orders, directory);
        }
        fireSteps.fire(orders, changes, directory);
        writeChanges.write(changes, directory);
        return given;
    }

    /** The incident stays as it is meanwhile: should something arrive, its step goes on with its wait and its repetitions. */
    private static Optional<Instant> givenUntil(
            Incident.Triggered incident, Turn turn, Instant now, Directory directory) {
        if (turn.trying().isEmpty() || isLastResort(incident, directory)) return Optional.empty();
        var earliest = earliest(incident, now);
        return Optional.of(earliest).filter(at -> at.isAfter(now) && at.isBefore(incident.escalatesAt()));
    }

    private static Instant earliest(Incident.Triggered incident, Instant now) {
        return incident.facts().firedAt().orElse(now).plus(TRANSIENT_PAUSE);
    }

    private static boolean isLastResort(Incident.Triggered incident, Directory directory) {
        var facts = incident.facts();
        return facts.position().isLastResort(directory.policy(facts.policyVersionId()));
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
        boolean isPermanent = turn.trying().isEmpty() || position.isLastResort(policy);
        // Else the next step comes sooner than that anyway.
        if (isPermanent || !earliest(incident, changes.now()).isAfter(changes.now()))
            orders.add(new FireSteps.Order(incident, FireSteps.Which.UNREACHED));
    }
}

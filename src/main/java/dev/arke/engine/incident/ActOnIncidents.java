package dev.arke.engine.incident;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.Standings;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.Transition;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does one act to some incidents, in one unit: rights, transition, timeline, pages, cards, audit. Two people who act in
 * the same millisecond are taken one after the other; the second hears what the first did. So does whoever reopens an
 * incident while its alert opens another.
 */
public final class ActOnIncidents {
    private final Transactions transactions;
    private final IncidentStore incidents;
    private final AuditStore audit;
    private final ReadDirectory directory;
    private final FollowTransition follow;
    private final WriteChanges writeChanges;
    private final Ids ids;
    private final InstantSource clock;

    ActOnIncidents(
            Transactions transactions,
            IncidentStore incidents,
            AuditStore audit,
            ReadDirectory directory,
            FollowTransition follow,
            WriteChanges writeChanges,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.audit = audit;
        this.directory = directory;
        this.follow = follow;
        this.writeChanges = writeChanges;
        this.ids = ids;
        this.clock = clock;
    }

    /** The results in the order of {@code numbers}. */
    public List<ActResult> act(By by, List<Long> numbers, IncidentAct act) {
        return transactions.writeOverRivals(Durability.SYNCED, () -> {
            var directory = this.directory.current();
            var changes = new IncidentChanges(ids, clock.instant(), by);
            var locked = lock(numbers, act);
            var results = numbers.stream()
                    .distinct()
                    .map(number -> act(by, number, act, locked, changes, directory))
                    .toList();
            writeChanges.write(changes, directory);
            record(by, act, results, changes);
            return results;
        });
    }

    private Map<Long, Incident> lock(List<Long> numbers, IncidentAct act) {
        var all = act instanceof IncidentAct.MergeInto merge
                ? Stream.concat(numbers.stream(), Stream.of(merge.number())).toList()
                : numbers;
        return incidents.lockByNumbers(all).stream().collect(Collectors.toMap(Incident::number, Function.identity()));
    }

    private ActResult act(
            By by,
            long number,
            IncidentAct act,
            Map<Long, Incident> locked,
            IncidentChanges changes,
            Directory directory) {
        var incident = locked.get(number);
        if (incident == null) return new ActResult.Unknown(number);
        var service = directory.service(incident.facts().serviceId());
        var right = act.right() == Act.ACKNOWLEDGE && service.linkedOnly() ? Act.RESPOND : act.right();
        var refusal = Standings.refusal(by.actor(), Optional.of(service.teamId()), right, directory);
        if (refusal.isPresent()) return new ActResult.Refused(number, refusal.get());
        var superseded = supersededBy(incident, act, locked, changes);
        if (superseded.isPresent()) return new ActResult.Superseded(incident, superseded.get());
        return switch (TransitionOf.act(act, incident, by.actor(), locked, changes.now(), directory)) {
            case Transition.Changed changed -> {
                follow.follow(by.actor(), act, changed, locked, changes, directory);
                yield new ActResult.Done(
                        incident, changes.present(incident.id()).orElse(changed.after()));
            }
            case Transition.HasOwner has -> new ActResult.HasOwner(incident, has.owner(), has.since());
            case Transition.Already ignored -> new ActResult.Already(incident);
            case Transition.Unfit ignored -> new ActResult.Unfit(incident);
        };
    }

    private Optional<Long> supersededBy(
            Incident incident, IncidentAct act, Map<Long, Incident> locked, IncidentChanges changes) {
        if (act instanceof IncidentAct.MergeInto merge) {
            var target = locked.get(merge.number());
            boolean fits = target != null && target.isOpen() && target.number() != incident.number();
            return fits ? Optional.empty() : Optional.of(merge.number());
        }
        if (!(act instanceof IncidentAct.Reopen) || incident.isOpen()) return Optional.empty();
        var key = keyOf(incident);
        return Stream.concat(changes.changed().stream(), incidents.lockOpen(List.of(key)).values().stream())
                .filter(other -> other.isOpen() && key.equals(keyOf(other)))
                .map(Incident::number)
                .findFirst();
    }

    private static IncidentStore.DedupId keyOf(Incident incident) {
        return new IncidentStore.DedupId(
                incident.facts().serviceId(), incident.facts().dedupKey());
    }

    private void record(By by, IncidentAct act, List<ActResult> results, IncidentChanges changes) {
        var entries = new ArrayList<AuditStore.AuditEntry>();
        for (var result : results) {
            boolean allowed = !(result instanceof ActResult.Refused);
            entries.add(AuditStore.AuditEntry.of(
                    changes.nextId(), changes.now(), by, act.verb(), "#" + result.number(), allowed));
        }
        audit.append(entries);
    }
}

package dev.arke.engine.incident;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.Transition;
import dev.arke.incident.Transitions;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due on incidents: the next page, the end of an ack timeout, the end of a snooze. Asked by the precise wake-ups
 * and by the sweep; both may ask for the same incident, on several nodes at once, and only the first finds it due.
 */
public final class EscalateIncidents {
    private static final int BATCH = 200;
    /** The pages of a batch leave when it is written: those of the first, after a start, need not wait for 200. */
    private static final int FIRST_BATCH = 25;
    /** Longer than from one sweep to the next, so that each instant is known before it comes. */
    private static final Duration AHEAD = Duration.ofMillis(2_500);

    private static final int HINTS = 1_000;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(EscalateIncidents.class);
    private static final Actor ARKE = new Actor.Arke();

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final ReadDirectory directory;
    private final FireSteps fireSteps;
    private final WriteChanges writeChanges;
    private final EscalationHints hints;
    private final Ids ids;
    private final InstantSource clock;

    EscalateIncidents(
            Transactions transactions,
            IncidentStore incidents,
            ReadDirectory directory,
            FireSteps fireSteps,
            WriteChanges writeChanges,
            EscalationHints hints,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.directory = directory;
        this.fireSteps = fireSteps;
        this.writeChanges = writeChanges;
        this.hints = hints;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Works off everything that is due, and has wake-ups made for what is due soon: the node that wrote it may be gone, or
     * have written it too long before.
     */
    public void sweep() {
        escalateAllDue();
        var soon = transactions.read(() -> {
            var now = clock.instant();
            return incidents.dueWithin(now, now.plus(AHEAD), HINTS);
        });
        if (!soon.isEmpty()) hints.due(soon);
    }

    /** Works off everything that is due, in batches; answers how many incidents were. */
    public int escalateAllDue() {
        int total = 0;
        for (int most = FIRST_BATCH; ; most = Math.min(2 * most, BATCH)) {
            int done = escalateAtMost(most);
            total += done;
            if (done < most) return total;
        }
    }

    private int escalateAtMost(int most) {
        return escalateBatch(now -> incidents.claimDue(now, most));
    }

    /** Works off these incidents, so far as they are due. */
    public int escalate(Collection<UUID> incidentIds) {
        return escalateBatch(now -> incidents.lock(incidentIds));
    }

    private int escalateBatch(Function<Instant, List<Incident>> claim) {
        try {
            return escalateUnit(claim);
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            return escalateOneByOne(transactions.read(() -> claim.apply(clock.instant())), e);
        }
    }

    private int escalateUnit(Function<Instant, List<Incident>> claim) {
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            var due = claim.apply(now);
            if (!due.isEmpty()) escalate(due, now);
            return due.size();
        });
    }

    /** One incident that cannot be escalated must not stop the others; it is tried again in a minute, loudly. */
    private int escalateOneByOne(List<Incident> due, RuntimeException failure) {
        LOG.atWarn().setCause(failure).log("a batch of escalations failed, each is tried alone");
        for (var incident : due) {
            try {
                escalateUnit(now -> incidents.lock(List.of(incident.id())));
            } catch (DatabaseUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("incident", incident.number())
                        .setCause(e)
                        .log("an incident cannot be escalated");
                transactions.write(
                        Durability.RELAXED,
                        () -> incidents.postpone(incident.id(), clock.instant().plus(AFTER_FAILURE)));
            }
        }
        return due.size();
    }

    private void escalate(List<Incident> due, Instant now) {
        var directory = this.directory.current();
        var changes = new IncidentChanges(ids, now);
        var orders = new ArrayList<FireSteps.Order>();
        for (var incident : due) {
            if (Transitions.due(incident, now) instanceof Transition.Changed changed) {
                changes.say(incident.id(), ARKE, changed.events());
                incident.dueAt().ifPresent(at -> changes.escalatedLate(Duration.between(at, now)));
                var which = changed.next() == Transition.Next.FIRE_AGAIN ? FireSteps.Which.AGAIN : FireSteps.Which.NEXT;
                orders.add(new FireSteps.Order((Incident.Triggered) changed.after(), which));
            }
        }
        fireSteps.fire(orders, changes, directory);
        writeChanges.write(changes, directory);
    }
}

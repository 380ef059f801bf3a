package dev.arke.engine.delivery;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.StepUnreached;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.page.NextMethod;
import dev.arke.page.PagePlan;
import dev.arke.page.TurnReach;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page that does not arrive in time has the person's next contact method fire at once, while it goes on being tried
 * itself. When nothing of a turn arrived and nobody has a method left, escalation moves on. Questions fall through likewise.
 */
public final class FallThrough {
    private static final int BATCH = 100;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(FallThrough.class);

    private final Transactions transactions;
    private final IncidentStore incidents;
    private final DeliveryStore deliveries;
    private final OutboxStore outbox;
    private final ReadDirectory directory;
    private final StepUnreached stepUnreached;
    private final FollowQuestions questions;
    private final SayDeliveries say;
    private final RepeatPages repeat;
    private final Set<ContactKind> carriers;
    private final Ids ids;
    private final InstantSource clock;

    /** What it works on. */
    record Stores(IncidentStore incidents, DeliveryStore deliveries, OutboxStore outbox, ReadDirectory directory) {}

    FallThrough(
            Transactions transactions,
            Stores stores,
            StepUnreached stepUnreached,
            FollowQuestions questions,
            SayDeliveries say,
            RepeatPages repeat,
            Set<ContactKind> carriers,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.incidents = stores.incidents();
        this.deliveries = stores.deliveries();
        this.outbox = stores.outbox();
        this.directory = stores.directory();
        this.stepUnreached = stepUnreached;
        this.questions = questions;
        this.say = say;
        this.repeat = repeat;
        this.carriers = Set.copyOf(carriers);
        this.ids = ids;
        this.clock = clock;
    }

    /** Sees to every page that has been on its way for too long; answers how many. */
    public int fallThroughAllDue() {
        int total = 0;
        int found;
        do {
            found = fallThroughBatch();
            total += found;
        } while (found == BATCH);
        return total;
    }

    private int fallThroughBatch() {
        var late = transactions.read(() -> outbox.fallingThrough(clock.instant(), BATCH));
        if (late.isEmpty()) return 0;
        try {
            return fallUnit(late);
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("a batch of late pages failed, each is tried alone");
            late.forEach(this::fallAlone);
        }
        return late.size();
    }

    /** One page that cannot be seen to must not hold up the others; it is tried again in a minute, loudly. */
    private void fallAlone(Delivery page) {
        try {
            fallUnit(List.of(page));
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("delivery", page.id()).setCause(e).log("a late page cannot be seen to");
            transactions.write(
                    Durability.RELAXED,
                    () -> outbox.fallThroughLater(page.id(), clock.instant().plus(AFTER_FAILURE)));
        }
    }

    /** Answers how many; those whose incidents another unit holds wait for the next look. */
    private int fallUnit(List<Delivery> late) {
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            var free = incidents.holdFree(incidentsOf(late));
            var ours = late.stream()
                    .filter(page -> page.incidentId().stream().allMatch(free::contains))
                    .map(Delivery::id)
                    .toList();
            var readable = incidents.read(free).stream().map(Incident::id).collect(Collectors.toSet());
            // Read again under the lock: another node may have seen to them meanwhile.
            var still = deliveries.read(ours).stream()
                    .filter(page -> page.progress()
                            .fallsThroughAt()
                            .filter(at -> !at.isAfter(now))
                            .isPresent())
                    .toList();
            var pages = still.stream().filter(row -> row.kind() == Kind.PAGE).toList();
            say.failed(
                    pages.stream()
                            .filter(page -> page.state() == State.WAITING && isReadable(page, readable))
                            .toList(),
                    now);
            fall(pages.stream().filter(page -> page.state() != State.DELIVERED).toList(), now);
            endedBefore(
                    pages.stream().filter(page -> page.state() != State.WAITING).toList(), now);
            questions.fall(
                    still.stream().filter(row -> row.kind() == Kind.QUESTION).toList(), now);
            return ours.size();
        });
    }

    private static Set<UUID> incidentsOf(Collection<Delivery> pages) {
        return pages.stream().flatMap(page -> page.incidentId().stream()).collect(Collectors.toSet());
    }

    /** For pages that failed or are late, inside a unit that has locked their incidents. */
    void fall(List<Delivery> fallen, Instant now) {
        if (fallen.isEmpty()) return;
        var known = incidents.read(incidentsOf(fallen)).stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        var seen =
                fallen.stream().filter(page -> isReadable(page, known.keySet())).toList();
        outbox.clearFallThrough(seen.stream().map(Delivery::id).toList());
        leave(fallen.stream().filter(page -> !isReadable(page, known.keySet())).toList(), now);
        var turns = deliveries
                .pages(seen.stream().map(FallThrough::turn).distinct().toList())
                .stream()
                .collect(Collectors.groupingBy(FallThrough::turn));
        var planned = new ArrayList<PlannedDelivery>();
        var unreached = new ArrayList<StepUnreached.Turn>();
        turns.forEach((turn, pages) -> {
            var incident = known.get(turn.incidentId());
            if (incident == null || !incident.isOpen()) return;
            var next = next(pages, of(seen, turn), now);
            pull(next, incident, planned, now);
            if (next.isEmpty()) unreached(turn, pages).ifPresent(unreached::add);
        });
        deliveries.plan(planned);
        outbox.fallThroughAgain(stepUnreached.report(unreached));
    }

    /** Whether its incident is among those that this node could read. */
    private static boolean isReadable(Delivery page, Set<UUID> read) {
        return page.incidentId().map(read::contains).orElse(true);
    }

    /** What comes again is planned, for pages that arrived or failed for good, inside a unit that has locked their incidents. */
    void ended(List<Delivery> pages, Instant now) {
        leave(repeat.ended(pages, now), now);
    }

    /** The same, for those that were left to others then. */
    private void endedBefore(List<Delivery> pages, Instant now) {
        outbox.clearFallThrough(pages.stream()
                .filter(page -> page.state() == State.DELIVERED)
                .map(Delivery::id)
                .toList());
        ended(pages, now);
    }

    /** Their incidents cannot be read by this node: they are looked at again, so that one that can sees to them. */
    private void leave(List<Delivery> unseen, Instant now) {
        var then = now.plus(Prepared.LEFT_TO_OTHERS);
        outbox.fallThroughAgain(unseen.stream().collect(Collectors.toMap(Delivery::id, ignored -> then)));
    }

    private static DeliveryStore.Turn turn(Delivery page) {
        return new DeliveryStore.Turn(page.incidentId().orElseThrow(), page.turn());
    }

    private static List<Delivery> of(List<Delivery> fallen, DeliveryStore.Turn turn) {
        return fallen.stream().filter(page -> turn(page).equals(turn)).toList();
    }

    private static Set<UUID> peopleOf(List<Delivery> pages) {
        return pages.stream().flatMap(page -> page.to().responderId().stream()).collect(Collectors.toSet());
    }

    private static List<Delivery> to(UUID person, List<Delivery> pages) {
        return pages.stream()
                .filter(page -> page.to().responderId().filter(person::equals).isPresent())
                .toList();
    }

    /** By person; whoever is in Arke no more has no way left, and what was to come fails at once. */
    private List<NextMethod> next(List<Delivery> pages, List<Delivery> fallen, Instant now) {
        var next = new ArrayList<NextMethod>();
        for (var id : peopleOf(fallen).stream().sorted().toList()) {
            var person = directory.current().responder(id);
            var usable = person.active() ? PagePlan.usable(person.methods(), carriers) : List.<ContactMethod>of();
            var own = to(id, pages);
            NextMethod.of(own, usable, now)
                    .or(() -> to(id, fallen).stream()
                            .flatMap(page -> NextMethod.inPlaceOf(page, own, person.methods(), usable).stream())
                            .findFirst())
                    .ifPresent(next::add);
        }
        return next;
    }

    private void pull(List<NextMethod> next, Incident incident, List<PlannedDelivery> planned, Instant now) {
        var fallsThroughAt = now.plus(PagePlan.patience(incident.facts().priority()));
        var pulled = new HashSet<UUID>();
        for (var method : next) {
            switch (method) {
                case NextMethod.Planned waiting -> pulled.add(waiting.page().id());
                case NextMethod.Unused unused ->
                    planned.add(PlannedDelivery.page(
                            ids.next(),
                            incident.id(),
                            unused.turn(),
                            unused.method().responderId(),
                            unused.method(),
                            now,
                            fallsThroughAt,
                            now));
            }
        }
        outbox.pullForward(pulled, now, fallsThroughAt);
    }

    private static Optional<StepUnreached.Turn> unreached(DeliveryStore.Turn turn, List<Delivery> pages) {
        var trying = pages.stream()
                .filter(page -> page.state() == State.WAITING)
                .map(Delivery::id)
                .min(Comparator.naturalOrder());
        return switch (TurnReach.of(pages)) {
            case OPEN, REACHED -> Optional.empty();
            case UNREACHED_YET, UNREACHED ->
                Optional.of(new StepUnreached.Turn(turn.incidentId(), turn.number(), peopleOf(pages), trying));
        };
    }
}

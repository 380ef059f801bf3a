package dev.arke.engine.incident;

import dev.arke.alert.Alert;
import dev.arke.alert.CleanText;
import dev.arke.alert.Link;
import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.Standings;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.PolicyStore;
import dev.arke.escalation.Position;
import dev.arke.escalation.Step;
import dev.arke.escalation.Target;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentText;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/** Somebody calls for help: opens an incident of its own and fires its first step. */
public final class PageByHand {
    private static final Duration PERSON_WAIT = Duration.ofMinutes(5);
    private static final int PERSON_REPEAT = 1;
    private static final int MOST_LINKS = 10;

    /** What became of it. */
    public sealed interface Outcome {
        /** {@code people} are being paged now. */
        record Paged(Incident incident, Service service, List<UUID> people) implements Outcome {
            public Paged {
                people = List.copyOf(people);
            }
        }

        /** The team has several services and none is named like it: say which. */
        record Several(List<Service> services) implements Outcome {
            public Several {
                services = List.copyOf(services);
            }
        }

        /** There is no service for the team, or none at all, to open an incident on. */
        record Nowhere() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * What for. {@code summary} is cut to what an incident holds, and so are {@code details}; a line of these that is
     * nothing but a web address becomes a link.
     */
    public record Call(String summary, String details, Priority priority) {
        private IncidentText text(UUID incidentId, By by) {
            var links = new ArrayList<Link>();
            var words = new StringJoiner("\n");
            details.lines()
                    .forEach(line -> Link.of("", line.strip())
                            .filter(link -> links.size() < MOST_LINKS)
                            .ifPresentOrElse(links::add, () -> words.add(line)));
            return new IncidentText(
                    incidentId,
                    CleanText.cut(CleanText.of(words.toString()).strip(), Alert.DETAILS_LIMIT),
                    Map.of(
                            "source",
                            "page by hand",
                            IncidentText.PAGED_BY,
                            by.actor().label(),
                            "paged_from",
                            by.origin()),
                    links,
                    "");
        }
    }

    /** The stores it needs besides those of incidents. */
    record Stores(IncidentStores incidents, PolicyStore policies, DirectoryVersionStore version, AuditStore audit) {}

    private final Transactions transactions;
    private final Stores stores;
    private final ReadDirectory directory;
    private final FireSteps fireSteps;
    private final WriteChanges writeChanges;
    private final Ids ids;
    private final InstantSource clock;

    PageByHand(
            Transactions transactions,
            Stores stores,
            ReadDirectory directory,
            FireSteps fireSteps,
            WriteChanges writeChanges,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.fireSteps = fireSteps;
        this.writeChanges = writeChanges;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome page(By by, PageTarget target, Call call) {
        return transactions.write(Durability.SYNCED, () -> {
            var directory = this.directory.current();
            var on = target.service(directory);
            if (on.size() > 1) return new Outcome.Several(on);
            if (on.isEmpty()) return new Outcome.Nowhere();
            var service = on.getFirst();
            var refusal = Standings.refusal(by.actor(), Optional.of(service.teamId()), Act.RESPOND, directory);
            if (refusal.isPresent()) {
                record(by, service.name(), false);
                return new Outcome.Refused(refusal.get());
            }
            return open(by, service, target, call);
        });
    }

    private Outcome open(By by, Service service, PageTarget target, Call call) {
        var policy = policy(service, target);
        var directory = this.directory.current();
        var changes = new IncidentChanges(ids, clock.instant(), by);
        var incident = incident(service, policy, call, changes);
        changes.open(incident, call.text(incident.id(), by));
        changes.say(incident.id(), by.actor(), new IncidentEvent.Triggered(call.priority()));
        fireSteps.fire(List.of(new FireSteps.Order(incident, FireSteps.Which.AGAIN)), changes, directory);
        writeChanges.write(changes, directory);
        record(by, "#" + incident.number(), true);
        var people = changes.deliveries().stream()
                .flatMap(delivery -> delivery.to().responderId().stream())
                .distinct()
                .toList();
        return new Outcome.Paged(changes.present(incident.id()).orElse(incident), service, people);
    }

    /** The service's own; for a person one that pages them first and then goes on as the service's own does. */
    private EscalationPolicy policy(Service service, PageTarget target) {
        var directory = this.directory.current();
        var own = directory.policyOf(service);
        if (!(target instanceof PageTarget.OfPerson person)) return own;
        var steps = new ArrayList<Step>();
        steps.add(new Step(List.of(new Target.Person(person.responderId())), PERSON_WAIT, PERSON_REPEAT));
        steps.addAll(own.steps());
        var wanted = new EscalationPolicy(
                own.id(), ids.next(), own.name(), own.teamId(), steps, own.rounds(), own.lastResort());
        var known = directory.versionLike(wanted);
        if (known.isPresent()) return known.get();
        stores.policies().addVersion(wanted, clock.instant());
        stores.version().raise();
        return wanted;
    }

    private Incident.Triggered incident(Service service, EscalationPolicy policy, Call call, IncidentChanges changes) {
        var id = changes.nextId();
        var line = CleanText.cut(CleanText.line(call.summary()), Alert.SUMMARY_LIMIT);
        return new Incident.Triggered(
                new Facts(
                        id,
                        stores.incidents().incidents().nextNumbers(1).getFirst(),
                        service.id(),
                        policy.versionId(),
                        Optional.empty(),
                        call.priority(),
                        line.isEmpty() ? "Paged by hand" : line,
                        "page:" + id,
                        Optional.empty(),
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

    private void record(By by, String subject, boolean allowed) {
        stores.audit()
                .append(List.of(AuditStore.AuditEntry.of(ids.next(), clock.instant(), by, "page", subject, allowed)));
    }
}

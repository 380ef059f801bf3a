package dev.arke.http;

import dev.arke.alert.Integration;
import dev.arke.alert.IntegrationKey;
import dev.arke.alert.Service;
import dev.arke.alert.UnreadableRequest;
import dev.arke.alert.UnreadableRequestStore;
import dev.arke.calendar.ShiftStore;
import dev.arke.chat.IncidentRoomStore;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.StormStore;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.PlanCards;
import dev.arke.engine.health.Measures;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.incident.IncidentUseCases;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.people.FindIntegration;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Step;
import dev.arke.escalation.StoredPolicy;
import dev.arke.escalation.Target;
import dev.arke.incident.CollectedAlertStore;
import dev.arke.incident.FloodStore;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentTextStore;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.QuotaStore;
import dev.arke.incident.TimelineStore;
import dev.arke.page.ChannelPageStore;
import dev.arke.page.StormSettings;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The real engine behind the address for alerts: one service, and an integration for each format, key "FORMAT-key". */
final class IntakeFixture implements AutoCloseable {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final PrometheusMetrics metrics = new PrometheusMetrics();
    private final MovableInstants clock = new MovableInstants();
    private final Ids ids = new Ids(clock, new Random(7));
    private final Database database;
    private final IncidentStore incidents;
    private final UnreadableRequestStore unreadable;
    private final ReadDirectory.Stores people;
    private final IncidentUseCases useCases;
    private final FindIntegration findIntegration;
    final Measures measures = new Measures(metrics.registry(), clock);

    IntakeFixture(Database database) {
        this.database = database;
        var dsl = database.dsl();
        incidents = new IncidentStore(dsl);
        unreadable = new UnreadableRequestStore(dsl);
        people = PeopleStores.of(database);
        var directory = new ReadDirectory(people);
        findIntegration = new FindIntegration(database.transactions(), directory);
        useCases = IncidentUseCases.of(new IncidentUseCases.Needs(
                database.transactions(),
                new IncidentStores(
                        incidents,
                        new IncidentTextStore(dsl),
                        new TimelineStore(dsl),
                        new CollectedAlertStore(dsl),
                        new FloodStore(dsl),
                        new QuotaStore(dsl),
                        new QuestionStore(dsl),
                        new IncidentRoomStore(dsl)),
                people.policies(),
                people.version(),
                new AuditStore(dsl),
                unreadable,
                new ShiftStore(dsl),
                new DeliveryStore(dsl),
                directory,
                new PlanCards(
                        new DeliveryStore(dsl),
                        new StormStore(dsl),
                        new ChannelPageStore(dsl),
                        StormSettings.DEFAULT,
                        ids),
                Set.of(ContactKind.SANDBOX),
                IntakeSettings.DEFAULT,
                due -> {},
                () -> {},
                ids,
                clock));
        useCases.receive().start(1);
        database.transactions().write(Durability.RELAXED, this::saveAll);
    }

    IntakeRoutes routes(Duration patience) {
        return new IntakeRoutes(findIntegration, useCases.receive(), useCases.recordUnreadable(), measures, patience);
    }

    private void saveAll() {
        var aliceId = ids.next();
        var dm = new ContactMethod(ids.next(), aliceId, ContactKind.SANDBOX, "@alice", 0, Optional.empty());
        people.responders()
                .save(List.of(new Responder(
                        aliceId, "alice", "Alice Martin", PARIS, Optional.empty(), true, true, true, List.of(dm))));
        var team = new Team(
                ids.next(), "payments", PARIS, List.of(), Set.of(aliceId), Set.of(aliceId), List.of(), true, true);
        people.teams().save(List.of(team));
        var step = new Step(List.of(new Target.Person(aliceId)), Duration.ofMinutes(5), 0);
        var policy = new EscalationPolicy(ids.next(), ids.next(), "standard", team.id(), List.of(step), 0, List.of());
        people.policies().save(List.of(new StoredPolicy(policy, true, true, true)), clock.instant());
        var checkout = new Service(
                ids.next(),
                "checkout",
                team.id(),
                policy.id(),
                Optional.empty(),
                false,
                true,
                true,
                Map.of(),
                List.of());
        people.services().save(List.of(checkout));
        people.integrations()
                .save(InboundFormats.names().stream()
                        .map(format -> integration(format, checkout))
                        .toList());
        people.version().raise();
    }

    private Integration integration(String format, Service service) {
        return new Integration(
                ids.next(),
                "checkout-" + format,
                service.id(),
                format,
                false,
                Map.of(),
                List.of(),
                Set.of(IntegrationKey.hash(format + "-key")),
                true,
                true,
                Optional.empty());
    }

    List<Incident> incidents() {
        return database.transactions().read(() -> incidents.open(100));
    }

    /** What was kept of this format's integration, the latest first. */
    List<UnreadableRequest> kept(String format) {
        return database.transactions().read(() -> {
            var integration = people.integrations().load().stream()
                    .filter(one -> one.format().equals(format))
                    .findFirst()
                    .orElseThrow();
            return unreadable.of(integration.id(), 100);
        });
    }

    @Override
    public void close() {
        useCases.receive().close();
        metrics.close();
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.card.Card;
import dev.arke.chat.IncidentCard;
import dev.arke.chat.Rooms;
import dev.arke.database.Durability;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.Message;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.SendTestPage;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.Receipt;
import dev.arke.ical.CalendarClient;
import dev.arke.incident.ActResult;
import dev.arke.incident.Collected;
import dev.arke.incident.CollectedAlertStore;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentText;
import dev.arke.incident.IncidentTextStore;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.testkit.FakeCarrier;
import dev.arke.testkit.FakeRooms;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Arke's engine on a test's database, with fake carriers: alerts come in, the clock moves, people act. A test fails at
 * its end on any message that it has not taken.
 */
final class World {
    private final TestDatabase database;
    private final MovableInstants clock = new MovableInstants();
    private final Map<ContactKind, FakeCarrier> carriers = new EnumMap<>(ContactKind.class);
    private final List<Carrier> all = new ArrayList<>();
    private final List<FakeCarrier.Arrived> unexpected = new ArrayList<>();
    private final List<FakeCarrier.Arrived> edits = new ArrayList<>();
    private final List<FakeCarrier.Arrived> threads = new ArrayList<>();
    private final List<Rooms> allRooms = new ArrayList<>();
    private final FakeRooms rooms = new FakeRooms(ContactKind.SANDBOX);
    private final EngineParts engine;
    private final IncidentStore incidents;
    private final TimelineStore timeline;

    World(TestDatabase database, ContactKind... kinds) {
        this(database, EngineParts.Settings.DEFAULT, kinds);
    }

    World(TestDatabase database, EngineParts.Settings settings, ContactKind... kinds) {
        this(database, settings, clock -> List.of(), clock -> List.of(), kinds);
    }

    /** With the carriers that {@code real} makes for the world's clock beside the fake ones. */
    World(TestDatabase database, Function<InstantSource, List<Carrier>> real, ContactKind... kinds) {
        this(database, EngineParts.Settings.DEFAULT, real, clock -> List.of(), kinds);
    }

    /** With rooms that are real too. */
    World(
            TestDatabase database,
            Function<InstantSource, List<Carrier>> real,
            Function<InstantSource, List<Rooms>> realRooms,
            ContactKind... kinds) {
        this(database, EngineParts.Settings.DEFAULT, real, realRooms, kinds);
    }

    private World(
            TestDatabase database,
            EngineParts.Settings settings,
            Function<InstantSource, List<Carrier>> real,
            Function<InstantSource, List<Rooms>> realRooms,
            ContactKind... kinds) {
        this.database = database;
        for (var kind : kinds) carriers.put(kind, new FakeCarrier(kind, clock));
        all.addAll(carriers.values());
        all.addAll(real.apply(clock));
        allRooms.add(rooms);
        allRooms.addAll(realRooms.apply(clock));
        engine = engine(settings, 1);
        incidents = new IncidentStore(database.database().dsl());
        timeline = new TimelineStore(database.database().dsl());
        database.atEndOfTest(this::expectNothingElse);
    }

    private EngineParts engine(EngineParts.Settings settings, int seed) {
        return EngineParts.of(new EngineParts.Needs(
                database.database(),
                clock,
                new Ids(clock, new Random(seed)),
                all,
                allRooms,
                new CalendarClient(List.of()),
                settings,
                EngineParts.Listeners.NONE));
    }

    /** A second engine on the same database. */
    EngineParts anotherNode() {
        return engine(EngineParts.Settings.DEFAULT, 2);
    }

    MovableInstants clock() {
        return clock;
    }

    /** Nothing is done until then; what is due is done then. */
    void sleepUntil(Instant end) {
        clock.set(end);
        work();
    }

    FakeRooms rooms() {
        return rooms;
    }

    EngineParts engine() {
        return engine;
    }

    Instant now() {
        return clock.instant();
    }

    FakeCarrier carrier(ContactKind kind) {
        var carrier = carriers.get(kind);
        if (carrier == null) throw new IllegalArgumentException("no carrier for " + kind);
        return carrier;
    }

    /** Applies a team file, which must be good, and fills its rotations. */
    void team(String yaml) {
        var gate = TeamFiles.gate(
                database.database(),
                clock,
                new Surroundings(Map.of(), Set.of("generic", "alertmanager"), false),
                engine.needs().carriers().stream().map(Carrier::kind).collect(Collectors.toSet()));
        assertThat(gate.apply(yaml, new By(new Actor.ApiKey("test", true), "test")))
                .isInstanceOf(TeamFileGate.Answer.Fine.class);
        engine.calendar().fill().fillAllDue();
    }

    /** An alert of the integration of this name comes in; what is due at once is sent. */
    Receipt alert(String integration, Alert alert) {
        return alerts(integration, List.of(alert));
    }

    Receipt alerts(String integration, List<Alert> alerts) {
        return alerts(integration, alerts, "{}");
    }

    /** They came in this body. */
    Receipt alerts(String integration, List<Alert> alerts, String body) {
        var id = read(() -> engine.directory()
                .current()
                .integrationNamed(integration)
                .orElseThrow()
                .id());
        var receipt = engine.incidents()
                .trigger()
                .trigger(List.of(new Inbound(id, alerts, body)))
                .getFirst();
        work();
        return receipt;
    }

    ActResult act(String person, long number, IncidentAct act) {
        return act(person(person), number, act);
    }

    ActResult act(Actor actor, long number, IncidentAct act) {
        var result = engine.incidents()
                .act()
                .act(new By(actor, "test"), List.of(number), act)
                .getFirst();
        work();
        return result;
    }

    Actor.Person person(String name) {
        return new Actor.Person(responder(name), name);
    }

    UUID responder(String name) {
        return read(() ->
                engine.directory().current().responderNamed(name).orElseThrow().id());
    }

    /** The person asks for a test page. */
    void sendTestPage(String person) {
        var needs = engine.needs();
        var dsl = database.database().dsl();
        new SendTestPage(
                        database.database().transactions(),
                        new DeliveryStore(dsl),
                        new AuditStore(dsl),
                        engine.directory(),
                        carriers.keySet(),
                        () -> {},
                        needs.ids(),
                        clock)
                .send(person(person), "test", any -> true);
    }

    /** Everything that is due now, as the sweeps do it. */
    void work() {
        boolean worked = true;
        while (worked) {
            worked = engine.incidents().escalate().escalateAllDue() > 0;
            worked |= engine.incidents().questions().remind().remindAllDue() > 0;
            worked |= engine.deliveries().sendDue().sendAllDue() > 0;
            worked |= engine.incidents().endFloods().endAllOver() > 0;
            worked |= engine.rooms().keep().keepAllDue() > 0;
            worked |= engine.rooms().work().workOnAllDue() > 0;
        }
    }

    /** Moves the clock, stopping at each instant at which something is due. */
    void advance(Duration step) {
        advanceTo(now().plus(step));
    }

    void advanceTo(Instant end) {
        work();
        for (var due = nextDue(); due.isPresent() && !due.get().isAfter(end); due = nextDue()) {
            clock.set(due.get());
            work();
        }
        clock.set(end);
        work();
    }

    /** After now: what is due and was not worked off is passed over, as a row that cannot be read is. */
    private Optional<Instant> nextDue() {
        var sql = Stream.of(
                        "incident.escalates_at",
                        "delivery.due_at",
                        "delivery.falls_through_at",
                        "question.due_at",
                        "channel_sync.due_at",
                        "incident_room.due_at")
                .map(column -> "select min(" + column + ") as at from " + column.substring(0, column.indexOf('.'))
                        + " where " + column + " > ?")
                .collect(Collectors.joining(" union all ", "select min(at) from (", ") all_due"));
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 1; at <= 6; at++) statement.setObject(at, now().atOffset(ZoneOffset.UTC));
            var rows = statement.executeQuery();
            rows.next();
            return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    IncidentText text(long number) {
        var id = incident(number).id();
        return read(() ->
                new IncidentTextStore(database.database().dsl()).of(List.of(id)).get(id));
    }

    Incident incident(long number) {
        return read(() -> incidents.readByNumbers(List.of(number)).getFirst());
    }

    List<Incident> openIncidents() {
        return read(() -> incidents.open(1000));
    }

    /** The alerts behind an incident. */
    Collected collected(long number) {
        var id = incident(number).id();
        return read(() -> new CollectedAlertStore(database.database().dsl()).of(id, 100));
    }

    List<TimelineEntry> timeline(long number) {
        var id = incident(number).id();
        return read(() -> timeline.of(List.of(id)).getOrDefault(id, List.of()));
    }

    List<IncidentEvent> events(long number) {
        return timeline(number).stream().map(TimelineEntry::event).toList();
    }

    <T> T read(Supplier<T> work) {
        return database.database().transactions().read(work);
    }

    void write(Runnable work) {
        database.database().transactions().write(Durability.RELAXED, work);
    }

    /** The addresses paged since the last call, in order of time; edits left out. */
    List<String> pages() {
        return take(Message.Purpose.PAGE).stream()
                .map(page -> page.message().address())
                .toList();
    }

    /** What was newly sent for this purpose since the last call, in order of time. */
    List<FakeCarrier.Arrived> take(Message.Purpose purpose) {
        arrive();
        var taken = unexpected.stream()
                .filter(arrived -> arrived.message().purpose() == purpose)
                .sorted(Comparator.comparing(FakeCarrier.Arrived::at))
                .toList();
        unexpected.removeAll(taken);
        return taken;
    }

    /** What messages to this address were changed to since the beginning, in order. */
    List<String> edits(String address) {
        arrive();
        return edits.stream()
                .filter(edit -> edit.message().address().equals(address))
                .map(FakeCarrier.Arrived::text)
                .toList();
    }

    /** The incident's card as it would be drawn now. */
    Card card(long number) {
        var id = incident(number).id();
        var views = engine.deliveries().views();
        return IncidentCard.of(
                read(() -> views.read(List.of(id), engine.directory().current()).get(id)));
    }

    /** Moves the clock as if nothing had run meanwhile. */
    void sleepFor(Duration step) {
        clock.set(now().plus(step));
        work();
    }

    /** Fails on any message that somebody would notice and that the test has not taken; so does each test's end. */
    void expectNothingElse() {
        arrive();
        assertThat(unexpected)
                .extracting(arrived -> arrived.at() + " " + arrived.message().purpose() + " to "
                        + arrived.message().address() + ": "
                        + arrived.message().card().summary())
                .isEmpty();
    }

    /** Edits and lines of threads notify nobody. */
    private void arrive() {
        for (var carrier : carriers.values()) {
            for (var arrived : carrier.take()) {
                if (arrived.isEdit()) edits.add(arrived);
                else (arrived.message().purpose() == Message.Purpose.THREAD ? threads : unexpected).add(arrived);
            }
        }
    }

    /** The lines of timelines since the last call. */
    List<FakeCarrier.Arrived> threads() {
        arrive();
        var lines = List.copyOf(threads);
        threads.clear();
        return lines;
    }
}

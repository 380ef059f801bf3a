package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.boot.Conversation;
import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.boot.WarmUp;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.chat.SeenEventStore;
import dev.arke.database.Durability;
import dev.arke.delivery.Outcome;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.FinishLink;
import dev.arke.engine.Ids;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.incident.ReadNews;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.Directory;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.Responder;
import dev.arke.slack.home.HomeTabs;
import dev.arke.slack.inbound.Happenings;
import dev.arke.slack.inbound.LateAnswers;
import dev.arke.slack.inbound.SlackApp;
import dev.arke.slack.inbound.SlackRoutes;
import dev.arke.slack.inbound.SocketMode;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackClient;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.testkit.FakeCarrier;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.FakePeople.Person;
import dev.arke.testkit.slack.FakeResponses;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.FakeViews;
import dev.arke.testkit.slack.SlackSends;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Arke behind a fake Slack over real HTTP: alice (U0ALICE) and bob of team payments, whose channel is C0PAY; hana is a
 * member whom no responder is linked to, guest a guest. Alice is paged first.
 */
final class SlackOffice implements AutoCloseable {
    static final String ALICE = "U0ALICE";
    static final String BOB = "U0BOB";
    static final String HANA = "U0HANA";
    static final String GUEST = "U0GUEST";
    static final String ROOM = "C0PAY";
    static final String CARD_TS = "1700000000.000100";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TEAM = """
        responders:
          - {name: alice, slack: U0ALICE, time_zone: Europe/Paris}
          - {name: bob, slack: U0BOB}
        teams:
          - {name: payments, time_zone: UTC, channels: {slack: C0PAY}, members: [alice, bob], admins: [bob]}
        policies:
          - name: standard
            team: payments
            rounds: 0
            steps:
              - {page: [alice], wait: 10m}
              - {page: [bob], wait: 10m}
            last_resort: [bob]
        services:
          - {name: checkout, team: payments, policy: standard}
        """;

    final MovableInstants clock = new MovableInstants();
    final FakeSlack slack = FakeSlack.start();
    final FakeCarrier carrier = new FakeCarrier(ContactKind.SLACK, clock);
    final SlackSends sends;
    private final EngineParts engine;
    private final IncidentStore incidents;
    private final TimelineStore timeline;
    private final TestDatabase database;
    private final SlackClient client;
    private final SlackApp app;
    private final FinishLink links;
    private final HttpServer server;
    private final HomeTabs homes;
    /** The workspaces that do not want Arke any more. */
    final List<String> removedFrom = new CopyOnWriteArrayList<>();

    private final List<SocketMode> sockets = new ArrayList<>();

    SlackOffice(TestDatabase database) {
        this(database, dialogue -> dialogue);
    }

    SlackOffice(TestDatabase database, UnaryOperator<Dialogue> around) {
        this.database = database;
        people();
        engine = EngineParts.of(new EngineParts.Needs(
                database.database(),
                clock,
                new Ids(clock, new Random(1)),
                List.of(carrier),
                EngineParts.Settings.DEFAULT.with(new ConnectSettings(URI.create("http://arke.test"), true)),
                EngineParts.Listeners.NONE));
        incidents = new IncidentStore(database.database().dsl());
        timeline = new TimelineStore(database.database().dsl());
        client = new SlackClient(slack.settings(), clock);
        var workspaces = new OwnApp(client, FakeSlack.TOKEN, clock);
        var inPlace = new LateAnswers(client, workspaces);
        var dialogue = Conversation.with(engine, inPlace);
        links = new FinishLink(engine.links(), dialogue, inPlace);
        app = new SlackApp(new SlackApp.Needs(
                slack.settings(),
                client,
                workspaces,
                around.apply(dialogue),
                new SeenEvents(
                        database.database().transactions(),
                        new SeenEventStore(database.database().dsl()),
                        clock),
                (team, user) -> directory().identity(ContactKind.SLACK, team, user),
                engine.links().byEmail(),
                new Happenings(this::openHome, removedFrom::add, engine.rooms().hear()::hear),
                clock));
        var dsl = database.database().dsl();
        var news = new ReadNews(
                database.database().transactions(), new TimelineStore(dsl), new DirectoryVersionStore(dsl));
        homes = new HomeTabs(app::home, news, client, workspaces, clock);
        var routes = new SlackRoutes(app, FakeSlack.SIGNING_SECRET, clock);
        server = new HttpServer(new HttpSettings("127.0.0.1", 0), "test", List.of(routes::register));
        server.start();
        sends = new SlackSends(URI.create("http://127.0.0.1:" + server.port()), slack, clock);
        fill(TEAM);
    }

    private void people() {
        slack.people().add(ALICE, "alice");
        slack.people().add(BOB, "bob");
        slack.people().add(HANA, "hana");
        slack.people().add(new Person(GUEST, "guest", "g@example.com", "Europe/Paris", Person.Kind.GUEST));
        slack.rooms().channel(ROOM, "payments");
    }

    /** Beside checkout so many services, called service-1 and so on. */
    void manyServices(int count) {
        var more = new StringBuilder(TEAM);
        for (int i = 1; i <= count; i++)
            more.append("  - {name: service-").append(i).append(", team: payments, policy: standard}\n");
        fill(more.toString());
    }

    /** The team file with something else in it. */
    void change(String from, String to) {
        fill(TEAM.replace(from, to));
    }

    private void fill(String team) {
        var gate = TeamFiles.gate(
                database.database(), clock, new Surroundings(Map.of(), Set.of(), false), Set.of(ContactKind.SLACK));
        assertThat(gate.apply(team, new By(new Actor.ApiKey("test", true), "test")))
                .isInstanceOf(TeamFileGate.Answer.Fine.class);
    }

    /** Opens an incident by hand, whose card stands in the room with {@link #CARD_TS}; answers its number. */
    long incident() {
        carrier.answer(ROOM, new Outcome.Delivered(ROOM + ":" + CARD_TS));
        assertThat(ask(BOB, "page checkout \"all red\"")).contains("is open on checkout");
        work();
        return open().stream().mapToLong(Incident::number).max().orElseThrow();
    }

    /** What somebody hears to a line in the room: in the acknowledgement, or soon after on a slow machine. */
    String ask(String user, String line) {
        int before = told();
        var heard = sends.command(user, ROOM, line);
        assertThat(heard.status()).isEqualTo(200);
        boolean isLate = heard.body().isEmpty() || heard.body().contains("still working");
        return isLate ? told(before).body().toString() : heard.json().toString();
    }

    /** Slack's way with an event: again until it hears 200. */
    void event(ObjectNode envelope) {
        var heard = sends.event(envelope);
        for (int times = 1; heard.status() == 503 && times <= 3; times++) heard = sends.again(envelope, times);
        assertThat(heard.status()).isEqualTo(200);
    }

    /** The incident once it is in this state. */
    void becomes(long number, Class<? extends Incident> state) {
        await(() -> Optional.of(incident(number)).filter(state::isInstance));
    }

    /** The server has just started. */
    WarmUp warmUp(Runnable drawn) {
        var warmUp = new WarmUp();
        warmUp.start(Conversation.with(engine), card -> {
            app.warmUp(card);
            drawn.run();
        });
        return warmUp;
    }

    /** Slack's requests come over a socket too. */
    SocketMode overSocket() {
        var socket = new SocketMode(app, client, FakeSlack.APP_TOKEN);
        sockets.add(socket);
        socket.start();
        return socket;
    }

    private void openHome(String team, String user) {
        homes.opened(team, user);
    }

    /** Home tabs that would show something else by now are published again. */
    void refreshHomes() {
        homes.refresh();
    }

    void work() {
        while (engine.deliveries().sendDue().sendAllDue() > 0) carrier.working("nobody");
    }

    /** The page of one-time links. */
    FinishLink links() {
        return links;
    }

    EngineParts engine() {
        return engine;
    }

    Directory directory() {
        return read(engine.directory()::current);
    }

    List<Incident> open() {
        return read(() -> incidents.open(100));
    }

    Incident incident(long number) {
        return read(() -> incidents.readByNumbers(List.of(number)).getFirst());
    }

    List<IncidentEvent> events(long number) {
        var id = incident(number).id();
        return read(() -> timeline.of(List.of(id)).getOrDefault(id, List.of())).stream()
                .map(TimelineEntry::event)
                .toList();
    }

    long count(long number, Class<? extends IncidentEvent> kind) {
        return events(number).stream().filter(kind::isInstance).count();
    }

    <T> T read(Supplier<T> work) {
        return database.database().transactions().read(work);
    }

    /** The next answer at a response_url after those {@code before}. */
    FakeResponses.Use told(int before) {
        return await(() -> Optional.of(slack.responses().uses())
                .filter(uses -> uses.size() > before)
                .map(uses -> uses.get(before)));
    }

    int told() {
        return slack.responses().uses().size();
    }

    /** The modal as soon as it holds a form. */
    FakeViews.View form() {
        return await(() -> slack.views().latest().filter(view -> view.json().has("submit")));
    }

    /** What comes of work that nobody waits for. */
    static <T> T await(Supplier<Optional<T>> condition) {
        return await(PATIENCE, condition);
    }

    static <T> T await(Duration patience, Supplier<Optional<T>> condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var there = condition.get();
            if (there.isPresent()) return there.get();
            LockSupport.parkNanos(2_000_000);
        }
        throw new AssertionError("it did not come within " + patience);
    }

    /** Somebody is primary of payments from now on for eight hours. */
    void shift(String who) {
        var now = clock.instant();
        var shift = new Shift(
                new UUID(5, 1),
                directory().teamNamed("payments").orElseThrow().id(),
                Role.Duty.PRIMARY,
                directory().responderNamed(who).map(Responder::id),
                new Interval(now, now.plus(Duration.ofHours(8))),
                new Provenance.Edited(Optional.empty()));
        database.database()
                .transactions()
                .write(
                        Durability.SYNCED,
                        () -> new ShiftStore(database.database().dsl()).insert(List.of(shift)));
    }

    @Override
    public void close() {
        sends.close();
        server.close();
        sockets.forEach(SocketMode::close);
        app.close();
        client.close();
        slack.close();
    }
}

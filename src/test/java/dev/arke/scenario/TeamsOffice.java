package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.boot.Conversation;
import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.boot.Teams;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.TeamsPersonStore;
import dev.arke.delivery.TeamsPlaceStore;
import dev.arke.dialogue.Dialogue;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.engine.people.Directory;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.TimelineEntry;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.teams.TeamsSettings;
import dev.arke.teams.web.AppTokens;
import dev.arke.testkit.FakeCarrier;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.FakeTeams.Posted;
import dev.arke.testkit.teams.FixedToken;
import dev.arke.testkit.teams.TeamsSends;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Arke behind a fake Teams over real HTTP: alice and bob of team payments, whose channel is {@link #ROOM}; hana is a member
 * whom no responder is linked to, guest a guest. Alice, known by her mail address, is paged first, then bob, known by his
 * object id; the second way to both is mail.
 */
final class TeamsOffice implements AutoCloseable {
    static final String ALICE = "29:alice";
    static final String BOB = "29:bob";
    static final String HANA = "29:hana";
    static final String GUEST = "29:guest";
    static final String ROOM = "19:pay@thread.tacv2";

    private static final String TEAM = """
        responders:
          - {name: alice, teams: alice@example.com, email: a@mail.test, rules: {urgent: [{via: teams}, {via: email, after: 8m}]}}
          - {name: bob, teams: "%s", email: b@mail.test, rules: {urgent: [{via: teams}, {via: email, after: 8m}]}}
        teams:
          - {name: payments, time_zone: UTC, channels: {teams: "19:pay@thread.tacv2"}, members: [alice, bob], admins: [bob]}
        policies:
          - name: standard
            team: payments
            rounds: 0
            steps:
              - {page: [alice], wait: 10m}
              - {page: [bob, "channel teams:19:pay@thread.tacv2"], wait: 10m}
            last_resort: [bob]
        services:
          - {name: checkout, team: payments, policy: standard}
        """.formatted(FakeTeams.objectId("bob"));

    final MovableInstants clock = new MovableInstants();
    final FakeTeams teams = FakeTeams.start();
    final FakeCarrier mail = new FakeCarrier(ContactKind.EMAIL, clock);
    final TeamsSends sends;
    private final TestDatabase database;
    private final Teams adapter;
    private final EngineParts engine;
    private final HttpServer server;
    private String file = TEAM;

    TeamsOffice(TestDatabase database) {
        this(database, List.of());
    }

    /** With other carriers beside. */
    TeamsOffice(TestDatabase database, List<Carrier> others) {
        this(database, FakeTeams.settings(), others);
    }

    TeamsOffice(TestDatabase database, TeamsSettings settings, List<Carrier> others) {
        this(database, settings, others, dialogue -> dialogue);
    }

    /** With something around what answers people. */
    TeamsOffice(TestDatabase database, UnaryOperator<Dialogue> around) {
        this(database, FakeTeams.settings(), List.of(), around);
    }

    private TeamsOffice(
            TestDatabase database, TeamsSettings settings, List<Carrier> others, UnaryOperator<Dialogue> around) {
        this.database = database;
        List.of("alice", "bob", "hana").forEach(teams::member);
        teams.add(new FakeTeams.Person(GUEST, FakeTeams.objectId("guest"), "guest", "g@else.test", "guest"));
        teams.channel(ROOM);
        adapter = new Teams(settings, AppTokens.of(new FixedToken()), database.database());
        var carriers = new ArrayList<Carrier>(List.of(adapter.carrier(), mail));
        carriers.addAll(others);
        engine = EngineParts.of(new EngineParts.Needs(
                database.database(),
                clock,
                new Ids(clock, new Random(1)),
                carriers,
                EngineParts.Settings.DEFAULT,
                EngineParts.Listeners.NONE));
        adapter.listen(engine, around.apply(Conversation.with(engine)));
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0),
                "test",
                List.of(adapter.routes().orElseThrow()));
        server.start();
        sends = new TeamsSends(URI.create("http://127.0.0.1:" + server.port()), teams);
        fill(TEAM);
    }

    /** The team file with something else in it, besides what was changed before. */
    void change(String from, String to) {
        fill(file.replace(from, to));
    }

    private void fill(String team) {
        file = team;
        var kinds = engine.needs().carriers().stream().map(Carrier::kind).collect(Collectors.toSet());
        var gate = TeamFiles.gate(database.database(), clock, new Surroundings(Map.of(), Set.of(), false), kinds);
        assertThat(gate.apply(team, new By(new Actor.ApiKey("test", true), "test")))
                .isInstanceOf(TeamFileGate.Answer.Fine.class);
    }

    /** The app is added to the team: its roster and channels are known from then on. */
    void install() {
        assertThat(sends.send(sends.installation(BOB, FakeTeams.TEAM, "add")).status())
                .isEqualTo(202);
        SlackOffice.await(() -> keep().place(ROOM));
    }

    KeepTeams keep() {
        var dsl = database.database().dsl();
        return new KeepTeams(
                database.database().transactions(), new TeamsPlaceStore(dsl), new TeamsPersonStore(dsl), clock);
    }

    /** What somebody reads in their chat with the bot to a line typed there. */
    Posted ask(String user, String line) {
        int before = teams.to(user).size();
        assertThat(sends.send(sends.personal(user, line)).status()).isEqualTo(202);
        return next(user, before);
    }

    /** The next message in somebody's chat with the bot after those {@code before}. */
    Posted next(String user, int before) {
        return SlackOffice.await(() -> Optional.of(teams.to(user))
                .filter(posts -> posts.size() > before)
                .map(posts -> posts.get(before)));
    }

    /** Opens an incident by hand; answers the first message of its thread. */
    Posted incident() {
        int before = teams.roots(ROOM).size();
        ask(BOB, "page checkout \"all red\"");
        work();
        return SlackOffice.await(() -> Optional.of(teams.roots(ROOM))
                .filter(posts -> posts.size() > before)
                .map(List::getLast));
    }

    /** A click on the button with this label. */
    TeamsSends.Heard click(String user, Posted message, String label) {
        var now = teams.all().stream()
                .filter(one -> one.id().equals(message.id()))
                .findFirst()
                .orElseThrow();
        return sends.send(sends.click(user, now.conversation(), now.id(), action(now.card(), label)));
    }

    /** The data of the action with this label. */
    static JsonNode action(JsonNode card, String label) {
        return card.findParents("data").stream()
                .filter(action -> action.path("title").asText().equals(label))
                .findFirst()
                .map(action -> action.path("data"))
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + card));
    }

    void advance(Duration step) {
        clock.set(clock.instant().plus(step));
        work();
    }

    /** All that is due now. */
    void work() {
        for (int round = 0; round < 20; round++) {
            engine.incidents().escalate().escalateAllDue();
            engine.deliveries().fallThrough().fallThroughAllDue();
            if (engine.deliveries().sendDue().sendAllDue() == 0) return;
        }
    }

    int port() {
        return server.port();
    }

    EngineParts engine() {
        return engine;
    }

    Directory directory() {
        return read(engine.directory()::current);
    }

    Incident incident(long number) {
        return read(() -> new IncidentStore(database.database().dsl())
                .readByNumbers(List.of(number))
                .getFirst());
    }

    List<Incident> open() {
        return read(() -> new IncidentStore(database.database().dsl()).open(100));
    }

    List<TimelineEntry> timeline(long number) {
        var id = incident(number).id();
        return read(() ->
                new TimelineStore(database.database().dsl()).of(List.of(id)).getOrDefault(id, List.of()));
    }

    <T> T read(Supplier<T> work) {
        return database.database().transactions().read(work);
    }

    @Override
    public void close() {
        sends.close();
        server.close();
        adapter.close();
        teams.close();
        assertThat(teams.strange()).as("what Teams would not take").isEmpty();
    }
}

package dev.arke.bench;

import dev.arke.boot.Conversation;
import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.boot.WarmUp;
import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.engine.Ids;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.slack.inbound.Happenings;
import dev.arke.slack.inbound.SlackApp;
import dev.arke.slack.inbound.SlackRoutes;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackClient;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.SlackSends;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Arke behind a fake Slack, with 20 incidents, and a Slack that sends as fast as it is told. */
final class SlackUnderLoad implements AutoCloseable {
    private static final int INCIDENTS = 20;
    private static final String ROOM = "C0PAY";
    private static final String TEAM = """
        responders:
          - {name: alice, slack: U0ALICE}
          - {name: bob, slack: U0BOB}
        teams:
          - {name: payments, time_zone: UTC, channels: {slack: C0PAY}, members: [alice, bob], admins: [bob]}
        policies:
          - {name: standard, team: payments, rounds: 0, steps: [{page: [alice], wait: 10m}], last_resort: [bob]}
        services:
          - {name: checkout, team: payments, policy: standard}
        """;

    /** What somebody does. */
    enum Gesture {
        LOOK,
        CLICK,
        MENTION
    }

    private final FakeSlack slack = FakeSlack.start();
    private final SlackClient client;
    private final SlackApp app;
    private final HttpServer server;
    private final SlackSends sends;

    SlackUnderLoad(Database database) {
        var clock = database.clock();
        client = new SlackClient(slack.settings(), clock);
        slack.people().add("U0ALICE", "alice");
        slack.people().add("U0BOB", "bob");
        slack.rooms().channel(ROOM, "payments");
        var engine = EngineParts.of(new EngineParts.Needs(
                database,
                clock,
                new Ids(clock, new SecureRandom()),
                List.of(),
                EngineParts.Settings.DEFAULT,
                EngineParts.Listeners.NONE));
        var gate =
                TeamFiles.gate(database, clock, new Surroundings(Map.of(), Set.of(), false), Set.of(ContactKind.SLACK));
        if (!(gate.apply(TEAM, new By(new Actor.ApiKey("bench", true), "bench")) instanceof TeamFileGate.Answer.Fine))
            throw new IllegalStateException("the team file is bad");
        app = new SlackApp(new SlackApp.Needs(
                slack.settings(),
                client,
                new OwnApp(client, FakeSlack.TOKEN, clock),
                Conversation.with(engine),
                new SeenEvents(database.transactions(), new SeenEventStore(database.dsl()), clock),
                (team, user) -> Optional.empty(),
                engine.links().byEmail(),
                Happenings.NONE,
                clock));
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0),
                "bench",
                List.of(new SlackRoutes(app, FakeSlack.SIGNING_SECRET, clock)::register));
        warmUp(engine);
        server.start();
        // Signed by this machine's own time, as Slack would.
        sends = new SlackSends(URI.create("http://127.0.0.1:" + server.port()), slack, Instant::now);
        for (int i = 0; i < INCIDENTS; i++) sends.command("U0BOB", ROOM, "page checkout \"trouble " + i + "\"");
    }

    /** As a server does before it says that it is ready. */
    private void warmUp(EngineParts engine) {
        var warmUp = new WarmUp();
        warmUp.start(Conversation.with(engine), app::warmUp);
        while (warmUp.problem().isPresent()) LockSupport.parkNanos(1_000_000);
    }

    /** How long Slack waited for each acknowledgement, in nanoseconds; fails when one was none. */
    List<Long> run(List<Gesture> gestures, int perSecond, Duration length) {
        long gap = 1_000_000_000L / perSecond;
        int count = Math.toIntExact(length.toMillis() * perSecond / 1000);
        Queue<Long> took = new ConcurrentLinkedQueue<>();
        Queue<Integer> refused = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int at = i;
                while (System.nanoTime() < begun + at * gap) LockSupport.parkNanos(200_000);
                threads.execute(() -> {
                    var heard = send(gestures.get(at % gestures.size()), at);
                    took.add(heard.took().toNanos());
                    if (heard.status() != 200) refused.add(heard.status());
                });
            }
        }
        if (!refused.isEmpty()) throw new IllegalStateException("not acknowledged: " + refused);
        return new ArrayList<>(took);
    }

    private SlackSends.Heard send(Gesture gesture, int at) {
        int number = at % INCIDENTS + 1;
        return switch (gesture) {
            case LOOK -> sends.command("U0ALICE", ROOM, at % 2 == 0 ? "list" : "show " + number);
            case CLICK ->
                sends.click("U0ALICE", Spot.in(ROOM), "run:1", (at / INCIDENTS % 2 == 0 ? "ack " : "unack ") + number);
            case MENTION -> sends.event(sends.mention("U0BOB", Spot.in(ROOM), "show " + number));
        };
    }

    /** How long after its request each {@code views.open} came, in nanoseconds. */
    List<Long> forms(int count) {
        var took = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            int before = slack.calls("views.open").size();
            long begun = System.nanoTime();
            sends.command("U0ALICE", ROOM, "page");
            while (slack.calls("views.open").size() == before) LockSupport.parkNanos(100_000);
            took.add(System.nanoTime() - begun);
        }
        return took;
    }

    @Override
    public void close() {
        sends.close();
        server.close();
        app.close();
        client.close();
        slack.close();
    }
}

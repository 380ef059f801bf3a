package dev.arke.bench;

import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.health.Measures;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.incident.ReceiveAlerts;
import dev.arke.page.StormSettings;
import dev.arke.quartz.WakeUps;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Thousands of incidents at once: how soon has everybody's page left, on both databases, and is one lost or doubled?
 * Arguments, all optional: how many incidents, how many rounds, and {@code h2} or {@code postgres} for one engine only.
 */
public final class Burst {
    private static final StormSettings ONE_BY_ONE =
            new StormSettings(1_000_000, Duration.ofMinutes(1), 200, Duration.ofHours(1), 1_000_000);
    /** Threads are posted 2 s after what they tell of, so this long without a message means that all is said. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Scale scale;

    private Burst(Scale scale) {
        this.scale = scale;
    }

    public static void main(String[] args) throws Exception {
        int incidents = args.length > 0 ? Integer.parseInt(args[0]) : Scale.FULL.incidents();
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var only = args.length > 2 ? args[2] : "";
        var scale = new Scale(incidents, Scale.FULL.people(), Scale.FULL.posters());
        try (var databases = new BenchDatabase()) {
            print(machine(databases));
            print(scale.incidents() + " alerts from " + scale.posters() + " threads, one a request, through the intake"
                    + " queue (no HTTP); high priority; " + scale.people()
                    + " people, each with a team, service and integration of their own: one page and one card an"
                    + " incident, the card in its team's channel (" + scale.people()
                    + " channels), a thread below it. Carrier in this process: no network, no limits.");
            print("one by one: bundling of pages, storms of cards and floods raised out of reach; else as delivered.");
            print(Tally.HEADER + "   JVM CPU");
            var burst = new Burst(scale);
            for (int round = 1; round <= rounds; round++)
                burst.both(databases, only, "one by one, round " + round, ONE_BY_ONE);
            burst.both(databases, only, "bundled as delivered", StormSettings.DEFAULT);
            print(machine(databases));
        }
        System.exit(0);
    }

    private static String machine(BenchDatabase databases) throws IOException {
        return Machine.describe(databases.directory()) + "; " + databases.postgresSettings();
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private void both(BenchDatabase databases, String only, String name, StormSettings storms) throws Exception {
        if (!only.equals("postgres")) one(databases::h2, "H2, " + name, storms);
        if (!only.equals("h2")) one(databases::postgres, "PostgreSQL, " + name, storms);
    }

    private void one(Supplier<BenchDatabase.Opened> open, String name, StormSettings storms) throws Exception {
        try (var opened = open.get()) {
            var cpu = cpu();
            var tally = run(opened, storms);
            print(tally.line(name)
                    + String.format(Locale.ROOT, " %7.1f s", cpu().minus(cpu).toMillis() / 1e3));
        }
    }

    /** What this process has used of all cores; on a shared machine it tells more than the time that went by. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Tally run(BenchDatabase.Opened opened, StormSettings storms) throws SQLException, InterruptedException {
        var database = opened.database();
        var clock = database.clock();
        var carrier = new CountingCarrier();
        var intake = storms.equals(ONE_BY_ONE)
                ? new IntakeSettings(1_000_000, Duration.ofMinutes(1))
                : IntakeSettings.DEFAULT;
        var measures = new Measures(new SimpleMeterRegistry(), clock);
        try (var wakeUps = new WakeUps(measures, clock)) {
            var engine = EngineParts.of(new EngineParts.Needs(
                    database,
                    clock,
                    new Ids(clock, new SecureRandom()),
                    List.of(carrier),
                    new EngineParts.Settings(intake, storms, DeliverySettings.DEFAULT),
                    new EngineParts.Listeners(wakeUps, measures::delivery)));
            apply(engine);
            var integrations = integrations(engine);
            try (var receive = engine.incidents().receive();
                    var senders = engine.deliveries().senders()) {
                receive.start(database.isSingleNode() ? 1 : 2);
                senders.start();
                wakeUps.start(engine.incidents().escalate()::escalate);
                var postedAt = new ConcurrentHashMap<String, Long>();
                long begun = System.nanoTime();
                post(receive, integrations, postedAt);
                long intakeEnded = System.nanoTime();
                carrier.awaitQuiet(QUIET, PATIENCE);
                return Tally.of(postedAt, begun, intakeEnded, carrier.arrived(), opened.settings());
            }
        }
    }

    private void apply(EngineParts engine) {
        var needs = engine.needs();
        var gate = TeamFiles.gate(
                needs.database(),
                needs.clock(),
                new Surroundings(Map.of(), Set.of("generic"), false),
                Set.of(ContactKind.SANDBOX));
        var answer = gate.apply(scale.teamFile(), new By(new Actor.ApiKey("bench", true), "command"));
        if (!(answer instanceof TeamFileGate.Answer.Fine)) throw new IllegalStateException(answer.toString());
    }

    private List<UUID> integrations(EngineParts engine) {
        return engine.needs().database().transactions().read(() -> {
            var directory = engine.directory().current();
            return IntStream.range(0, scale.people())
                    .mapToObj(i -> directory
                            .integrationNamed(Scale.integration(i))
                            .orElseThrow()
                            .id())
                    .toList();
        });
    }

    /** Each thread posts its next alert when the one before is answered, as an HTTP worker does. */
    private void post(ReceiveAlerts receive, List<UUID> integrations, Map<String, Long> postedAt)
            throws InterruptedException {
        var next = new AtomicInteger();
        var done = new CountDownLatch(scale.posters());
        try (var posters = Executors.newFixedThreadPool(scale.posters())) {
            for (int i = 0; i < scale.posters(); i++)
                posters.execute(() -> {
                    for (int n = next.getAndIncrement(); n < scale.incidents(); n = next.getAndIncrement())
                        post(receive, n, integrations.get(scale.personOf(n)), postedAt);
                    done.countDown();
                });
            done.await();
        }
    }

    private static void post(ReceiveAlerts receive, int n, UUID integration, Map<String, Long> postedAt) {
        postedAt.put(Scale.dedupKey(n), System.nanoTime());
        var answer = receive.receive(new Inbound(integration, List.of(Scale.alert(n)), "{\"alert\":" + n + "}"));
        if (!(answer instanceof ReceiveAlerts.Answer.Taken)) throw new IllegalStateException(answer.toString());
    }
}

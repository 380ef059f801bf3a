package dev.arke.bench;

import dev.arke.boot.EngineParts;
import dev.arke.boot.Rehearsal;
import dev.arke.boot.TeamFiles;
import dev.arke.engine.Ids;
import dev.arke.engine.health.Measures;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.ReceiveAlerts;
import dev.arke.quartz.WakeUps;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
 * Each database has a process of its own, so that the first row of each is the first burst of a process. Arguments, all optional:
 * how many incidents, how many warm rounds, and {@code h2} or {@code postgres} for one engine in this very process.
 */
public final class Burst {
    /** Threads are posted 2 s after what they tell of, so this long without a message means that all is said. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int FEW_POSTERS = 32;
    private static final int MANY_POSTERS = 256;

    private final Scale scale;
    private final EngineParts.Settings settings;

    private Burst(Scale scale, EngineParts.Settings settings) {
        this.scale = scale;
        this.settings = settings;
    }

    public static void main(String[] args) {
        Ending.with(() -> run(args));
    }

    private static boolean run(String... args) throws Exception {
        int incidents = args.length > 0 ? Integer.parseInt(args[0]) : Scale.INCIDENTS;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        boolean good = true;
        if (args.length > 2) {
            good = onEngine(args[2].equals("h2"), incidents, rounds);
        } else {
            explain(incidents);
            for (var engine : List.of("h2", "postgres"))
                good &= inProcessOfItsOwn(Integer.toString(incidents), Integer.toString(rounds), engine) == 0;
        }
        print(good ? "nothing was lost, nothing was doubled" : "FAILED: see what was lost or doubled");
        return good;
    }

    private static void explain(int incidents) {
        print(incidents + " alerts, one a request, each thread waiting for its answer, through the intake queue (no"
                + " HTTP); high priority; one page, one card and a thread below it an incident, 200 people. Carrier in"
                + " this process: no network, no limits. Last: from the first post; p50, p99, max: from each alert's.");
        print("one by one: bundling of pages, storms of cards and floods raised out of reach; else as delivered.");
    }

    private static int inProcessOfItsOwn(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Burst.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static boolean onEngine(boolean h2, int incidents, int rounds) throws Exception {
        try (var databases = new BenchDatabase(h2)) {
            print("");
            print(databases.settings() + "; " + Machine.describe(databases.directory()));
            print(Tally.HEADER + "    CPU here   server");
            Supplier<BenchDatabase.Opened> open = databases::fresh;
            var atOnce =
                    new Burst(Scale.oneChannelAnIncident(incidents, MANY_POSTERS), EngineParts.Settings.ONE_BY_ONE);
            int alerts = Rehearsal.play(() -> true);
            print("rehearsed in memory first, as the product does half a minute after its start: %d alerts"
                    .formatted(alerts));
            boolean good = atOnce.one(open, "first");
            var fewPosters =
                    new Burst(Scale.oneChannelAnIncident(incidents, FEW_POSTERS), EngineParts.Settings.ONE_BY_ONE);
            var fewChannels = Scale.oneChannelAPerson(incidents, FEW_POSTERS);
            for (int round = 1; round <= rounds; round++) {
                good &= atOnce.one(open, "warm " + round);
                good &= fewPosters.one(open, "warm " + round);
                good &= new Burst(fewChannels, EngineParts.Settings.ONE_BY_ONE).one(open, "warm " + round);
            }
            good &= new Burst(fewChannels, EngineParts.Settings.DEFAULT).one(open, "bundled");
            print(Machine.describe(databases.directory()));
            return good;
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }

    /** Answers whether all came once. */
    private boolean one(Supplier<BenchDatabase.Opened> open, String name) throws Exception {
        try (var opened = open.get()) {
            var cpu = cpu();
            var serverCpu = opened.serverCpu().get();
            var tally = run(opened);
            print(tally.line(String.format(
                            Locale.ROOT, "%s: %d channels, %d threads", name, scale.channels(), scale.posters()))
                    + String.format(
                            Locale.ROOT,
                            " %9.1f s %6.1f s",
                            cpu().minus(cpu).toMillis() / 1e3,
                            opened.serverCpu().get().minus(serverCpu).toMillis() / 1e3));
            return tally.isClean();
        }
    }

    /** What this process has used of all cores; on a shared machine it tells more than the time that went by. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Tally run(BenchDatabase.Opened opened) throws SQLException, InterruptedException {
        var database = opened.database();
        var clock = database.clock();
        var carrier = new CountingCarrier();
        var measures = new Measures(new SimpleMeterRegistry(), clock);
        try (var wakeUps = new WakeUps(measures, clock)) {
            var engine = EngineParts.of(new EngineParts.Needs(
                    database,
                    clock,
                    new Ids(clock, new SecureRandom()),
                    List.of(carrier),
                    settings,
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

    private void post(ReceiveAlerts receive, int n, UUID integration, Map<String, Long> postedAt) {
        postedAt.put(Scale.dedupKey(n), System.nanoTime());
        var answer = receive.receive(new Inbound(integration, List.of(scale.alert(n)), "{\"alert\":" + n + "}"));
        if (!(answer instanceof ReceiveAlerts.Answer.Taken)) throw new IllegalStateException(answer.toString());
    }
}

package dev.arke.bench;

import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.database.Database;
import dev.arke.delivery.Carrier;
import dev.arke.engine.Ids;
import dev.arke.engine.health.Measures;
import dev.arke.engine.health.Tick;
import dev.arke.engine.people.FindIntegration;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.http.IntakeRoutes;
import dev.arke.quartz.PeriodicJobs;
import dev.arke.quartz.WakeUps;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Arke in this process, with its real threads, its real clockwork of escalation and its real route for alerts; only the
 * carrier is given, and how many messages become one.
 */
final class BenchServer implements AutoCloseable {
    private final Database database;
    private final Measures measures;
    private final WakeUps wakeUps;
    private final EngineParts engine;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    BenchServer(Database database, EngineParts.Settings settings, Carrier carrier, String teamFile) {
        this(database, settings, List.of(carrier), teamFile);
    }

    BenchServer(Database database, EngineParts.Settings settings, List<Carrier> carriers, String teamFile) {
        this.database = database;
        var clock = database.clock();
        measures = new Measures(new SimpleMeterRegistry(), clock);
        wakeUps = new WakeUps(measures, clock);
        engine = EngineParts.of(new EngineParts.Needs(
                database,
                clock,
                new Ids(clock, new SecureRandom()),
                carriers,
                settings,
                new EngineParts.Listeners(wakeUps, measures::delivery)));
        var gate = TeamFiles.gate(
                database,
                clock,
                new Surroundings(Map.of(), Set.of("generic"), false),
                carriers.stream().map(Carrier::kind).collect(Collectors.toSet()));
        var answer = gate.apply(teamFile, new By(new Actor.ApiKey("bench", true), "command"));
        if (!(answer instanceof TeamFileGate.Answer.Fine)) throw new IllegalStateException(answer.toString());
    }

    EngineParts engine() {
        return engine;
    }

    <T> T read(Supplier<T> work) {
        return database.transactions().read(work);
    }

    /** Sends, and escalates when something is due. */
    void startWork() {
        var senders = engine.deliveries().senders();
        senders.start();
        started.push(senders);
        wakeUps.start(engine.incidents().escalate()::escalate);
        started.push(wakeUps);
        var sweep = new Tick("escalation", engine.incidents().escalate()::sweep, measures, database.clock());
        var jobs = new PeriodicJobs(List.of(new PeriodicJobs.Every(Duration.ofSeconds(1), sweep)));
        jobs.start();
        started.push(jobs);
    }

    /** Takes alerts; answers where. */
    URI startIntake() {
        var incidents = engine.incidents();
        incidents.receive().start(database.isSingleNode() ? 1 : 2);
        started.push(incidents.receive());
        var find = new FindIntegration(database.transactions(), engine.directory());
        var routes = new IntakeRoutes(find, incidents.receive(), incidents.recordUnreadable(), measures);
        var http = new HttpServer(new HttpSettings("127.0.0.1", 0), "bench", List.of(routes::register));
        http.start();
        started.push(http);
        return URI.create("http://127.0.0.1:" + http.port());
    }

    @Override
    public void close() {
        for (var part : started) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.http.HttpServer;
import dev.arke.teamfile.LoadTeamFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Arke: started in the order of its parts, stopped in the opposite one. */
final class Arke implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arke.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Settings settings;
    private int port;

    private Arke(Settings settings) {
        this.settings = settings;
    }

    /** Starts with these settings; {@code data} is the folder for what is not in the database. */
    static Arke start(Settings settings, Path data) {
        return start(settings, data, Optional.empty());
    }

    /** The same, with the built-in chat's control that sends test alerts with this key. */
    static Arke startDemo(Settings settings, Path data, String key) {
        return start(settings, data, Optional.of(key));
    }

    private static Arke start(Settings settings, Path data, Optional<String> demoKey) {
        var arke = new Arke(settings);
        try {
            arke.open(data, demoKey);
            return arke;
        } catch (RuntimeException | Error e) {
            arke.close();
            throw e;
        }
    }

    private void open(Path data, Optional<String> demoKey) {
        var token = AdminToken.fresh();
        var database = closing(Database.open(settings.database()));
        var gate = TeamFiles.gate(database, settings);
        var teamFile = TeamFiles.load(database, gate);
        settings.teamFile().ifPresent(file -> apply(teamFile, file));
        var parts = new ServerParts(settings, database, teamFile, token, demoKey);
        parts.start().forEach(this::closing);
        var server = closing(new HttpServer(settings.http(), Version.number(), parts.routes(gate)));
        // Its open streams would hold the server's stop.
        parts.sandbox().ifPresent(this::closing);
        server.start();
        AdminToken.keep(token, data);
        port = server.port();
        LOG.atInfo().addKeyValue("settings", settings).log("Arke is ready");
    }

    private <T extends AutoCloseable> T closing(T part) {
        started.push(part);
        return part;
    }

    private static void apply(LoadTeamFile teamFile, Path file) {
        switch (teamFile.load(file)) {
            case LoadTeamFile.Loaded.Applied(var changes, var warnings) -> {
                changes.forEach(
                        change -> LOG.atInfo().addKeyValue("change", change).log("team file applied"));
                warnings.forEach(
                        warning -> LOG.atWarn().addKeyValue("warning", warning).log("team file applied"));
            }
            case LoadTeamFile.Loaded.KeptLast(var problems) ->
                problems.forEach(problem ->
                        LOG.atError().addKeyValue("problem", problem).log("the team file is bad, the last one stays"));
            case LoadTeamFile.Loaded.Refused(var problems) ->
                throw new CannotStart("The team file " + file + " has mistakes, and none was ever applied:\n  - "
                        + String.join("\n  - ", problems));
        }
    }

    /** Where it listens. */
    URI address() {
        var host = settings.http().host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Until the process is told to end. */
    void runUntilStopped() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        stopped.await();
    }

    @Override
    public void close() {
        for (var part : started) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("a part did not stop well");
            }
        }
        started.clear();
        stopped.countDown();
    }
}

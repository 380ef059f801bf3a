package dev.arke.boot;

import dev.arke.alert.Alert;
import dev.arke.alert.Integration;
import dev.arke.alert.Priority;
import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.ReceiveAlerts;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A burst that nobody hears of: alerts are taken, escalated and sent by an engine of its own, on a database in memory, by a
 * carrier that goes nowhere. Java compiles what has often run, and the first real burst of a process should not be the one
 * that waits for it.
 */
public final class Rehearsal {
    private static final int ALERTS = 1_000;
    private static final int AT_ONCE = 50;
    private static final int SERVICES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Nowhere carrier = new Nowhere();
    private final EngineParts engine;
    private final List<UUID> integrations;

    private Rehearsal(Database database) {
        engine = EngineParts.of(new EngineParts.Needs(
                database,
                database.clock(),
                new Ids(database.clock(), new SecureRandom()),
                List.of(carrier),
                EngineParts.Settings.ONE_BY_ONE,
                EngineParts.Listeners.NONE));
        apply();
        integrations = database.transactions()
                .read(() -> engine.directory().current().integrations().stream()
                        .map(Integration::id)
                        .toList());
    }

    /** Plays 1,000 alerts, unless {@code goOn}, asked every 50, says no before; answers how many have paged. */
    public static int play(BooleanSupplier goOn) {
        var inMemory = new DatabaseSettings("jdbc:h2:mem:rehearsal-" + UUID.randomUUID(), "arke", "");
        try (var database = Database.open(inMemory)) {
            return new Rehearsal(database).playAll(goOn);
        }
    }

    private int playAll(BooleanSupplier goOn) {
        try (var receive = engine.incidents().receive();
                var senders = engine.deliveries().senders();
                var posters = Executors.newVirtualThreadPerTaskExecutor()) {
            receive.start(1);
            senders.start();
            int played = 0;
            while (played < ALERTS && goOn.getAsBoolean() && hasPaged(receive, posters, played)) played += AT_ONCE;
            return played;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private boolean hasPaged(ReceiveAlerts receive, Executor posters, int played) throws InterruptedException {
        var taken = IntStream.range(played, played + AT_ONCE)
                .mapToObj(n -> CompletableFuture.runAsync(() -> receive.receive(alert(n)), posters))
                .toList();
        taken.forEach(CompletableFuture::join);
        engine.incidents().escalate().sweep();
        return carrier.pages.tryAcquire(AT_ONCE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Inbound alert(int n) {
        var alert = Alert.firing("rehearsal-" + n, "Disk of host " + n + " is full")
                .priority(Optional.of(Priority.HIGH))
                .toAlert();
        return new Inbound(integrations.get(n % SERVICES), List.of(alert), alert.summary());
    }

    private void apply() {
        var gate = TeamFiles.gate(
                engine.needs().database(),
                engine.needs().clock(),
                new Surroundings(Map.of(), Set.of("generic"), false),
                Set.of(carrier.kind()));
        var answer = gate.apply(teamFile(), new By(new Actor.ApiKey("rehearsal", true), "command"));
        if (!(answer instanceof TeamFileGate.Answer.Fine)) throw new IllegalStateException(answer.toString());
    }

    private static String teamFile() {
        return "responders: [{name: nobody, sandbox: nobody}]\n"
                + each("teams", "{name: t%1$d, channels: {sandbox: c%1$d}, members: [nobody], admins: [nobody]}")
                + "policies: [{name: all, team: t0, steps: [{page: [nobody], wait: 5m}]}]\n"
                + each("services", "{name: s%1$d, team: t%1$d, policy: all}")
                + each("integrations", "{name: m%1$d, service: s%1$d, format: generic, key: of-no-use-%1$d}");
    }

    private static String each(String section, String entry) {
        return IntStream.range(0, SERVICES)
                .mapToObj(n -> String.format(Locale.ROOT, entry, n))
                .collect(Collectors.joining(", ", section + ": [", "]\n"));
    }

    private static final class Nowhere implements Carrier {
        private final Semaphore pages = new Semaphore(0);

        @Override
        public ContactKind kind() {
            return ContactKind.SANDBOX;
        }

        @Override
        public Outcome send(Message message) {
            if (message.purpose() == Message.Purpose.PAGE) pages.release();
            return new Outcome.Delivered(message.edits().orElseGet(() -> "ref-" + message.deliveryId()));
        }

        @Override
        public List<RateScope> rateScopes(Message message) {
            return List.of();
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }
}

package dev.arke.engine.health;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Outcome;
import dev.arke.responder.ContactKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What Arke counts and times about itself; every meter has its line in src/docs/operations.md. Labels come from closed
 * sets and from the names in the team file, never from what a stranger sent.
 */
public final class Measures {
    private static final Duration[] LATENESS = seconds(0.1, 0.5, 1, 3, 10, 30, 120);
    private static final Duration[] ANSWERS = seconds(0.005, 0.02, 0.1, 0.5, 2, 10);
    private static final List<String> LANES = List.of("page", "card", "notice");
    private static final List<String> OPEN_STATES = List.of("triggered", "acknowledged", "snoozed");

    private final MeterRegistry registry;
    private final InstantSource clock;
    private volatile Backlog backlog = Backlog.EMPTY;

    public Measures(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        for (int i = 0; i < LANES.size(); i++) registerAge(i);
        for (var state : OPEN_STATES)
            gauge("arke.incidents.open", "state", state, b -> b.openIncidents().getOrDefault(state, 0));
        gauge("arke.pages.late", "what", "delivery", Backlog::latePages);
        gauge("arke.pages.late", "what", "escalation", Backlog::lateEscalations);
    }

    private void registerAge(int lane) {
        gauge("arke.queue.age.seconds", "lane", LANES.get(lane), b -> ageSeconds(b.oldestDue(lane)));
    }

    private void gauge(String name, String label, String value, ToDoubleFunction<Backlog> read) {
        Gauge.builder(name, this, self -> read.applyAsDouble(self.backlog))
                .tag(label, value)
                .register(registry);
    }

    private double ageSeconds(Optional<Instant> since) {
        return since.map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }

    /** A request for alerts was answered. {@code integration} and {@code format} are "" when there is none such. */
    public void intake(String integration, String format, int status, Duration took) {
        timer("arke.intake", ANSWERS, "integration", integration, "format", format, "status", String.valueOf(status))
                .record(took);
    }

    /** What became of one alert, such as "opened". */
    public void alert(String fate) {
        counter("arke.alerts", "fate", fate).increment();
    }

    /** A mail came in, and this is what became of it, such as "run". */
    public void mail(String outcome) {
        counter("arke.mails", "outcome", outcome).increment();
    }

    /** A step was fired this long after it was due. */
    public void escalated(Duration late) {
        timer("arke.escalation.lateness", LATENESS).record(late.isNegative() ? Duration.ZERO : late);
    }

    /** A message was handed to its carrier; fits as the listener of deliveries. */
    public void delivery(ContactKind carrier, Delivery.Kind kind, Outcome outcome) {
        switch (outcome) {
            case Outcome.Delivered delivered -> delivery(carrier, kind, "delivered", "");
            case Outcome.HandedOver handed -> delivery(carrier, kind, "handed_over", "");
            case Outcome.Undelivered lost ->
                delivery(carrier, kind, "undelivered", lost.reason().word());
            case Outcome.Again again ->
                delivery(carrier, kind, "again", again.reason().word());
            case Outcome.PayloadRefused refused -> delivery(carrier, kind, "payload_refused", "rejected");
            case Outcome.RecipientGone gone -> delivery(carrier, kind, "recipient_gone", "rejected");
            case Outcome.CarrierBroken broken ->
                delivery(carrier, kind, "carrier_broken", broken.reason().word());
        }
    }

    private void delivery(ContactKind carrier, Delivery.Kind kind, String outcome, String reason) {
        counter("arke.deliveries", "carrier", carrier.word(), "kind", kind.word(), "outcome", outcome, "reason", reason)
                .increment();
    }

    void sweep(String tick, Duration took) {
        timer("arke.tick", ANSWERS, "tick", tick).record(took);
    }

    void sweepFailed(String tick) {
        counter("arke.tick.failures", "tick", tick).increment();
    }

    void watchdogSwept() {
        counter("arke.watchdog.sweeps").increment();
    }

    void late(String what, int howMany) {
        counter("arke.late", "what", what).increment(howMany);
    }

    void backlog(Backlog present) {
        backlog = present;
    }

    private Counter counter(String name, String... labels) {
        return Counter.builder(name).tags(labels).register(registry);
    }

    private Timer timer(String name, Duration[] buckets, String... labels) {
        return Timer.builder(name).tags(labels).serviceLevelObjectives(buckets).register(registry);
    }

    private static Duration[] seconds(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> Duration.ofMillis((long) (value * 1000)))
                .toArray(Duration[]::new);
    }
}

package dev.arke.incident;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.alert.Priority;
import dev.arke.escalation.Escalation;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Fired;
import dev.arke.escalation.Position;
import dev.arke.escalation.Reach;
import dev.arke.escalation.Step;
import dev.arke.escalation.Target;
import dev.arke.responder.Actor;
import dev.arke.testkit.EscalationCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Plays a case through the pure rules alone: one incident, no store, no clock but the case's. */
final class PureEscalation {
    private static final Instant START = Instant.parse("2027-03-01T10:00:00Z");
    private static final UUID TEAM = id("team");

    private final EscalationCase vector;
    private final EscalationPolicy policy;
    private final Map<UUID, String> names = new HashMap<>();
    private final List<EscalationCase.Page> pages = new ArrayList<>();
    private final List<EscalationCase.State> states = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Optional<Long> exhaustedAt = Optional.empty();
    private Optional<Long> unreachedAt = Optional.empty();
    private Incident incident;

    PureEscalation(EscalationCase vector) {
        this.vector = vector;
        vector.people().forEach(name -> names.put(id(name), name));
        policy = policy(vector.policy());
        incident = new Incident.Triggered(facts(), START);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private EscalationPolicy policy(JsonNode json) {
        var steps = EscalationCase.stream(json.get("steps"))
                .map(step -> new Step(
                        targets(step.get("page")),
                        Duration.ofSeconds(step.get("wait").longValue()),
                        step.get("repeat").intValue()))
                .toList();
        return new EscalationPolicy(
                id("policy"),
                id("version"),
                "p",
                TEAM,
                steps,
                json.get("rounds").intValue(),
                targets(json.get("last_resort")));
    }

    private List<Target> targets(JsonNode names) {
        return EscalationCase.stream(names)
                .map(JsonNode::textValue)
                .map(name -> vector.isRole(name) ? new Target.DutyOf(name, TEAM) : (Target) new Target.Person(id(name)))
                .toList();
    }

    private Facts facts() {
        var timeout =
                Optional.ofNullable(vector.given().get("ack_timeout")).map(s -> Duration.ofSeconds(s.longValue()));
        return new Facts(
                id("incident"),
                1,
                id("service"),
                id("version"),
                Optional.empty(),
                Priority.HIGH,
                "s",
                "k",
                Optional.empty(),
                START,
                timeout,
                Optional.empty(),
                Position.START,
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.empty());
    }

    void play() {
        for (long second = 0; second <= vector.until(); second++) {
            for (var act : vector.when()) if (act.get("at").longValue() == second) act(act, second);
            if (unreachedAt.filter(at(second)).isPresent()) unreached(second);
            due(second);
        }
    }

    private static Predicate<Long> at(long second) {
        return at -> at == second;
    }

    private void due(long second) {
        if (second > 0 && Transitions.due(incident, now(second)) instanceof Transition.Changed changed)
            take(changed, second);
    }

    private void act(JsonNode act, long second) {
        var by = new Actor.Person(id(act.path("by").asText()), act.path("by").asText());
        switch (act.get("do").textValue()) {
            case "trigger" -> {
                if (second == 0) {
                    states.add(new EscalationCase.State(0, "triggered"));
                    fire(Transition.Next.FIRE_AGAIN, second);
                } else take(Transitions.repeat(incident, Priority.HIGH, Optional.empty(), now(second)), second);
            }
            case "acknowledge" -> {
                switch (Transitions.acknowledge(incident, by, now(second))) {
                    case Transition.Changed changed -> take(changed, second);
                    case Transition.HasOwner has ->
                        said.add("%s has it since %d".formatted(has.owner().label(), seconds(has.since())));
                    case Transition.Already ignored -> {}
                    case Transition.Unfit ignored -> {}
                }
            }
            case "note" -> take((Transition.Changed) Transitions.note(incident, "n", now(second)), second);
            case "snooze" ->
                take(
                        (Transition.Changed) Transitions.snooze(
                                incident, by, now(act.get("until").longValue()), "", now(second)),
                        second);
            case "resolve" ->
                take(
                        (Transition.Changed)
                                Transitions.resolve(incident, new Actor.Monitor("monitor"), "", now(second)),
                        second);
            case "edit policy" -> said.add("the policy an incident began with is a value that no edit reaches");
            case String other -> throw new IllegalArgumentException("unknown act: " + other);
        }
    }

    private void take(Transition.Changed changed, long second) {
        var before = word(incident);
        incident = changed.after();
        if (!before.equals(word(incident))) states.add(new EscalationCase.State(second, word(incident)));
        fire(changed.next(), second);
    }

    private static String word(Incident incident) {
        return switch (incident) {
            case Incident.Triggered ignored -> "triggered";
            case Incident.Acknowledged held -> "acknowledged by " + held.owner().label();
            case Incident.Snoozed ignored -> "snoozed";
            case Incident.Resolved ignored -> "resolved";
        };
    }

    private void fire(Transition.Next next, long second) {
        var position = incident.facts().position();
        switch (next) {
            case NOTHING, CALL_OFF, PAGE_MORE -> {}
            case FIRE_AGAIN -> take(Escalation.fireAgain(policy, position, reaching(second), now(second)), second);
            case FIRE_NEXT -> take(Escalation.fireNext(policy, position, reaching(second), now(second)), second);
        }
    }

    private void unreached(long second) {
        said.add("no contact method worked, going on at once");
        take(Escalation.fireUnreached(policy, incident.facts().position(), reaching(second), now(second)), second);
    }

    private void take(Fired fired, long second) {
        var why = switch (fired.why()) {
            case Fired.Why.OfStep step -> "step " + step.step();
            case Fired.Why.LastResort ignored -> "last resort";
            case Fired.Why.Admins ignored -> "admins";
        };
        fired.reach().people().stream()
                .map(names::get)
                .sorted()
                .forEach(name -> pages.add(new EscalationCase.Page(second, name, why)));
        for (var line : fired.said()) {
            switch (line) {
                case Fired.Said.StepReachesNobody nobody ->
                    said.add("step %d reaches nobody, going on at once".formatted(nobody.step()));
                case Fired.Said.WithoutContactMethod without ->
                    without.people().forEach(id -> said.add(names.get(id) + " has no usable contact method"));
                case Fired.Said.Exhausted ignored -> exhaustedAt = Optional.of(second);
                case Fired.Said.LastResortReachesNobody ignored -> said.add("the last resort reaches nobody");
            }
        }
        unreachedAt = fired.reach().people().stream()
                .map(id -> vector.failsAfter(names.getOrDefault(id, "")))
                .reduce((a, b) ->
                        a.isPresent() && b.isPresent() ? Optional.of(Math.max(a.get(), b.get())) : Optional.empty())
                .orElse(Optional.empty())
                .map(after -> second + after);
        incident = new Incident.Triggered(
                incident.facts()
                        .withFired(
                                fired.position(), now(second), fired.position().isLastResort(policy)),
                fired.nextAt());
    }

    private Escalation.Reaching reaching(long second) {
        return new Escalation.Reaching() {
            @Override
            public Reach of(List<Target> targets) {
                return reach(targets, second);
            }

            @Override
            public Reach managers() {
                return Reach.NOBODY;
            }

            @Override
            public Reach admins() {
                return Reach.NOBODY;
            }
        };
    }

    private Reach reach(List<Target> targets, long second) {
        Set<UUID> people = new HashSet<>();
        for (var target : targets) {
            if (target instanceof Target.Person person) people.add(person.responderId());
            if (target instanceof Target.DutyOf duty)
                vector.onCall(duty.duty(), second).ifPresent(name -> people.add(id(name)));
        }
        var unreachable = new HashSet<>(people);
        unreachable.removeIf(id -> !vector.unreachable().contains(names.getOrDefault(id, "")));
        people.removeAll(unreachable);
        return new Reach(people, unreachable, Set.of(), Set.of());
    }

    private static Instant now(long second) {
        return START.plusSeconds(second);
    }

    private static long seconds(Instant at) {
        return Duration.between(START, at).toSeconds();
    }

    List<EscalationCase.Page> pages() {
        return pages;
    }

    List<EscalationCase.State> states() {
        return states;
    }

    List<String> said() {
        return said;
    }

    Optional<Long> exhaustedAt() {
        return exhaustedAt;
    }

    int repeats() {
        return incident.facts().repeats();
    }
}

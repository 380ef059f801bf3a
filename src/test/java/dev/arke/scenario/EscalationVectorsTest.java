package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.incident.ActResult;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Owner;
import dev.arke.incident.TimelineEntry;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.EscalationCase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of escalation through the whole engine, on both databases: team file, alert, clock, people, carriers. */
@EachDatabase
class EscalationVectorsTest {
    private static final ContactKind[] CARRIERS = {
        ContactKind.SANDBOX, ContactKind.EMAIL, ContactKind.SMS, ContactKind.CALL
    };

    private final TestDatabase database;

    EscalationVectorsTest(TestDatabase database) {
        this.database = database;
    }

    /** What people want besides; nothing here. */
    void rules(World world) {}

    /** Whether this page comes of that. */
    boolean isOnTop(Delivery page) {
        return false;
    }

    static Stream<EscalationCase> cases() {
        return EscalationCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pagesAsTheVectorSays(EscalationCase vector) {
        var world = new World(database, CARRIERS);
        var team = new VectorTeam(vector);
        world.team(team.yaml(vector.policy()));
        team.shifts(world, database);
        rules(world);
        vector.people().forEach(person -> vector.failsAfter(person).ifPresent(after -> fail(world, person, after)));
        var start = world.now();
        var heard = new ArrayList<String>();

        for (var act : vector.when()) {
            world.advanceTo(start.plusSeconds(act.get("at").longValue()));
            act(act, world, team, start, heard);
        }
        world.advanceTo(start.plusSeconds(vector.until()));

        var timeline = world.timeline(1);
        Function<UUID, String> name = id -> world.read(
                () -> world.engine().directory().current().responder(id).name());
        vector.pages().ifPresent(pages -> {
            assertThat(pagesIn(timeline, start, name)).isEqualTo(pages);
            assertThat(world.pages()).isEqualTo(sent(pages, vector));
        });
        vector.states().ifPresent(states -> assertThat(states(timeline, start)).isEqualTo(states));
        vector.deliveries()
                .ifPresent(rows -> assertThat(deliveries(world, start, name)).isEqualTo(rows));
        EscalationCase.stream(vector.then().get("said"))
                .forEach(line -> assertThat(said(line, timeline, start, name, heard))
                        .as(line.toString())
                        .isTrue());
        assertThat(world.take(Message.Purpose.CARD)).hasSize(vector.deliveries().isPresent() ? 0 : 1);
        var then = vector.then();
        if (then.has("exhausted_at"))
            assertThat(world.incident(1).facts().exhaustedAt())
                    .hasValue(start.plusSeconds(then.get("exhausted_at").longValue()));
        if (then.has("repeats"))
            assertThat(world.incident(1).facts().repeats())
                    .isEqualTo(then.get("repeats").intValue());
        if (then.has("incidents"))
            assertThat(world.openIncidents()).hasSize(then.get("incidents").intValue());
    }

    /** Tried and put off until {@code after}, then refused in both forms: failed for good, the method is not to blame. */
    private static void fail(World world, String person, long after) {
        world.carrier(ContactKind.SANDBOX)
                .answer(
                        person,
                        new Outcome.Again(Duration.ofSeconds(after), FailureReason.SERVER, "busy"),
                        new Outcome.PayloadRefused("no"),
                        new Outcome.PayloadRefused("no"));
    }

    private static void act(JsonNode act, World world, VectorTeam team, Instant start, List<String> heard) {
        switch (act.get("do").textValue()) {
            case "trigger" -> world.alert("monitor", alert(team));
            case "resolve" ->
                world.alert("monitor", Alert.resolved("key", "broken").toAlert());
            case "edit policy" -> world.team(team.yaml(act.get("to")));
            case "acknowledge" -> {
                if (world.act(act.get("by").textValue(), 1, new IncidentAct.Acknowledge())
                        instanceof ActResult.HasOwner has)
                    heard.add("%s has it since %d"
                            .formatted(
                                    has.owner().label(),
                                    Duration.between(start, has.since()).toSeconds()));
            }
            case "note" -> world.act(act.get("by").textValue(), 1, new IncidentAct.Note("looking"));
            case "snooze" ->
                world.act(
                        act.get("by").textValue(),
                        1,
                        new IncidentAct.Snooze(
                                start.plusSeconds(act.get("until").longValue()), ""));
            case String other -> throw new IllegalArgumentException("unknown act: " + other);
        }
    }

    private static Alert alert(VectorTeam team) {
        return Alert.firing("key", "broken")
                .priority(Optional.of(team.priority().orElse(Priority.LOW)))
                .toAlert();
    }

    private static List<EscalationCase.Page> pagesIn(
            List<TimelineEntry> timeline, Instant start, Function<UUID, String> name) {
        var pages = new ArrayList<EscalationCase.Page>();
        for (var entry : timeline) {
            long second = Duration.between(start, entry.at()).toSeconds();
            switch (entry.event()) {
                case IncidentEvent.StepFired fired ->
                    names(fired.people(), name)
                            .forEach(who -> pages.add(new EscalationCase.Page(second, who, "step " + fired.step())));
                case IncidentEvent.LastResortFired fired ->
                    names(fired.people(), name)
                            .forEach(who -> pages.add(new EscalationCase.Page(second, who, "last resort")));
                case IncidentEvent ignored -> {}
            }
        }
        return pages;
    }

    private static List<String> names(Set<UUID> people, Function<UUID, String> name) {
        return people.stream().map(name).sorted().toList();
    }

    /** Who a carrier was handed a page for, attempts that failed counted each. */
    private static List<String> sent(List<EscalationCase.Page> pages, EscalationCase vector) {
        return pages.stream()
                .flatMap(page -> Stream.generate(page::who)
                        .limit(vector.failsAfter(page.who()).isPresent() ? 3 : 1))
                .toList();
    }

    private static List<EscalationCase.State> states(List<TimelineEntry> timeline, Instant start) {
        var states = new ArrayList<EscalationCase.State>();
        for (var entry : timeline) {
            var by = new Owner(entry.actor()).label();
            var state = switch (entry.event()) {
                case IncidentEvent.Triggered ignored -> "triggered";
                case IncidentEvent.AckTimedOut ignored -> "triggered";
                case IncidentEvent.SnoozeEnded ignored -> "triggered";
                case IncidentEvent.Acknowledged ignored -> "acknowledged by " + by;
                case IncidentEvent.Snoozed ignored -> "snoozed";
                case IncidentEvent.Resolved ignored -> "resolved";
                case IncidentEvent ignored -> "";
            };
            if (!state.isEmpty())
                states.add(new EscalationCase.State(
                        Duration.between(start, entry.at()).toSeconds(), state));
        }
        return states;
    }

    private List<EscalationCase.Sent> deliveries(World world, Instant start, Function<UUID, String> name) {
        var arrived = new ArrayList<EscalationCase.Sent>();
        for (var kind : CARRIERS) {
            for (var message : world.carrier(kind).take()) {
                if (message.isEdit() || message.message().purpose() != Message.Purpose.PAGE) continue;
                var second = Duration.between(start, message.at()).toSeconds();
                arrived.add(new EscalationCase.Sent(second, "alice", method(kind), "sent"));
            }
        }
        var cancelled = world
                .engine()
                .deliveries()
                .ofIncident()
                .read(world.incident(1).id())
                .stream()
                .filter(row -> row.state() == Delivery.State.CANCELLED && !isOnTop(row))
                .map(row -> new EscalationCase.Sent(
                        180,
                        name.apply(row.to().responderId().orElseThrow()),
                        method(row.to().carrier()),
                        "cancelled at 100"));
        return Stream.concat(arrived.stream(), cancelled).toList();
    }

    private static String method(ContactKind kind) {
        return kind.isChat() ? "chat" : kind.word();
    }

    private static boolean said(
            JsonNode line,
            List<TimelineEntry> timeline,
            Instant start,
            Function<UUID, String> name,
            List<String> heard) {
        var what = line.get("what").textValue();
        var at = start.plusSeconds(line.get("at").longValue());
        return heard.contains(what)
                || timeline.stream()
                        .filter(entry -> entry.at().equals(at))
                        .anyMatch(entry -> words(entry.event(), name).equals(what));
    }

    private static String words(IncidentEvent event, Function<UUID, String> name) {
        return switch (event) {
            case IncidentEvent.StepReachesNobody nobody ->
                "step " + nobody.step() + " reaches nobody, going on at once";
            case IncidentEvent.WithoutContactMethod without ->
                String.join(" ", names(without.people(), name)) + " has no usable contact method";
            case IncidentEvent.NobodyReached nobody ->
                "no contact method of " + String.join(" ", names(nobody.people(), name)) + " worked, going on at once";
            case IncidentEvent ignored -> "";
        };
    }
}

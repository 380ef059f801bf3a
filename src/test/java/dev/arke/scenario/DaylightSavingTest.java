package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.engine.calendar.WhoIsOnCall;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors of clock changes through the whole engine, on both databases: a team file with the vector's rotation, the
 * shifts it is filled with as they are stored, and who is on call at each handoff.
 */
@EachDatabase
final class DaylightSavingTest {
    private static final List<String> PEOPLE = List.of("alice", "bob", "chen");

    private final TestDatabase database;
    private final World world;

    DaylightSavingTest(TestDatabase database) {
        this.database = database;
        this.world = new World(database);
    }

    /** A vector with its number and title for a name. */
    record Vector(JsonNode json) {
        JsonNode given() {
            return json.get("given");
        }

        JsonNode then() {
            return json.get("then");
        }

        LocalDateTime local(String name) {
            return LocalDateTime.parse(given().get(name).textValue());
        }

        @Override
        public String toString() {
            return json.get("id").textValue() + " " + json.get("title").textValue();
        }
    }

    static Stream<Vector> handoffs() {
        return vectors("handoffs");
    }

    static Stream<Vector> shifts() {
        return vectors("shift");
    }

    static Stream<Vector> moments() {
        return vectors("resolve");
    }

    private static Stream<Vector> vectors(String kind) {
        try (var vectors = DaylightSavingTest.class.getResourceAsStream("/vectors/dst.json")) {
            var cases = new ObjectMapper().readTree(vectors).get("cases");
            return cases.valueStream()
                    .filter(vector -> vector.get("kind").textValue().equals(kind))
                    .map(Vector::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handoffs")
    void peopleTakeTurnsAtTheHandoffsOfTheVector(Vector vector) {
        var from = Instant.parse(vector.given().get("from").textValue());
        int count = vector.given().get("count").intValue();

        var shifts = shifts(
                        vector,
                        vector.local("anchor_local"),
                        vector.given().get("every").textValue(),
                        "",
                        from)
                .filter(shift -> !shift.interval().start().isBefore(from))
                .limit(count)
                .toList();

        assertThat(shifts)
                .extracting(shift -> shift.interval().start())
                .isEqualTo(vector.then()
                        .get("handoffs")
                        .valueStream()
                        .map(DaylightSavingTest::instant)
                        .toList());
        for (int i = 1; i < count; i++) {
            var before = shifts.get(i - 1);
            var at = shifts.get(i).interval().start();
            assertThat(before.interval().end()).isEqualTo(at);
            assertThat(person(shifts.get(i))).isEqualTo(next(person(before)));
            assertThat(onCall(at.minusSeconds(1))).containsExactly(person(before));
            assertThat(onCall(at)).containsExactly(person(shifts.get(i)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shifts")
    void aWindowBeginsAndEndsAtTheInstantsOfTheVector(Vector vector) {
        var start = vector.local("start_local");
        var end = vector.local("end_local");
        var window = "during: [\"%s %s-%s\"]"
                .formatted(
                        start.getDayOfWeek()
                                .getDisplayName(TextStyle.SHORT, Locale.ROOT)
                                .toLowerCase(Locale.ROOT),
                        start.toLocalTime(),
                        end.toLocalTime());
        var weekOf = start.toLocalDate().minusDays(3).atStartOfDay();

        var shift = shifts(vector, weekOf, "1w", window, weekOf.toInstant(ZoneOffset.UTC))
                .findFirst()
                .orElseThrow();

        assertThat(shift.interval().start()).isEqualTo(instant(vector.then().get("start")));
        assertThat(shift.interval().end()).isEqualTo(instant(vector.then().get("end")));
        assertThat(shift.interval().length().toSeconds())
                .isEqualTo(vector.then().get("seconds").longValue());
        assertThat(onCall(shift.interval().start().minusSeconds(1))).isEmpty();
        assertThat(onCall(shift.interval().start())).containsExactly(person(shift));
        assertThat(onCall(shift.interval().end().minusSeconds(1))).containsExactly(person(shift));
        assertThat(onCall(shift.interval().end())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aDailyHandoffAtThatLocalTimeIsAtTheInstantOfTheVector(Vector vector) {
        var local = vector.local("local");
        var dayBefore = local.minusDays(1);

        var shifts = shifts(vector, dayBefore, "1d", "", dayBefore.toInstant(ZoneOffset.UTC));

        assertThat(shifts.map(shift -> shift.interval().start()).filter(start -> start.isAfter(dayOf(vector, local))))
                .first()
                .isEqualTo(instant(vector.then()));
    }

    private static Instant dayOf(Vector vector, LocalDateTime local) {
        return local.toLocalDate()
                .atStartOfDay(ZoneId.of(vector.given().get("zone").textValue()))
                .toInstant();
    }

    /** What is stored for the vector's rotation when it is set up at this instant. */
    private Stream<Shift> shifts(Vector vector, LocalDateTime anchor, String every, String more, Instant now) {
        world.advanceTo(now);
        world.team("""
            responders: [{name: alice}, {name: bob}, {name: chen}]
            teams:
              - name: payments
                time_zone: %s
                members: [alice, bob, chen]
                rosters: {main: [alice, bob, chen]}
                rotations:
                  - name: turns
                    role: primary
                    roster: main
                    starting: %s
                    every: %s
                    strategy: round-robin
                    horizon: 6w
                    %s
            """.formatted(vector.given().get("zone").textValue(), anchor, every, more));
        return world
                .read(() -> {
                    var team = world.engine()
                            .directory()
                            .current()
                            .teamNamed("payments")
                            .orElseThrow();
                    return new ShiftStore(database.database().dsl()).ofTeam(team.id(), now);
                })
                .stream();
    }

    private List<String> onCall(Instant at) {
        var who = new WhoIsOnCall(
                database.database().transactions(),
                world.engine().directory(),
                new ShiftStore(database.database().dsl()));
        return who.whoIsOnCall("payments", at).orElseThrow().duties().stream()
                .flatMap(duty -> duty.now().stream())
                .map(stretch -> name(stretch.responder().orElseThrow()))
                .toList();
    }

    private String person(Shift shift) {
        return name(shift.responder().orElseThrow());
    }

    private String name(UUID responder) {
        return world.read(
                () -> world.engine().directory().current().responder(responder).name());
    }

    private static String next(String person) {
        return PEOPLE.get((PEOPLE.indexOf(person) + 1) % PEOPLE.size());
    }

    private static Instant instant(JsonNode moment) {
        return Instant.parse(moment.get("instant").textValue());
    }
}

package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case of {@code rotation-least-recent.json}: what is given, as rows, and what must come of it. */
record LeastRecentCase(JsonNode node) {
    static final UUID TEAM = new UUID(7, 1);
    static final UUID OTHER_TEAM = new UUID(7, 2);
    static final UUID ROSTER = new UUID(6, 1);
    private static final UUID ROTATION = new UUID(8, 1);

    /** What a filling left. */
    record Left(List<Shift> rows, ShiftDiff diff) {}

    static Stream<LeastRecentCase> all() {
        try (var vectors = LeastRecentCase.class.getResourceAsStream("/vectors/rotation-least-recent.json")) {
            return new ObjectMapper()
                    .readTree(vectors).get("cases").valueStream().map(LeastRecentCase::new).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Instant now() {
        return Instant.parse(given().get("now").asText());
    }

    private JsonNode given() {
        return node.get("given");
    }

    private JsonNode rotationNode() {
        return given().get("rotation");
    }

    static UUID person(String name) {
        return new UUID(1, Integer.parseInt(name.substring(1)));
    }

    private static String name(UUID person) {
        return "u" + person.getLeastSignificantBits();
    }

    List<String> people() {
        return names("roster");
    }

    Set<String> outOfRotation() {
        return Set.copyOf(names("out_of_rotation"));
    }

    Set<String> inactive() {
        return Set.copyOf(names("inactive"));
    }

    private List<String> names(String field) {
        return rotationNode().path(field).valueStream().map(JsonNode::asText).toList();
    }

    /** With the people who take turns. */
    Rotation rotation() {
        var at = rotationNode();
        var windows = at.path("windows")
                .valueStream()
                .map(window -> WeeklyWindow.parse(window.get("days").asText() + " "
                                + window.get("from").asText() + "-"
                                + window.get("to").asText())
                        .orElseThrow())
                .toList();
        var recurrence = new Recurrence(
                LocalDateTime.parse(at.get("anchor_local").asText()),
                Cadence.parse(at.get("every").asText()).orElseThrow(),
                ZoneId.of(at.get("zone").asText()),
                windows,
                Optional.empty(),
                Optional.empty());
        var roster = people().stream()
                .filter(name -> !outOfRotation().contains(name) && !inactive().contains(name))
                .map(LeastRecentCase::person)
                .toList();
        return new Rotation(
                ROTATION,
                "weekly",
                new TeamRole(TEAM, Role.Duty.PRIMARY),
                roster,
                recurrence,
                Strategy.parse(at.get("strategy").asText()).orElseThrow(),
                Duration.between(now(), Instant.parse(given().get("until").asText())));
    }

    /** What stands on the calendar before. */
    List<Shift> rows() {
        var rows = new ArrayList<Shift>();
        given().path("history").valueStream().map(this::byHand).forEach(rows::add);
        given().path("other_shifts").valueStream().map(this::byHand).forEach(rows::add);
        given().path("planned").valueStream().map(this::planned).forEach(rows::add);
        return rows;
    }

    private Shift byHand(JsonNode row) {
        var team = row.path("team").asText("tov").equals("tov") ? TEAM : OTHER_TEAM;
        return shift(
                row, team, Role.parse(row.get("role").asText()).orElseThrow(), new Provenance.Edited(Optional.empty()));
    }

    private Shift planned(JsonNode row) {
        var start = Instant.parse(row.get("start").asText());
        var occurrence =
                rotation().recurrence().between(start, start.plusSeconds(1)).getFirst();
        return shift(row, TEAM, Role.Duty.PRIMARY, new Provenance.Planned(ROTATION, occurrence.number(), 0));
    }

    private static Shift shift(JsonNode row, UUID team, Role role, Provenance provenance) {
        return new Shift(
                UUID.randomUUID(),
                team,
                role,
                Optional.of(person(row.get("person").asText())),
                interval(row),
                provenance);
    }

    private static Interval interval(JsonNode row) {
        return new Interval(
                Instant.parse(row.get("start").asText()),
                Instant.parse(row.get("end").asText()));
    }

    void check(Left left) {
        var then = node.get("then");
        var own = left.rows().stream()
                .filter(shift -> shift.provenance() instanceof Provenance.Planned)
                .filter(shift -> shift.interval().end().isAfter(now()))
                .toList();
        assertThat(own.stream().filter(shift -> !shift.isGap()).map(this::line))
                .isEqualTo(then.get("shifts").valueStream().map(this::line).toList());
        assertThat(own.stream().filter(Shift::isGap).map(Shift::interval))
                .isEqualTo(then.get("gaps")
                        .valueStream()
                        .map(LeastRecentCase::interval)
                        .toList());
        if (then.has("changes")) {
            var diff = left.diff();
            assertThat(diff.added().size()
                            + diff.moved().size()
                            + diff.removed().size())
                    .isEqualTo(then.get("changes").asInt());
        }
        if (then.has("linked"))
            assertThat(linked(own))
                    .isEqualTo(then.get("linked")
                            .valueStream()
                            .map(JsonNode::asLong)
                            .toList());
        assertThat(left.diff().added())
                .allSatisfy(shift -> assertThat(shift.reason()).isPresent());
    }

    private static List<Long> linked(List<Shift> shifts) {
        return List.copyOf(shifts.stream()
                .collect(Collectors.groupingBy(
                        shift -> ((Provenance.Planned) shift.provenance()).occurrence(),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .values());
    }

    private String line(JsonNode row) {
        return line(row.get("person").asText(), interval(row));
    }

    private String line(Shift shift) {
        return line(name(shift.responder().orElseThrow()), shift.interval());
    }

    /** A slot that has begun may start with the slot or now. */
    private String line(String person, Interval interval) {
        var begun = node.get("then").path("begun").asText("");
        var start = interval.start().toString().equals(begun) ? now() : interval.start();
        return person + " " + start + " " + interval.end();
    }

    @Override
    public String toString() {
        return node.get("id").asText() + " " + node.get("title").asText();
    }
}

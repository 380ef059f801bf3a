package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One case of {@code override.json}: shifts of team tov, somebody who covers, and the calendar that must come of it. */
public record OverrideCase(JsonNode node) {
    public static final Instant EPOCH = Instant.parse("2027-03-01T10:00:00Z");
    public static final UUID TEAM = new UUID(7, 1);
    public static final UUID ROTATION = new UUID(8, 1);
    public static final List<String> MEMBERS = List.of("ann", "bob", "cy");
    public static final String STRANGER = "dan";

    public static Stream<OverrideCase> all() {
        try (var vectors = OverrideCase.class.getResourceAsStream("/vectors/override.json")) {
            return new ObjectMapper()
                    .readTree(vectors).get("cases").valueStream().map(OverrideCase::new).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static UUID person(String name) {
        return new UUID(1, name.hashCode());
    }

    public Instant now() {
        return at(node.get("given").get("now"));
    }

    private JsonNode asked() {
        return node.get("when").get("cover");
    }

    public String by() {
        return asked().get("by").asText();
    }

    public String insteadOf() {
        return asked().get("for").asText();
    }

    public Optional<Role.Duty> duty() {
        return asked().get("role").isNull()
                ? Optional.empty()
                : Optional.of(new Role.Duty(asked().get("role").asText()));
    }

    public Instant from() {
        return at(asked().get("from"));
    }

    public Optional<Instant> to() {
        return asked().get("to").isNull() ? Optional.empty() : Optional.of(at(asked().get("to")));
    }

    private static Instant at(JsonNode seconds) {
        return EPOCH.plusSeconds(seconds.asLong());
    }

    public List<Shift> rows() {
        var rows = new ArrayList<Shift>();
        for (var row : node.get("given").get("shifts"))
            rows.add(new Shift(
                    key(row.get("key").asText()),
                    TEAM,
                    new Role.Duty(row.get("role").asText()),
                    Optional.of(person(row.get("person").asText())),
                    new Interval(at(row.get("start")), at(row.get("end"))),
                    place(row.get("key").asText())));
        return rows;
    }

    private static UUID key(String key) {
        return new UUID(9, key.codePointAt(0));
    }

    private static Provenance.Planned place(String key) {
        return new Provenance.Planned(ROTATION, key.codePointAt(0), 0);
    }

    public Covering.Wanted wanted() {
        return new Covering.Wanted(person(by()), Optional.of(person(insteadOf())), duty(), from(), to().orElseThrow());
    }

    /** Empty when it is to be done. */
    public Optional<String> refusal() {
        return Optional.ofNullable(node.get("then").get("reason")).map(JsonNode::asText);
    }

    /** The calendar is as it must be. */
    public void check(List<Shift> calendar) {
        var then = node.get("then");
        if (refusal().isPresent()) {
            assertThat(calendar).containsExactlyInAnyOrderElementsOf(rows());
            return;
        }
        assertThat(calendar.stream().map(OverrideCase::part))
                .containsExactlyInAnyOrderElementsOf(
                        then.get("parts").valueStream().map(this::part).toList());
        if (then.has("keeps_identity_of_a")) {
            var kept = then.get("keeps_identity_of_a");
            assertThat(calendar)
                    .filteredOn(shift -> shift.id().equals(key("a")))
                    .singleElement()
                    .satisfies(shift -> {
                        assertThat(shift.responder())
                                .contains(person(kept.get(0).asText()));
                        assertThat(shift.interval()).isEqualTo(new Interval(at(kept.get(1)), at(kept.get(2))));
                    });
        }
        if (then.has("on_call")) then.get("on_call").forEach(stretch -> checkOnCall(calendar, stretch));
    }

    private static void checkOnCall(List<Shift> calendar, JsonNode stretch) {
        var people =
                stretch.get(2).valueStream().map(name -> person(name.asText())).toList();
        for (var at = at(stretch.get(0)); at.isBefore(at(stretch.get(1))); at = at.plusSeconds(100)) {
            var instant = at;
            assertThat(calendar.stream()
                            .filter(shift -> shift.interval().contains(instant))
                            .flatMap(shift -> shift.responder().stream())
                            .distinct())
                    .containsExactlyElementsOf(people);
        }
    }

    private Map<String, Object> part(JsonNode node) {
        var part = new HashMap<String, Object>();
        part.put("person", person(node.get("person").asText()));
        part.put("role", node.get("role").asText());
        part.put("interval", new Interval(at(node.get("start")), at(node.get("end"))));
        part.put("place", Optional.of(place(node.get("origin").asText())));
        part.put("instead_of", Optional.ofNullable(node.get("instead_of")).map(name -> person(name.asText())));
        return part;
    }

    private static Map<String, Object> part(Shift shift) {
        return Map.of(
                "person", shift.responder().orElseThrow(),
                "role", shift.role().word(),
                "interval", shift.interval(),
                "place", shift.provenance().place(),
                "instead_of",
                        shift.provenance() instanceof Provenance.Edited edited ? edited.insteadOf() : Optional.empty());
    }

    @Override
    public String toString() {
        return node.get("id").asText() + " " + node.get("title").asText();
    }
}

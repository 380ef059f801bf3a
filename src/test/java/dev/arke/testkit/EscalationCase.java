package dev.arke.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A case of {@code vectors/escalation.json}, as the file has it. Times are seconds from the trigger. */
public record EscalationCase(String id, String title, JsonNode given, List<JsonNode> when, long until, JsonNode then) {
    /** A page as the file writes it: second, person, why. */
    public record Page(long at, String who, String why) {}

    /** A delivery as the file writes it: second due, person, method, outcome. */
    public record Sent(long at, String who, String method, String outcome) {}

    /** A change of state as the file writes it. */
    public record State(long at, String state) {}

    public static Stream<EscalationCase> all() {
        try (var file = EscalationCase.class.getResourceAsStream("/vectors/escalation.json")) {
            return stream(new ObjectMapper().readTree(file).get("cases"))
                    .map(one -> new EscalationCase(
                            one.get("id").textValue(),
                            one.get("title").textValue(),
                            one.get("given"),
                            stream(one.get("when")).toList(),
                            one.get("until").longValue(),
                            one.get("then")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Stream<JsonNode> stream(@Nullable JsonNode array) {
        return array == null ? Stream.of() : StreamSupport.stream(array.spliterator(), false);
    }

    public JsonNode policy() {
        return given.get("policy");
    }

    public Set<String> unreachable() {
        return new HashSet<>(
                stream(given.get("unreachable")).map(JsonNode::textValue).toList());
    }

    /** Who holds a role at a second; empty for nobody, or when the name is no role but a person. */
    public Optional<String> onCall(String role, long second) {
        Optional<String> holder = Optional.empty();
        for (var entry : stream(given.path("on_call").get(role)).toList()) {
            if (entry.get(0).longValue() <= second)
                holder = Optional.ofNullable(entry.get(1).textValue());
        }
        return holder;
    }

    public boolean isRole(String name) {
        return given.path("on_call").has(name);
    }

    /** After how many seconds every delivery to this person has failed; empty when they arrive. */
    public Optional<Long> failsAfter(String person) {
        return Optional.ofNullable(given.path("failing").get(person)).map(JsonNode::longValue);
    }

    /** Everybody the case names, roles left out. */
    public Set<String> people() {
        var names = new HashSet<String>();
        var policies = new ArrayList<JsonNode>();
        policies.add(policy());
        when.forEach(one -> Optional.ofNullable(one.get("to")).ifPresent(policies::add));
        for (var policy : policies) {
            stream(policy.get("steps"))
                    .flatMap(step -> stream(step.get("page")))
                    .forEach(n -> names.add(n.textValue()));
            stream(policy.get("last_resort")).forEach(n -> names.add(n.textValue()));
        }
        given.path("on_call")
                .forEach(role -> role.forEach(entry -> {
                    if (!entry.get(1).isNull()) names.add(entry.get(1).textValue());
                }));
        names.removeIf(this::isRole);
        return names;
    }

    public Optional<List<Page>> pages() {
        return Optional.ofNullable(then.get("pages"))
                .map(pages -> stream(pages)
                        .map(page -> new Page(
                                page.get(0).longValue(),
                                page.get(1).textValue(),
                                page.get(2).textValue()))
                        .toList());
    }

    public Optional<List<Sent>> deliveries() {
        return Optional.ofNullable(then.get("deliveries"))
                .map(rows -> stream(rows)
                        .map(row -> new Sent(
                                row.get(0).longValue(),
                                row.get(1).textValue(),
                                row.get(2).textValue(),
                                row.get(3).textValue()))
                        .toList());
    }

    public Optional<List<State>> states() {
        return Optional.ofNullable(then.get("states"))
                .map(rows -> stream(rows)
                        .map(row -> new State(row.get(0).longValue(), row.get(1).textValue()))
                        .toList());
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}

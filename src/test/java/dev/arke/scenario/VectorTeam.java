package dev.arke.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.alert.Priority;
import dev.arke.testkit.EscalationCase;
import dev.arke.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A case's people, roles and policy as a team file, and its roles' holders as shifts. */
final class VectorTeam {
    private final EscalationCase vector;

    VectorTeam(EscalationCase vector) {
        this.vector = vector;
    }

    Optional<Priority> priority() {
        return Optional.ofNullable(vector.given().get("priority")).flatMap(word -> Priority.parse(word.textValue()));
    }

    String yaml(JsonNode policy) {
        var people = vector.people().stream().sorted().toList();
        var lines = new ArrayList<String>();
        lines.add("responders:");
        people.forEach(name -> lines.add("  - {name: " + name + contacts(name) + "}"));
        lines.add("teams:");
        lines.add(
                "  - {name: t, time_zone: UTC, channels: {sandbox: t}, members: [" + String.join(", ", people) + "]}");
        lines.add("policies:");
        lines.add("  - name: p");
        lines.add("    team: t");
        lines.add("    rounds: " + policy.get("rounds").intValue());
        lines.add("    steps:");
        policy.get("steps")
                .forEach(step -> lines.add("      - {page: [" + targets(step.get("page")) + "], wait: "
                        + step.get("wait").longValue() + "s, repeat: "
                        + step.get("repeat").intValue() + "}"));
        lines.add("    last_resort: [" + targets(policy.get("last_resort")) + "]");
        lines.add("services:");
        lines.add("  - {name: s, team: t, policy: p" + ackTimeout() + "}");
        lines.add("integrations:");
        lines.add("  - {name: monitor, service: s, format: generic, key: a-key-of-some-length}");
        return String.join("\n", lines) + "\n";
    }

    private String contacts(String name) {
        if (vector.unreachable().contains(name)) return "";
        var methods = vector.given().path("contact_methods").get(name);
        var all = methods == null
                ? List.of("chat")
                : EscalationCase.stream(methods).map(JsonNode::textValue).toList();
        var contacts = new StringBuilder(", sandbox: " + name);
        if (all.contains("email")) contacts.append(", email: ").append(name).append("@example.com");
        if (all.contains("sms")) contacts.append(", phone: \"+33612345678\"");
        return contacts.toString();
    }

    private String targets(JsonNode names) {
        return EscalationCase.stream(names)
                .map(JsonNode::textValue)
                .map(name -> vector.isRole(name) ? name + " of t" : name)
                .collect(Collectors.joining(", "));
    }

    private String ackTimeout() {
        var timeout = vector.given().get("ack_timeout");
        return timeout == null ? "" : ", ack_timeout: " + timeout.longValue() + "s";
    }

    /** The holders of the case's roles as rows of the calendar. */
    void shifts(World world, TestDatabase database) {
        vector.given().path("on_call").properties().forEach(role -> {
            var entries = EscalationCase.stream(role.getValue()).toList();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).get(1).isNull()) continue;
                long from = entries.get(i).get(0).longValue();
                long until = i + 1 < entries.size() ? entries.get(i + 1).get(0).longValue() : vector.until() + 1;
                insert(world, database, role.getKey(), entries.get(i).get(1).textValue(), from, until);
            }
        });
    }

    private static void insert(World world, TestDatabase database, String role, String who, long from, long until) {
        var team = world.read(() -> world.engine()
                .directory()
                .current()
                .teamNamed("t")
                .orElseThrow()
                .id());
        var start = world.now().atOffset(ZoneOffset.UTC);
        try (var connection = database.connect();
                var insert = connection.prepareStatement(
                        "insert into shift (id, team_id, role, responder_id, starts_at, ends_at, edited)"
                                + " values (?, ?, ?, ?, ?, ?, true)")) {
            insert.setObject(1, UUID.nameUUIDFromBytes((role + from).getBytes(StandardCharsets.UTF_8)));
            insert.setObject(2, team);
            insert.setString(3, role);
            insert.setObject(4, world.responder(who));
            insert.setObject(5, start.plusSeconds(from));
            insert.setObject(6, start.plusSeconds(until));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.arke.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.calendar.Role;
import dev.arke.responder.ChannelAddress;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A version's steps as they are kept: JSON, read back for as long as an incident runs on it. */
record PolicyDefinition(List<Step> steps, int rounds, List<Target> lastResort) {
    private static final JsonMapper JSON = new JsonMapper();

    static PolicyDefinition of(EscalationPolicy policy) {
        return new PolicyDefinition(policy.steps(), policy.rounds(), policy.lastResort());
    }

    /** For a version that cannot be read: somebody has to hear of its incidents. */
    static PolicyDefinition managersOf(UUID teamId) {
        var managers = new Target.DutyOf(Role.Duty.MANAGER.word(), teamId);
        return new PolicyDefinition(List.of(new Step(List.of(managers), Duration.ofMinutes(5), 0)), 0, List.of());
    }

    String json() {
        var root = JSON.createObjectNode().put("rounds", rounds);
        var list = root.putArray("steps");
        for (var step : steps) {
            var node = list.addObject().put("wait", step.pause().toString()).put("repeat", step.repeat());
            write(step.targets(), node.putArray("page"));
        }
        write(lastResort, root.putArray("lastResort"));
        return root.toString();
    }

    static PolicyDefinition read(String json) {
        try {
            var root = JSON.readTree(json);
            var steps = new ArrayList<Step>();
            for (var step : root.required("steps")) {
                steps.add(new Step(
                        targets(step.required("page")),
                        Duration.parse(step.required("wait").asText()),
                        step.required("repeat").asInt()));
            }
            return new PolicyDefinition(steps, root.required("rounds").asInt(), targets(root.required("lastResort")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a policy version cannot be read back", e);
        }
    }

    private static void write(List<Target> targets, ArrayNode list) {
        for (var target : targets) write(target, list.addObject());
    }

    private static void write(Target target, ObjectNode node) {
        switch (target) {
            case Target.Person person ->
                node.put("responder", person.responderId().toString());
            case Target.DutyOf duty ->
                node.put("duty", duty.duty()).put("team", duty.teamId().toString());
            case Target.RosterOf roster -> node.put("roster", roster.rosterId().toString());
            case Target.Channel channel -> node.put("channel", channel.channel().toString());
            case Target.Webhook webhook -> node.put("webhook", webhook.uri().toString());
        }
    }

    private static List<Target> targets(JsonNode list) {
        var targets = new ArrayList<Target>();
        for (var node : list) targets.add(target(node));
        return targets;
    }

    private static Target target(JsonNode node) {
        if (node.has("responder")) return new Target.Person(id(node, "responder"));
        if (node.has("duty")) return new Target.DutyOf(node.get("duty").asText(), id(node, "team"));
        if (node.has("roster")) return new Target.RosterOf(id(node, "roster"));
        if (node.has("channel"))
            return new Target.Channel(
                    ChannelAddress.parse(node.get("channel").asText()).orElseThrow());
        return new Target.Webhook(URI.create(node.required("webhook").asText()));
    }

    private static UUID id(JsonNode node, String field) {
        return UUID.fromString(node.required(field).asText());
    }
}

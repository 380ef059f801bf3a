package dev.arke.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes and priorities as they are kept, in the words of the team file. */
final class RoutingJson {
    private static final JsonMapper JSON = new JsonMapper();

    private RoutingJson() {}

    static String write(Map<String, Priority> priorities) {
        var root = JSON.createObjectNode();
        priorities.forEach((severity, priority) -> root.put(severity, priority.word()));
        return root.toString();
    }

    static Map<String, Priority> readPriorities(String json) {
        var priorities = new HashMap<String, Priority>();
        for (var entry : tree(json).properties())
            priorities.put(
                    entry.getKey(), Priority.parse(entry.getValue().asText()).orElseThrow());
        return priorities;
    }

    static String write(List<Route> routes) {
        var list = JSON.createArrayNode();
        for (var route : routes) {
            var node = list.addObject();
            var match = node.putArray("match");
            route.matchers().forEach(matcher -> match.add(matcher.toString()));
            switch (route.action()) {
                case Route.Action.Drop ignored -> node.put("drop", true);
                case Route.Action.Send send -> {
                    send.service().ifPresent(service -> node.put("service", service));
                    send.priority().ifPresent(priority -> node.put("priority", priority.word()));
                    send.dedupKey().ifPresent(key -> node.put("dedup_key", key.toString()));
                }
            }
        }
        return list.toString();
    }

    static List<Route> readRoutes(String json) {
        var routes = new ArrayList<Route>();
        for (var node : tree(json)) {
            var matchers = new ArrayList<Matcher>();
            for (var matcher : node.path("match")) matchers.add(good(Matcher.parse(matcher.asText())));
            routes.add(new Route(matchers, action(node)));
        }
        return routes;
    }

    private static Route.Action action(JsonNode node) {
        if (node.path("drop").asBoolean()) return new Route.Action.Drop();
        return new Route.Action.Send(
                text(node, "service"),
                text(node, "priority").map(word -> Priority.parse(word).orElseThrow()),
                text(node, "dedup_key").map(template -> good(KeyTemplate.parse(template))));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    private static <T> T good(Parse<T> parse) {
        return switch (parse) {
            case Parse.Good<T>(var value) -> value;
            case Parse.Bad<T>(var problem) -> throw new IllegalStateException("kept, but not readable: " + problem);
        };
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the routes of an integration cannot be read back", e);
        }
    }
}

package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** One call of the Web API as it came. */
public record Call(String method, String token, Map<String, String> arguments) {
    public Optional<String> find(String name) {
        return Optional.ofNullable(arguments.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws Refused where Slack wants it */
    public String get(String name) {
        return find(name).orElseThrow(() -> new Refused("invalid_arguments"));
    }

    public boolean is(String name) {
        var value = arguments.getOrDefault(name, "");
        return value.equals("true") || value.equals("1");
    }

    Optional<JsonNode> json(String name, String otherwise) {
        return find(name).map(text -> Wire.parse(text).orElseThrow(() -> new Refused(otherwise)));
    }
}

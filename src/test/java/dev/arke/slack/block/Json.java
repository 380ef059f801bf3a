package dev.arke.slack.block;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.util.json.GsonFactory;

/** What Slack's client writes of blocks and views. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    static JsonNode of(Object model) {
        try {
            return JSON.readTree(GsonFactory.createSnakeCase().toJson(model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

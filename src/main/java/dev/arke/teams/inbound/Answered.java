package dev.arke.teams.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Card;
import dev.arke.teams.card.AdaptiveCards;
import dev.arke.teams.card.CardText;
import java.util.Optional;

/** What Teams hears to a request: the status, and the body that an invoke wants. */
record Answered(int status, Optional<JsonNode> body) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ADAPTIVE = "application/vnd.microsoft.card.adaptive";

    static final Answered TAKEN = new Answered(202, Optional.empty());
    static final Answered NOT_NOW = new Answered(503, Optional.empty());
    static final Answered UNKNOWN = new Answered(501, Optional.empty());

    static Answered json(JsonNode body) {
        return new Answered(200, Optional.of(body));
    }

    /** To a click: the card it was in, as it is now. */
    static Answered card(ObjectNode card) {
        var body = JSON.objectNode().put("statusCode", 200).put("type", ADAPTIVE);
        return json(body.set("value", card));
    }

    /** To a click: a line that shows for a moment. */
    static Answered toast(String words) {
        return json(JSON.objectNode()
                .put("statusCode", 200)
                .put("type", "application/vnd.microsoft.activity.message")
                .put("value", words));
    }

    /** A dialog with this in it. */
    static Answered dialog(String title, ObjectNode card) {
        var body = JSON.objectNode();
        var info = body.putObject("task").put("type", "continue").putObject("value");
        info.put("title", title).put("height", "medium").put("width", "medium");
        info.set("card", attachment(card));
        return json(body);
    }

    /** The dialog ends with a line. */
    static Answered last(String words) {
        var body = JSON.objectNode();
        body.putObject("task").put("type", "message").put("value", words);
        return json(body);
    }

    /** The dialog closes. */
    static Answered closed() {
        return new Answered(200, Optional.empty());
    }

    /** What a search finds: one card. */
    static Answered found(Card card) {
        var drawn = new AdaptiveCards(line -> false).draw(card.withoutButtons());
        var body = JSON.objectNode();
        var result = body.putObject("composeExtension").put("type", "result").put("attachmentLayout", "list");
        var attachment = attachment(drawn.card().orElseThrow());
        attachment
                .putObject("preview")
                .put("contentType", "application/vnd.microsoft.card.thumbnail")
                .putObject("content")
                .put("title", CardText.escaped(drawn.summary()))
                .put("text", "");
        result.putArray("attachments").add(attachment);
        return json(body);
    }

    private static ObjectNode attachment(ObjectNode card) {
        return JSON.objectNode().put("contentType", ADAPTIVE).set("content", card);
    }
}

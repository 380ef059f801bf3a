package dev.arke.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a button of ours says when it is pressed, in its data. Teams brings it back as it was, but so could anybody: it is a
 * hint, and never a right.
 */
public sealed interface Press {
    /** Runs a line, as if it had been typed. */
    record Run(String line) implements Press {}

    /** Shows a conversation what a line answers. */
    record Share(String line, String conversation) implements Press {}

    /** Opens the form of a verb with nothing given. */
    record Open(String verb) implements Press {}

    /** Sends a form; {@code message} is the reference of the one it was opened from, where it was. */
    record Submit(String verb, Optional<String> message) implements Press {}

    /** The name of a line that is run. */
    String RUN = "run";

    /** Where it stands in an action's data, apart from the inputs that Teams puts beside it. */
    String DATA = "arke";

    /** The data of an action. */
    default ObjectNode data() {
        var press = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case Run(var line) -> press.put(RUN, line);
            case Share(var line, var conversation) -> press.put("share", line).put("to", conversation);
            case Open(var verb) -> press.put("open", verb);
            case Submit(var verb, var message) -> {
                press.put("form", verb);
                message.ifPresent(ref -> press.put("message", ref));
            }
        }
        return JsonNodeFactory.instance.objectNode().set(DATA, press);
    }

    /** Empty when it is none of ours. */
    static Optional<Press> parse(JsonNode data) {
        var press = data.path(DATA);
        if (press.path(RUN).isTextual())
            return Optional.of(new Run(press.path(RUN).asText()));
        if (press.path("share").isTextual() && press.path("to").isTextual())
            return Optional.of(
                    new Share(press.path("share").asText(), press.path("to").asText()));
        if (press.path("open").isTextual())
            return Optional.of(new Open(press.path("open").asText()));
        if (press.path("form").isTextual())
            return Optional.of(new Submit(
                    press.path("form").asText(),
                    Optional.of(press.path("message"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText)));
        return Optional.empty();
    }
}

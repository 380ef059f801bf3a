package dev.arke.teams.card;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.alert.CleanText;
import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forms as the card in a dialog of Teams ("task module"): Teams puts what is filled in beside the action's data. */
public final class FormCard {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Above so many choices, one is found by typing. */
    private static final int LONG = 8;

    private FormCard() {}

    /** {@code message} is the reference of the message it was opened from. */
    public static ObjectNode of(Form form, Optional<String> message) {
        return of(form, message, Map.of(), Map.of());
    }

    /** With what was filled in, and what is wrong with it, by input. */
    public static ObjectNode of(
            Form form, Optional<String> message, Map<String, String> values, Map<String, String> errors) {
        var card = JSON.objectNode().put("type", "AdaptiveCard").put("version", "1.5");
        var body = card.putArray("body");
        for (var error : errors.entrySet()) if (form.input(error.getKey()).isEmpty()) body.add(wrong(error.getValue()));
        for (var input : form.inputs()) {
            var error = errors.get(input.name());
            if (error != null) body.add(wrong(error));
            body.add(input(input, values.getOrDefault(input.name(), input.initial())));
        }
        var submit = JSON.objectNode()
                .put("type", "Action.Submit")
                .put("title", CardLimits.line(form.submit(), CardLimits.LABEL, "Send"))
                .put("style", "positive");
        submit.set("data", new Press.Submit(form.verb(), message).data());
        card.putArray("actions").add(submit);
        return card;
    }

    /** What the dialog is called. */
    public static String title(Form form) {
        return CardLimits.line(form.title(), CardLimits.LABEL, "Arke");
    }

    private static ObjectNode wrong(String words) {
        var container = JSON.objectNode().put("type", "Container").put("style", "attention");
        container.putArray("items").addAll(Runs.blocks(List.of(Span.text(words)), Runs.Look.PLAIN));
        return container;
    }

    private static ObjectNode input(Input input, String value) {
        var label = CardLimits.line(input.label(), CardLimits.RUN, input.name());
        if (input instanceof Input.ChoiceInput choice && choice.choices().isEmpty())
            return Runs.blocks(List.of(Span.text(label + ": there is nothing to choose from.")), Runs.Look.SMALL)
                    .getFirst();
        var json = JSON.objectNode();
        switch (input) {
            case Input.TextInput text ->
                json.put("type", "Input.Text")
                        .put("isMultiline", text.multiline())
                        .put("maxLength", Math.clamp(text.maximum(), 1, CardLimits.INPUT_TEXT));
            case Input.ChoiceInput choice -> choices(json, choice);
        }
        json.put("id", input.name()).put("label", label).put("isRequired", input.required());
        if (input.required()) json.put("errorMessage", "This is needed.");
        var given = CleanText.of(value);
        if (!given.isEmpty()) json.put("value", CardLimits.cut(given, CardLimits.INPUT_TEXT));
        return json;
    }

    private static void choices(ObjectNode json, Input.ChoiceInput input) {
        json.put("type", "Input.ChoiceSet")
                .put("style", input.choices().size() > LONG ? "filtered" : "compact")
                .put("placeholder", "Choose");
        var choices = json.putArray("choices");
        for (Choice choice : input.choices())
            choices.addObject()
                    .put("title", CardLimits.line(choice.label(), CardLimits.LABEL, choice.value()))
                    .put("value", choice.value());
    }
}

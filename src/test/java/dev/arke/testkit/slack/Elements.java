package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Slack says of the elements inside blocks: buttons, menus, inputs. */
final class Elements {
    private static final int LONGEST_LABEL = 75;
    private static final int LONGEST_OPTION = 150;

    private final BlockKit kit;
    private final Set<String> actionIds = new HashSet<>();

    Elements(BlockKit kit) {
        this.kit = kit;
    }

    void actions(JsonNode elements) {
        kit.count("actions.elements", elements, 25);
        elements.forEach(this::interactive);
    }

    /** An element of an actions block or beside a section. */
    void interactive(JsonNode element) {
        kit.id(element, "action_id", actionIds);
        if (element.has("confirm")) confirm(element.get("confirm"));
        switch (element.path("type").asText()) {
            case "button" -> button(element);
            case "overflow" -> options(element, "options", 5);
            case "static_select" -> staticSelect(element);
            case "external_select" -> externalSelect(element);
            case "image" -> {}
            default -> kit.problem(element.path("type").asText(), "is no element that is known here");
        }
    }

    /** The element of an input block. */
    void asking(JsonNode element) {
        if (!element.path("type").asText().equals("plain_text_input")) {
            interactive(element);
            return;
        }
        kit.id(element, "action_id", actionIds);
        placeholder(element);
        kit.optional(element, "initial_value", 3_000);
        range(element, "min_length", 0);
        range(element, "max_length", 1);
        int most = element.path("max_length").asInt(3_000);
        if (element.path("initial_value").asText("").length() > most)
            kit.problem("initial_value", "is longer than max_length");
    }

    private void range(JsonNode element, String name, int least) {
        if (!element.has(name)) return;
        int value = element.get(name).asInt();
        if (value < least || value > 3_000) kit.problem(name, "must be " + least + " to 3000");
    }

    private void button(JsonNode button) {
        kit.plain(button, "text", LONGEST_LABEL);
        kit.optional(button, "value", 2_000);
        kit.optional(button, "url", 3_000);
        kit.optional(button, "accessibility_label", LONGEST_LABEL);
        var style = button.path("style").asText("primary");
        if (!style.equals("primary") && !style.equals("danger")) kit.problem("style", "must be primary or danger");
    }

    private void confirm(JsonNode confirm) {
        kit.plain(confirm, "title", 100);
        kit.text(confirm, "text", 300);
        kit.plain(confirm, "confirm", 30);
        kit.plain(confirm, "deny", 30);
    }

    private void staticSelect(JsonNode select) {
        placeholder(select);
        options(select, "options", 100);
        var initial = select.path("initial_option");
        if (initial.isMissingNode()) return;
        for (var option : select.path("options")) if (option.equals(initial)) return;
        kit.problem("initial_option", "is none of the options");
    }

    private void externalSelect(JsonNode select) {
        placeholder(select);
        if (select.has("initial_option")) option(select.get("initial_option"));
    }

    private void placeholder(JsonNode element) {
        if (element.has("placeholder")) kit.plain(element, "placeholder", 150);
    }

    private void options(JsonNode holder, String name, int most) {
        kit.count(name, holder.path(name), most);
        holder.path(name).forEach(this::option);
    }

    private void option(JsonNode option) {
        kit.text(option, "text", LONGEST_LABEL);
        kit.required(option, "value", LONGEST_OPTION);
        if (option.has("description")) kit.plain(option, "description", LONGEST_LABEL);
    }
}

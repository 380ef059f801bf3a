package dev.arke.teams.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Button;
import dev.arke.card.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Buttons as actions: {@code Action.Execute}, answered with the new card, and for clients that do not know it
 * {@code Action.Submit} with the same data. Only the latter opens a form, so a line that {@code opensForm} is one. A line
 * that is too long has no button: cut, it would be another line.
 */
final class ActionRow {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern OF_INCIDENT = Pattern.compile("[a-z]+ #?(\\d{1,12})(?: .*)?");

    private final Predicate<String> opensForm;

    ActionRow(Predicate<String> opensForm) {
        this.opensForm = opensForm;
    }

    /** Sets of actions; those of {@code more} stand in a menu where they fit in one. */
    List<ObjectNode> draw(List<Button> buttons, List<Button> more, Optional<ObjectNode> share) {
        var first = new ArrayList<ObjectNode>();
        buttons.stream().filter(ActionRow::fits).map(this::action).forEach(first::add);
        more.stream()
                .filter(button -> fits(button) && button.confirm().isPresent())
                .map(this::action)
                .forEach(first::add);
        share.ifPresent(first::add);
        var menu = more.stream()
                .filter(button -> fits(button) && button.confirm().isEmpty())
                .map(button -> action(button).put("mode", "secondary"))
                .toList();
        var sets = new ArrayList<ObjectNode>();
        for (int from = 0; from < first.size(); from += CardLimits.ACTIONS)
            sets.add(set(first.subList(from, Math.min(first.size(), from + CardLimits.ACTIONS))));
        if (sets.isEmpty() && !menu.isEmpty()) sets.add(set(List.of()));
        if (!menu.isEmpty()) ((ArrayNode) sets.getLast().get("actions")).addAll(menu);
        return sets;
    }

    private static ObjectNode set(List<ObjectNode> actions) {
        var set = JSON.objectNode().put("type", "ActionSet");
        set.putArray("actions").addAll(actions);
        return set;
    }

    private static boolean fits(Button button) {
        return button.line().length() <= CardLimits.LINE && !button.label().isBlank();
    }

    private ObjectNode action(Button button) {
        return button.confirm().map(question -> asked(button, question)).orElseGet(() -> pressed(button));
    }

    private ObjectNode pressed(Button button) {
        return opensForm.test(button.line()) ? form(button) : execute(button);
    }

    /** There is no question before an action, so one opens below with the button in it. */
    private ObjectNode asked(Button button, String question) {
        var below = JSON.objectNode().put("type", "AdaptiveCard");
        below.putArray("body").addAll(Runs.blocks(List.of(Span.text(question)), Runs.Look.PLAIN));
        below.putArray("actions").add(pressed(button));
        var show = JSON.objectNode().put("type", "Action.ShowCard").put("title", label(button.label()));
        show.set("card", below);
        return show;
    }

    private static ObjectNode execute(Button button) {
        return executing(button.label(), button.style(), new Press.Run(button.line()))
                .put("tooltip", spoken(button));
    }

    static ObjectNode executing(String label, Button.Style style, Press press) {
        var submit = JSON.objectNode().put("type", "Action.Submit").put("title", label(label));
        submit.set("data", press.data());
        var action = JSON.objectNode()
                .put("type", "Action.Execute")
                .put("title", label(label))
                .put("verb", Press.DATA);
        action.set("data", press.data());
        styled(action, style);
        action.set("fallback", submit);
        return action;
    }

    private static ObjectNode form(Button button) {
        var data = new Press.Run(button.line()).data();
        data.putObject("msteams").put("type", "task/fetch");
        var action = JSON.objectNode().put("type", "Action.Submit").put("title", label(button.label()));
        action.set("data", data);
        styled(action, button.style());
        return action.put("tooltip", spoken(button));
    }

    private static void styled(ObjectNode action, Button.Style style) {
        switch (style) {
            case PLAIN -> {}
            case PRIMARY -> action.put("style", "positive");
            case DANGER -> action.put("style", "destructive");
        }
    }

    private static String label(String label) {
        return CardLimits.line(label, CardLimits.LABEL, "…");
    }

    /** What a screen reader says: the label alone does not tell which incident it is about. */
    private static String spoken(Button button) {
        var line = OF_INCIDENT.matcher(button.line());
        return line.matches() && !button.label().contains(line.group(1))
                ? label(button.label() + ", incident " + line.group(1))
                : label(button.label());
    }
}

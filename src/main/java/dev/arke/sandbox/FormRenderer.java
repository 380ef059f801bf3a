package dev.arke.sandbox;

import dev.arke.card.Form;
import dev.arke.card.Form.Input;
import java.util.UUID;

/** Forms as dialogs. Values come back under "in." and the input's name. */
final class FormRenderer {
    static final String PREFIX = "in.";

    private FormRenderer() {}

    static Html render(Form form, String roomPath, Spot spot) {
        var body = Html.tag("form")
                .with("hx-post", roomPath + "/form/" + form.verb())
                .with("hx-target", "#modal")
                .with("hx-swap", "innerHTML");
        return body.holding(
                Html.tag("h2").with("id", "modal-title").text(form.title()),
                MessageRenderer.hidden("at", spot.about().map(UUID::toString).orElse("")),
                MessageRenderer.hidden("pane", spot.thread().isPresent() ? "thread" : "room"),
                Html.join(form.inputs().stream().map(FormRenderer::input)),
                Html.tag("footer")
                        .holding(
                                Html.tag("button")
                                        .of("plain")
                                        .with("type", "button")
                                        .with("data-close")
                                        .text("Cancel"),
                                Html.tag("button").of("primary").text(form.submit())));
    }

    private static Html input(Input input) {
        var field = switch (input) {
            case Input.TextInput text -> text.multiline() ? area(text) : line(text);
            case Input.ChoiceInput choice -> choices(choice);
        };
        var label = input.required() ? input.label() : input.label() + " (optional)";
        return Html.tag("label").holding(Html.tag("span").text(label), field);
    }

    private static Html area(Input.TextInput text) {
        return named("textarea", text)
                .with("rows", "4")
                .with("maxlength", Integer.toString(text.maximum()))
                .text(text.initial());
    }

    private static Html line(Input.TextInput text) {
        return named("input", text)
                .with("type", "text")
                .with("autocomplete", "off")
                .with("maxlength", Integer.toString(text.maximum()))
                .with("value", text.initial())
                .alone();
    }

    private static Html choices(Input.ChoiceInput choice) {
        return named("select", choice)
                .holding(choice.choices().stream()
                        .map(one -> Html.tag("option")
                                .with("value", one.value())
                                .withIf(one.value().equals(choice.initial()), "selected", "")
                                .text(one.label())));
    }

    private static Html.Tag named(String tag, Input input) {
        return Html.tag(tag).with("name", PREFIX + input.name()).withIf(input.required(), "required", "");
    }
}

package dev.arke.sandbox;

import dev.arke.alert.Priority;
import java.util.Arrays;
import java.util.Comparator;

/** The control that sends a test alert, and the curl line that does the same. */
final class DemoRenderer {
    private static final String SUMMARY = "Checkout error rate above 5 %";

    private DemoRenderer() {}

    static Html opener() {
        return Html.tag("section")
                .of("demo")
                .holding(Html.tag("button")
                        .of("primary")
                        .with("type", "button")
                        .with("data-open", "alert")
                        .text("Send a test alert"));
    }

    static Html dialog(DemoControls demo) {
        var intake = demo.intake();
        var form = Html.tag("form").with("id", "alert-form").with("data-intake", intake.toString());
        return Html.tag("dialog")
                .with("id", "alert")
                .with("aria-labelledby", "alert-title")
                .holding(form.holding(
                        Html.tag("h2").with("id", "alert-title").text("Send a test alert"),
                        Html.tag("p")
                                .text("A monitor would send this. It opens an incident and pages whoever is on call."
                                        + " The same words again count as a repeat of it."),
                        summary(),
                        priorities(),
                        curl(),
                        Html.tag("p").of("result").with("role", "status").text(""),
                        footer()));
    }

    private static Html summary() {
        return Html.tag("label")
                .holding(
                        Html.tag("span").text("What is wrong"),
                        Html.tag("input")
                                .with("name", "summary")
                                .with("type", "text")
                                .with("required")
                                .with("maxlength", "200")
                                .with("autocomplete", "off")
                                .with("value", SUMMARY)
                                .alone());
    }

    private static Html priorities() {
        var choices = Arrays.stream(Priority.values())
                .sorted(Comparator.reverseOrder())
                .map(priority -> Html.tag("label")
                        .holding(
                                Html.tag("input")
                                        .with("type", "radio")
                                        .with("name", "priority")
                                        .with("value", priority.word())
                                        .withIf(priority == Priority.URGENT, "checked", "")
                                        .alone(),
                                Html.tag("span").text(priority.word())));
        return Html.tag("fieldset").of("choice").holding(Html.tag("legend").text("Priority"), Html.join(choices));
    }

    private static Html curl() {
        return Html.tag("div")
                .of("curl")
                .holding(
                        Html.tag("p").with("id", "curl-label").text("The same from a terminal"),
                        Html.tag("pre")
                                .with("id", "curl")
                                .with("tabindex", "0")
                                .with("aria-labelledby", "curl-label")
                                .text(""),
                        Html.tag("button")
                                .of("plain")
                                .with("type", "button")
                                .with("data-copy", "curl")
                                .text("Copy"));
    }

    private static Html footer() {
        return Html.tag("footer")
                .holding(
                        Html.tag("button")
                                .of("plain")
                                .with("type", "button")
                                .with("data-close")
                                .text("Close"),
                        Html.tag("button").of("plain").with("value", "resolved").text("Send the all-clear"),
                        Html.tag("button").of("primary").with("value", "firing").text("Send alert"));
    }
}

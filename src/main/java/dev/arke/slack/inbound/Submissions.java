package dev.arke.slack.inbound;

import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.card.Form.Input.ChoiceInput;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.dialogue.Submitted;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.responder.ContactKind;
import dev.arke.slack.block.ActionIds;
import dev.arke.slack.block.FormView;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is filled in: suggestions while somebody types, and the form once it is sent. A form counts once. */
final class Submissions {
    private static final String DATABASE = "My database does not answer, so nothing was done. Try again in a moment, or"
            + " call the person on call yourself.";

    private final Speech speech;
    private final Replies replies;
    private final Lines lines;
    private final SeenEvents seen;
    private final Turns turns;

    Submissions(Speech speech, Replies replies, Lines lines, SeenEvents seen, Turns turns) {
        this.speech = speech;
        this.replies = replies;
        this.lines = lines;
        this.seen = seen;
        this.turns = turns;
    }

    /** What became of a form that was sent. */
    private sealed interface Sent {
        record Ran(Reply reply) implements Sent {}

        record Wrong(Map<String, String> errors) implements Sent {}

        /** It was sent before. */
        record Known() implements Sent {}
    }

    /** Empty: the form closes. */
    Optional<ViewSubmissionResponse> submit(Gesture.Who who, View view) {
        // Slack takes no second modal while this one is answered, and its id would be updated after it has closed.
        var gesture = FormState.parse(view.getPrivateMetadata()).gesture(who, null, null);
        var turn = turns.begin(() -> sent(gesture, view));
        var inTime = Turns.within(turn, Patience.CHANGE);
        if (inTime.isEmpty()) {
            turns.then(turn, sent -> tell(gesture, sent));
            return Optional.of(response("update", view(FormView.answer(Lines.workingOnIt(), ""))));
        }
        if (inTime.get() instanceof Sent.Wrong(var errors))
            return Optional.of(ViewSubmissionResponse.builder()
                    .responseAction("errors")
                    .errors(errors)
                    .build());
        turns.run(() -> tell(gesture, inTime.get()));
        return Optional.empty();
    }

    private static ViewSubmissionResponse response(String action, View view) {
        return ViewSubmissionResponse.builder()
                .responseAction(action)
                .view(view)
                .build();
    }

    private static View view(View view) {
        view.setPrivateMetadata(null);
        return view;
    }

    private Sent sent(Gesture gesture, View view) {
        var id = "view:" + view.getId();
        var values = values(view.getState());
        try {
            if (!seen.claim(ContactKind.SLACK, id)) return new Sent.Known();
        } catch (DatabaseUnavailable e) {
            return new Sent.Wrong(values.keySet().stream()
                    .findFirst()
                    .map(input -> Map.of(input, DATABASE))
                    .orElse(Map.of()));
        }
        return switch (speech.submit(gesture, verb(view), values)) {
            case Submitted.Done done -> {
                seen.finish(ContactKind.SLACK, id);
                yield new Sent.Ran(done.reply());
            }
            case Submitted.Invalid invalid -> {
                seen.release(ContactKind.SLACK, id);
                yield new Sent.Wrong(atShownInputs(invalid.errors(), values));
            }
        };
    }

    /** Slack refuses an error at an input that the form does not have. */
    private static Map<String, String> atShownInputs(Map<String, String> errors, Map<String, String> values) {
        var shown = new HashMap<String, String>();
        var first = values.keySet().stream().findFirst().orElse("");
        errors.forEach((input, words) ->
                shown.merge(values.containsKey(input) ? input : first, words, (one, other) -> one + " " + other));
        return shown;
    }

    private void tell(Gesture gesture, Sent sent) {
        switch (sent) {
            case Sent.Ran ran ->
                lines.give(gesture, verbless(), new Lines.Soon.Answered(ran.reply(), Optional.empty()));
            case Sent.Wrong wrong ->
                replies.tell(
                        gesture,
                        Card.line(
                                Tone.WARNING,
                                Span.text("Nothing was done. "
                                        + String.join(" ", wrong.errors().values()))),
                        Optional.empty());
            case Sent.Known ignored -> {}
        }
    }

    /** No form leads to another one. */
    private static String verbless() {
        return "help";
    }

    /** The choices of an input that hold what is typed. */
    BlockSuggestionResponse suggest(Gesture.Who who, View view, String input, String typed) {
        var gesture = FormState.parse(view.getPrivateMetadata()).gesture(who, null, null);
        var turn = turns.begin(() -> speech.open(gesture, verb(view), Map.of()) instanceof Reply.Open(var form)
                ? choices(form, input)
                : List.<Form.Choice>of());
        var options =
                FormView.options(typed, Turns.within(turn, Patience.CHANGE).orElse(List.of()));
        return BlockSuggestionResponse.builder()
                .options(options.stream()
                        .map(option -> Option.builder()
                                .text(option.getText())
                                .value(option.getValue())
                                .build())
                        .toList())
                .build();
    }

    private static List<Form.Choice> choices(Form form, String input) {
        return form.input(input)
                .map(one -> one instanceof ChoiceInput choice ? choice.choices() : List.<Form.Choice>of())
                .orElse(List.of());
    }

    private static String verb(View view) {
        var callback = view.getCallbackId() == null ? "" : view.getCallbackId();
        return callback.startsWith(ActionIds.FORM) ? callback.substring(ActionIds.FORM.length()) : "";
    }

    /** By input, in the form's order. */
    private static Map<String, String> values(ViewState state) {
        var values = new LinkedHashMap<String, String>();
        if (state == null || state.getValues() == null) return values;
        state.getValues()
                .forEach((input, actions) ->
                        actions.values().stream().findFirst().ifPresent(value -> values.put(input, value(value))));
        return values;
    }

    private static String value(ViewState.Value value) {
        if (value.getSelectedOption() != null && value.getSelectedOption().getValue() != null)
            return value.getSelectedOption().getValue();
        return value.getValue() == null ? "" : value.getValue();
    }
}

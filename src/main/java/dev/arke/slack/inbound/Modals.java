package dev.arke.slack.inbound;

import com.slack.api.model.view.View;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.slack.block.FormView;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens forms as modals. A trigger lives 3 seconds, so a light view is opened with it before anything is read, and becomes
 * the form, or the answer when there is no form to fill in.
 */
final class Modals {
    private static final Logger LOG = LoggerFactory.getLogger(Modals.class);
    private static final Set<String> EXPIRED =
            Set.of("expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged");

    private final Speech speech;
    private final Replies replies;
    private final SlackClient client;

    Modals(Speech speech, Replies replies, SlackClient client) {
        this.speech = speech;
        this.replies = replies;
        this.client = client;
    }

    /** The form of a line that wants one. */
    void open(Gesture gesture, String line) {
        open(gesture, () -> speech.answer(gesture, line), Optional.of(line));
    }

    /** The form of a verb with what is given already. */
    void open(Gesture gesture, String verb, Map<String, String> given) {
        open(gesture, () -> speech.open(gesture, verb, given), Optional.empty());
    }

    /** A form that came unforeseen. */
    void show(Gesture gesture, Form form, String line) {
        var metadata = FormState.of(gesture);
        first(gesture, FormView.of(form, metadata))
                .failed()
                .ifPresent(failure -> notOpened(gesture, failure, Optional.of(line)));
    }

    private void open(Gesture gesture, Supplier<Reply> opening, Optional<String> line) {
        var metadata = FormState.of(gesture);
        switch (first(gesture, FormView.oneMoment(metadata))) {
            case Called.Failed<String>(var failure) -> notOpened(gesture, failure, line);
            case Called.Ok<String>(var viewId) -> fill(gesture, viewId, opening.get(), metadata);
        }
    }

    /** Opens a view, or uses the one that was clicked in; answers its id. */
    private Called<String> first(Gesture gesture, View view) {
        var there = gesture.ways().view();
        if (there.isPresent()) return update(gesture, there.get(), view);
        return replies.token(gesture)
                .then(token -> client.call(
                        token,
                        methods -> methods.viewsOpen(
                                open -> open.triggerId(gesture.ways().trigger().orElse(""))
                                        .view(view))))
                .map(opened -> opened.getView().getId());
    }

    private Called<String> update(Gesture gesture, String viewId, View view) {
        return replies.token(gesture)
                .then(token -> client.call(
                        token,
                        methods -> methods.viewsUpdate(
                                update -> update.viewId(viewId).view(view))))
                .map(updated -> viewId);
    }

    private void fill(Gesture gesture, String viewId, Reply reply, String metadata) {
        switch (reply) {
            case Reply.Open open -> fill(gesture, viewId, FormView.of(open.form(), metadata));
            case Reply.Private told -> fill(gesture, viewId, FormView.answer(told.card(), metadata));
            case Reply.Public told -> {
                replies.say(gesture, told.card());
                fill(gesture, viewId, FormView.answer(told.card(), metadata));
            }
            case Reply.Silent ignored -> fill(gesture, viewId, FormView.answer(Card.line("Done."), metadata));
        }
    }

    private void fill(Gesture gesture, String viewId, View view) {
        update(gesture, viewId, view).failed().ifPresent(failure -> {
            LOG.atWarn().addKeyValue("code", failure.code()).log("a form was not shown");
            // A view that was closed meanwhile is not missed.
            if (!failure.code().equals("not_found"))
                replies.tell(gesture, notShown("Slack did not take the form."), Optional.empty());
        });
    }

    private void notOpened(Gesture gesture, SlackFailure failure, Optional<String> line) {
        LOG.atInfo().addKeyValue("code", failure.code()).log("a form was not opened");
        if (!EXPIRED.contains(failure.code())) {
            replies.tell(gesture, notShown("Slack did not open the form."), Optional.empty());
            return;
        }
        var words = Card.line(
                Tone.NEUTRAL,
                Span.text("That took too long, and Slack opens forms only within 3 seconds. "
                        + (line.isPresent() ? "Click again:" : "Do it once more.")));
        replies.tell(
                gesture,
                line.map(again -> words.and(new Element.Actions(List.of(Button.of("Open the form", again)))))
                        .orElse(words),
                Optional.empty());
    }

    private Card notShown(String what) {
        return Card.line(
                Tone.WARNING,
                Span.text(what + " Nothing was done. You can type it instead: "),
                Span.code(speech.root() + " help"),
                Span.text(" shows how."));
    }
}

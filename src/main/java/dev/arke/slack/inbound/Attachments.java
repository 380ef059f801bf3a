package dev.arke.slack.inbound;

import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.files.FilesUploadV2Request;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.picture.TimelinePicture;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFailure;
import dev.arke.slack.web.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a card shows that no block can hold, pictures and text files, as files of Slack's. A file cannot be shown to
 * one person in a channel, so what is private goes into their direct messages. What does not arrive is left to words.
 */
final class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final int LONGEST_ALT = 1_000;

    private final SlackClient client;
    private final Workspaces workspaces;

    Attachments(SlackClient client, Workspaces workspaces) {
        this.client = client;
        this.workspaces = workspaces;
    }

    private record Target(String channel, Optional<String> thread, boolean elsewhere) {}

    /** What is left of the card to be shown; {@code toAll}: in the channel of the gesture, for everybody. */
    Card send(Gesture gesture, Card card, boolean toAll) {
        if (!isNeeded(card)) return card;
        var sent = workspaces
                .token(Optional.of(gesture.who().team()))
                .then(token -> target(token, gesture, toAll).map(target -> send(token, card, target)));
        sent.failed().ifPresent(Attachments::log);
        return sent.answered().orElse(card);
    }

    static boolean isNeeded(Card card) {
        return card.body().stream()
                .anyMatch(element -> element instanceof Element.Picture || element instanceof Element.TextFile);
    }

    private Card send(String token, Card card, Target target) {
        var left = new ArrayList<Element>();
        for (var element : card.body()) {
            if (!upload(token, element, target)) left.add(element);
            else if (target.elsewhere())
                left.add(Element.context(Span.text("It is in your direct messages with me, so that only you see it.")));
        }
        return new Card(card.summary(), card.tone(), card.title(), left, card.buttons(), card.more());
    }

    private Called<Target> target(String token, Gesture gesture, boolean toAll) {
        var where = gesture.where();
        if (where.channel().isPresent() && (toAll || where.withBot()))
            return new Called.Ok<>(new Target(where.channel().get(), where.thread(), false));
        return client.call(
                        token,
                        methods -> methods.conversationsOpen(
                                open -> open.users(List.of(gesture.who().user()))))
                .map(opened -> new Target(opened.getChannel().getId(), Optional.empty(), true));
    }

    /** Whether it arrived; what is no file did not. */
    private boolean upload(String token, Element element, Target target) {
        return switch (element) {
            case Element.Picture picture ->
                upload(token, "calendar.png", picture.alt(), TimelinePicture.png(picture.drawing()), target);
            case Element.TextFile text ->
                upload(token, text.name(), text.words(), text.content().getBytes(StandardCharsets.UTF_8), target);
            default -> false;
        };
    }

    private boolean upload(String token, String name, String words, byte[] bytes, Target target) {
        var alt = words.length() <= LONGEST_ALT ? words : words.substring(0, LONGEST_ALT - 1) + "…";
        var request = FilesUploadV2Request.builder()
                .fileData(bytes)
                .filename(name)
                .title(name)
                .altTxt(alt)
                .channel(target.channel())
                .threadTs(target.thread().orElse(null))
                .build();
        var called = client.call(token, methods -> {
            try {
                return methods.filesUploadV2(request);
            } catch (SlackFilesUploadV2Exception e) {
                throw new IOException("a step of the upload was refused", e);
            }
        });
        called.failed().ifPresent(Attachments::log);
        return called.answered().isPresent();
    }

    private static void log(SlackFailure failure) {
        LOG.atWarn().addKeyValue("code", failure.code()).log("a file did not reach Slack");
    }
}

package dev.arke.slack.inbound;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import dev.arke.card.Card;
import dev.arke.slack.block.CardBlocks;
import dev.arke.slack.block.Drawn;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFailure;
import dev.arke.slack.web.Workspaces;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says something to who did a gesture, by whichever way is left; and to the channel, when that is meant. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final SlackClient client;
    private final Workspaces workspaces;
    private final ResponseUrls responseUrls;
    private final Attachments attachments;

    Replies(SlackClient client, Workspaces workspaces, ResponseUrls responseUrls) {
        this.client = client;
        this.workspaces = workspaces;
        this.responseUrls = responseUrls;
        this.attachments = new Attachments(client, workspaces);
    }

    /** To the person alone; {@code shared} is the line that a Share button runs again for everybody. */
    void tell(Gesture gesture, Card card, Optional<String> shared) {
        tell(gesture, CardBlocks.quiet().draw(attachments.send(gesture, card, false), shared));
    }

    private void tell(Gesture gesture, Drawn drawn) {
        if (gesture.where().withBot() && post(gesture, drawn)) return;
        if (byResponseUrl(gesture, drawn, "ephemeral")) return;
        if (gesture.where().room().isPresent() && byEphemeral(gesture, drawn)) return;
        if (toPerson(gesture, drawn)) return;
        LOG.atWarn()
                .addKeyValue("team", gesture.who().team())
                .addKeyValue("user", gesture.who().user())
                .log("somebody could not be answered");
    }

    /** To everybody in the channel or thread. */
    void say(Gesture gesture, Card card) {
        if (gesture.where().room().isEmpty() && !gesture.where().withBot()) {
            tell(gesture, card, Optional.empty());
            return;
        }
        var drawn = CardBlocks.quiet().draw(attachments.send(gesture, card, true));
        // Its files were sent: telling it to one alone sends them no second time.
        if (!byResponseUrl(gesture, drawn, "in_channel") && !post(gesture, drawn)) tell(gesture, drawn);
    }

    /** Takes away the private message that was clicked. */
    void takeAway(Gesture gesture) {
        gesture.ways()
                .responseUrl()
                .ifPresent(url -> responseUrls.answer(
                        url, ActionResponse.builder().deleteOriginal(true).build()));
    }

    private boolean byResponseUrl(Gesture gesture, Drawn drawn, String type) {
        return gesture.ways()
                .responseUrl()
                .filter(url -> responseUrls.answer(
                        url,
                        ActionResponse.builder()
                                .responseType(type)
                                .text(drawn.text())
                                .blocks(drawn.blocks())
                                .threadTs(gesture.where().thread().orElse(null))
                                .build()))
                .isPresent();
    }

    private boolean byEphemeral(Gesture gesture, Drawn drawn) {
        return sent(
                gesture,
                drawn,
                (token, shown) -> client.call(
                        token,
                        methods -> methods.chatPostEphemeral(ChatPostEphemeralRequest.builder()
                                .channel(gesture.where().channel().orElseThrow())
                                .user(gesture.who().user())
                                .threadTs(gesture.where().thread().orElse(null))
                                .text(shown.text())
                                .blocks(shown.blocks())
                                .build())));
    }

    private boolean toPerson(Gesture gesture, Drawn drawn) {
        return sent(gesture, drawn, (token, shown) -> post(token, gesture.who().user(), Optional.empty(), shown));
    }

    private boolean post(Gesture gesture, Drawn drawn) {
        return gesture.where()
                .channel()
                .filter(channel -> sent(
                        gesture,
                        drawn,
                        (token, shown) -> post(token, channel, gesture.where().thread(), shown)))
                .isPresent();
    }

    private Called<?> post(String token, String channel, Optional<String> thread, Drawn drawn) {
        return client.post(
                token,
                ChatPostMessageRequest.builder()
                        .channel(channel)
                        .threadTs(thread.orElse(null))
                        .text(drawn.text())
                        .blocks(drawn.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build());
    }

    @FunctionalInterface
    private interface Way {
        Called<?> send(String token, Drawn drawn);
    }

    /** Whether it arrived, at last as plain text. */
    private boolean sent(Gesture gesture, Drawn drawn, Way way) {
        var called = token(gesture).then(token -> way.send(token, drawn).map(answer -> token));
        if (called.failed().map(SlackFailure::kind).equals(Optional.of(SlackFailure.Kind.PAYLOAD)))
            called = token(gesture)
                    .then(token ->
                            way.send(token, new Drawn(drawn.text(), List.of())).map(answer -> token));
        called.failed()
                .ifPresent(failure ->
                        LOG.atInfo().addKeyValue("code", failure.code()).log("a way to answer somebody did not work"));
        return called.answered().isPresent();
    }

    Called<String> token(Gesture gesture) {
        return workspaces.token(Optional.of(gesture.who().team()));
    }
}

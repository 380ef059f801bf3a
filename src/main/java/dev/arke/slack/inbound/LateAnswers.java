package dev.arke.slack.inbound;

import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import dev.arke.card.Card;
import dev.arke.dialogue.AnswerInPlace;
import dev.arke.responder.Actor;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Wanted;
import dev.arke.slack.block.CardBlocks;
import dev.arke.slack.web.MessageRef;
import dev.arke.slack.web.SlackAddress;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.Workspaces;
import java.util.Optional;

/** Answers what was asked in a channel before it was known who asks: there, and seen by them alone. */
public final class LateAnswers implements AnswerInPlace {
    private final SlackClient client;
    private final Workspaces workspaces;

    public LateAnswers(SlackClient client, Workspaces workspaces) {
        this.client = client;
        this.workspaces = workspaces;
    }

    @Override
    public boolean answer(Actor.Unlinked account, Wanted where, Card card) {
        if (account.platform() != ContactKind.SLACK) return false;
        return where.channel()
                .map(ChannelAddress::address)
                .flatMap(SlackAddress::parse)
                .filter(channel -> shown(account, channel, thread(where), card))
                .isPresent();
    }

    private boolean shown(Actor.Unlinked account, SlackAddress channel, Optional<String> thread, Card card) {
        var drawn = CardBlocks.quiet().draw(card);
        return workspaces
                .token(Optional.of(account.tenant()))
                .then(token -> client.call(
                        token,
                        methods -> methods.chatPostEphemeral(ChatPostEphemeralRequest.builder()
                                .channel(channel.id())
                                .user(account.userId())
                                .threadTs(thread.orElse(null))
                                .text(drawn.text())
                                .blocks(drawn.blocks())
                                .build())))
                .answered()
                .isPresent();
    }

    /** A line that names us was written into a thread; a message that was clicked needs to have none. */
    private static Optional<String> thread(Wanted where) {
        return where.threadRef()
                .filter(ref -> where.line().contains("<@" + where.botId()))
                .flatMap(MessageRef::parse)
                .map(MessageRef::ts);
    }
}

package dev.arke.slack.web;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.model.Message.Metadata;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import dev.arke.slack.block.CardBlocks;
import dev.arke.slack.block.Drawn;
import dev.arke.slack.web.SlackFailure.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries messages to Slack's channels and people. Safe for many threads. */
public final class SlackCarrier implements Carrier {
    static final String DELIVERY = "delivery";

    private static final String DELIVERY_EVENT = "arke_delivery";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int POSTS_A_MINUTE = 240;
    private static final int EDITS_A_MINUTE = 50;
    private static final int LOOKED_THROUGH = 20;

    private final SlackClient client;
    private final Workspaces workspaces;
    private final SlackIds slackIds;
    private final EarlierAttempts earlier;

    public SlackCarrier(SlackClient client, Workspaces workspaces, SlackIds slackIds, InstantSource clock) {
        this.client = client;
        this.workspaces = workspaces;
        this.slackIds = slackIds;
        this.earlier = new EarlierAttempts(clock);
    }

    @Override
    public ContactKind kind() {
        return ContactKind.SLACK;
    }

    @Override
    public Outcome send(Message message) {
        var address = SlackAddress.parse(message.address());
        if (address.isEmpty())
            return new Outcome.RecipientGone("this is not the id of a Slack channel (C0…) or person (U0…)");
        var outcome = client.times().limit().within("Slack", () -> attempt(message, address.get()));
        earlier.ended(message.deliveryId(), outcome);
        return outcome;
    }

    private Outcome attempt(Message message, SlackAddress to) {
        return switch (workspaces.token(to.team())) {
            case Called.Failed<String>(var failure) -> SlackOutcome.of(failure, true);
            case Called.Ok<String>(var token) -> attempt(token, message, to);
        };
    }

    private Outcome attempt(String token, Message message, SlackAddress to) {
        var drawn = draw(message, to);
        var known = message.edits().or(message::thread);
        if (known.isEmpty()) return outcome(post(token, message, to, drawn), message);
        var ref = MessageRef.parse(known.get());
        // Whoever wrote it, there is no message of ours that could be changed or answered under.
        if (ref.isEmpty()) return new Outcome.Delivered(known.get());
        var called = message.edits().isPresent()
                ? edit(token, ref.get(), drawn)
                : post(
                        token,
                        message,
                        ref.get().channel(),
                        drawn,
                        Optional.of(ref.get().ts()));
        // Somebody has deleted it, or it is closed for changes: there is nothing left to be brought up to date.
        return called.failed().filter(failure -> failure.kind() == Kind.MESSAGE).isPresent()
                ? new Outcome.Delivered(known.get())
                : outcome(called, message);
    }

    private static Outcome outcome(Called<MessageRef> called, Message message) {
        return switch (called) {
            case Called.Ok<MessageRef>(var ref) -> new Outcome.Delivered(ref.toString());
            case Called.Failed<MessageRef>(var failure) -> SlackOutcome.of(failure, message.plain());
        };
    }

    private Drawn draw(Message message, SlackAddress to) {
        if (message.plain()) return CardBlocks.plain(message.card());
        return switch (message.purpose()) {
            case CHANNEL_PAGE -> {
                var team = team(to);
                yield new CardBlocks(id -> slackIds.of(id, team)).draw(message.card());
            }
            case PAGE -> {
                var team = team(to);
                yield new CardBlocks(id -> slackIds.of(id, team).filter(to.id()::equals)).draw(message.card());
            }
            case CARD, THREAD, NOTICE -> CardBlocks.quiet().draw(message.card());
        };
    }

    private String team(SlackAddress to) {
        return to.team().or(() -> workspaces.home().map(Workspace::teamId)).orElse("");
    }

    /** A new message, or the one that an earlier attempt left in the person's direct messages. */
    private Called<MessageRef> post(String token, Message message, SlackAddress to, Drawn drawn) {
        var left = to.isPerson() && earlier.mayHaveLeft(message.deliveryId())
                ? find(token, message, to)
                : Optional.<MessageRef>empty();
        return left.isPresent() ? edit(token, left.get(), drawn) : post(token, message, to, drawn, Optional.empty());
    }

    /** A look that fails finds nothing: a page that comes twice is better than one that does not come. */
    private Optional<MessageRef> find(String token, Message message, SlackAddress person) {
        var id = message.deliveryId().toString();
        return client.call(token, methods -> methods.conversationsOpen(open -> open.users(List.of(person.id()))))
                .map(opened -> person.at(opened.getChannel().getId()))
                .then(direct -> client.call(
                                token,
                                methods -> methods.conversationsHistory(history -> history.channel(direct.id())
                                        .limit(LOOKED_THROUGH)
                                        .includeAllMetadata(true)))
                        .map(history -> history.getMessages().stream()
                                .filter(one -> isOf(id, one.getMetadata()))
                                .findFirst()
                                .map(one -> new MessageRef(direct, one.getTs()))))
                .answered()
                .flatMap(found -> found);
    }

    private static boolean isOf(String delivery, Metadata metadata) {
        return metadata != null
                && metadata.getEventPayload() != null
                && delivery.equals(metadata.getEventPayload().get(DELIVERY));
    }

    private Called<MessageRef> post(
            String token, Message message, SlackAddress to, Drawn drawn, Optional<String> threadTs) {
        var request = ChatPostMessageRequest.builder()
                .channel(to.id())
                .threadTs(threadTs.orElse(null))
                .text(drawn.text())
                .blocks(drawn.blocks().isEmpty() ? null : drawn.blocks())
                .mrkdwn(!drawn.blocks().isEmpty())
                .metadata(new Metadata(
                        DELIVERY_EVENT, Map.of(DELIVERY, message.deliveryId().toString())))
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
        return client.post(token, request).map(answer -> new MessageRef(to.at(answer.getChannel()), answer.getTs()));
    }

    private Called<MessageRef> edit(String token, MessageRef ref, Drawn drawn) {
        var request = ChatUpdateRequest.builder()
                .channel(ref.channel().id())
                .ts(ref.ts())
                .text(drawn.text());
        // Blocks that are not named would stay as they were.
        if (drawn.blocks().isEmpty()) request.blocksAsString("[]");
        else request.blocks(drawn.blocks());
        return client.update(token, request.build()).map(answer -> ref);
    }

    /** The last one is what Slack means by "too many": edits count apart, posts per channel. */
    @Override
    public List<RateScope> rateScopes(Message message) {
        var address = SlackAddress.parse(message.address());
        if (address.isEmpty()) return List.of();
        var team = "slack:" + address.get().team().orElse("");
        return message.edits().isPresent()
                ? List.of(new RateScope(team + ":update", EDITS_A_MINUTE, MINUTE))
                : List.of(
                        new RateScope(team + ":post", POSTS_A_MINUTE, MINUTE),
                        new RateScope(team + ":" + address.get().id(), 1, Duration.ofSeconds(1)));
    }

    @Override
    public Optional<String> problem() {
        return workspaces.problem();
    }
}

package dev.arke.teams.web;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TeamsPlace;
import dev.arke.responder.ContactKind;
import dev.arke.teams.card.AdaptiveCards;
import dev.arke.teams.card.Drawn;
import dev.arke.teams.web.TeamsFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Carries messages to the channels, chats and people of Teams. Safe for many threads. */
public final class TeamsCarrier implements Carrier {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;
    private static final int REMEMBERED = 10_000;

    private final Connector connector;
    private final Whereabouts whereabouts;
    private final DirectChats chats;
    private final AdaptiveCards cards;
    /** Where an earlier attempt of the same delivery is known to have arrived: its outcome was not recorded. */
    private final Map<UUID, String> arrived = new LinkedHashMap<>();

    /** {@code opensForm} tells of a button's line whether it opens a form. */
    public TeamsCarrier(Connector connector, Whereabouts whereabouts, Predicate<String> opensForm) {
        this.connector = connector;
        this.whereabouts = whereabouts;
        this.chats = new DirectChats(connector, whereabouts.opened());
        this.cards = new AdaptiveCards(opensForm);
    }

    @Override
    public ContactKind kind() {
        return ContactKind.TEAMS;
    }

    @Override
    public Outcome send(Message message) {
        var address = TeamsAddress.parse(message.address());
        if (address.isEmpty())
            return new Outcome.RecipientGone(
                    "this is neither a Teams channel's id (19:…) nor a person's mail address or object id");
        return connector.times().limit().within("Teams", () -> attempt(message, address.get()));
    }

    private Outcome attempt(Message message, TeamsAddress to) {
        var post = post(message, to);
        var known = message.edits().or(message::thread);
        if (known.isEmpty()) return first(message, to, post);
        var ref = MessageRef.parse(known.get());
        // Whoever wrote it, there is no message of ours that could be changed or answered under.
        if (ref.isEmpty()) return new Outcome.Delivered(known.get());
        var url = whereabouts
                .place()
                .apply(ref.get().place())
                .or(whereabouts.latest())
                .map(TeamsPlace::serviceUrl)
                .or(() -> person(to).map(TeamsPerson::serviceUrl));
        if (url.isEmpty()) return nowhere();
        var called = message.edits().isPresent()
                ? connector.edit(url.get(), ref.get(), post)
                : connector.send(url.get(), ref.get().conversation(), post);
        // Somebody has deleted it: there is nothing left to be brought up to date.
        return called.failed().filter(failure -> failure.kind() == Kind.MISSING).isPresent()
                ? new Outcome.Delivered(known.get())
                : outcome(called, message);
    }

    private Outcome first(Message message, TeamsAddress to, Post post) {
        var before = before(message.deliveryId());
        var outcome = to.isPerson() ? toPerson(message, to, post, before) : toPlace(message, to, post, before);
        if (outcome instanceof Outcome.Delivered(var ref)) remember(message.deliveryId(), ref);
        return outcome;
    }

    private Outcome toPlace(Message message, TeamsAddress to, Post post, Optional<MessageRef> before) {
        var place = whereabouts.place().apply(to.id());
        var near = place.or(whereabouts.latest());
        if (near.isEmpty()) return nowhere();
        var url = near.get().serviceUrl();
        if (before.isPresent()) return outcome(connector.edit(url, before.get(), post), message);
        boolean isKnownChat =
                place.filter(one -> one.kind() != TeamsPlace.Kind.CHANNEL).isPresent();
        boolean isChat = isKnownChat || to.id().endsWith("@thread.v2");
        return outcome(
                isChat
                        ? connector.send(url, to.id(), post)
                        : connector.begin(url, near.get().tenant(), to.id(), post),
                message);
    }

    private Outcome toPerson(Message message, TeamsAddress to, Post post, Optional<MessageRef> before) {
        var found = person(to);
        if (found.isEmpty())
            return new Outcome.CarrierBroken(
                    FailureReason.REJECTED,
                    "Teams has not told Arke about this person yet: install Arke for them, or in a team they are in");
        var person = found.get();
        if (person.gone()) return new Outcome.RecipientGone("they have removed or blocked Arke in Teams");
        var url = person.serviceUrl();
        if (before.isPresent()) return outcome(connector.edit(url, before.get(), post), message);
        return outcome(chats.send(url, person, post), message);
    }

    private Optional<TeamsPerson> person(TeamsAddress to) {
        return to.isPerson() ? whereabouts.addressed().apply(to.id()) : Optional.empty();
    }

    private static Outcome nowhere() {
        return new Outcome.CarrierBroken(
                FailureReason.REJECTED, "Arke is not installed in Teams yet: add the app to the team");
    }

    private static Outcome outcome(Called<MessageRef> called, Message message) {
        return switch (called) {
            case Called.Ok<MessageRef>(var ref) -> new Outcome.Delivered(ref.toString());
            case Called.Failed<MessageRef>(var failure) -> TeamsOutcome.of(failure, message.plain());
        };
    }

    /** A message to one person rings by itself; in a channel only who is named hears it. */
    private Post post(Message message, TeamsAddress to) {
        var drawn = message.plain() ? AdaptiveCards.plain(message.card()) : cards.draw(message.card());
        return switch (message.purpose()) {
            case CHANNEL_PAGE -> paging(message, to, drawn);
            case PAGE -> new Post(drawn, List.of(), true);
            case CARD, THREAD, NOTICE -> Post.quiet(drawn);
        };
    }

    private Post paging(Message message, TeamsAddress to, Drawn drawn) {
        if (message.edits().isPresent() || message.plain() || to.isPerson()) return Post.quiet(drawn);
        var people = mentions(message.card()).stream()
                .flatMap(mention -> whereabouts
                        .accounts()
                        .apply(mention.responderId())
                        .flatMap(whereabouts.addressed())
                        .map(person -> new Post.Mentioned(person.userId(), person.displayName()))
                        .stream())
                .distinct()
                .toList();
        return new Post(drawn, people, false);
    }

    private static List<Span.Mention> mentions(Card card) {
        var spans = new ArrayList<>(card.title());
        for (var element : card.body())
            switch (element) {
                case Element.Paragraph paragraph -> spans.addAll(paragraph.spans());
                case Element.Context context -> spans.addAll(context.spans());
                case Element.Fields fields -> fields.fields().forEach(field -> spans.addAll(field.value()));
                case Element.Lines lines -> lines.lines().forEach(spans::addAll);
                case Element.Heading ignored -> {}
                case Element.Verbatim ignored -> {}
                case Element.Actions ignored -> {}
                case Element.Divider ignored -> {}
                case Element.Picture ignored -> {}
                case Element.TextFile ignored -> {}
            }
        return spans.stream()
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast)
                .toList();
    }

    private synchronized Optional<MessageRef> before(UUID delivery) {
        return Optional.ofNullable(arrived.get(delivery)).flatMap(MessageRef::parse);
    }

    private synchronized void remember(UUID delivery, String ref) {
        arrived.put(delivery, ref);
        if (arrived.size() > REMEMBERED)
            arrived.remove(arrived.keySet().iterator().next());
    }

    /**
     * 7 in a second, 60 in 30 and 1,800 in an hour for a conversation
     * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). A scope lets through its permits at once and then
     * as many again in the same time, so these have half of what it may. The last one is what Teams means by "too many". What a
     * tenant takes is kept to where calls are made ({@link CallPace}).
     */
    @Override
    public List<RateScope> rateScopes(Message message) {
        var address = TeamsAddress.parse(message.address());
        if (address.isEmpty()) return List.of();
        var conversation = "teams:" + address.get().id();
        return List.of(
                new RateScope(conversation + ":hour", 900, Duration.ofHours(1)),
                new RateScope(conversation + ":half minute", 30, Duration.ofSeconds(30)),
                new RateScope(conversation, 3, SECOND));
    }

    /** A little more than the tenant takes calls in a second, as each also waits for its answer. */
    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** Whether we have a token; that Teams takes it, only a message shows. */
    @Override
    public Optional<String> problem() {
        return connector.tokens().problem();
    }
}

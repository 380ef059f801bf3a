package dev.arke.teams.inbound;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.teams.card.AdaptiveCards;
import dev.arke.teams.card.Press;
import dev.arke.teams.web.Called;
import dev.arke.teams.web.Connector;
import dev.arke.teams.web.DirectChats;
import dev.arke.teams.web.MessageRef;
import dev.arke.teams.web.Post;
import dev.arke.teams.web.TeamsFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says something to who did something, where nobody else sees it; and to all who are there, when that is meant. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final Connector connector;
    private final KeepTeams keep;
    private final DirectChats chats;
    private final AdaptiveCards cards;
    private final Predicate<String> opensForm;

    Replies(Connector connector, KeepTeams keep, Predicate<String> opensForm) {
        this.connector = connector;
        this.keep = keep;
        this.chats = new DirectChats(connector, person -> keep.heardOfPeople(List.of(person)));
        this.cards = new AdaptiveCards(opensForm);
        this.opensForm = opensForm;
    }

    /**
     * To the person alone: in their chat with us, or as a message that only they see where they wrote one. A {@code shared}
     * line has a button that shows its answer to all.
     */
    void tell(Heard heard, Card card, Optional<String> shared) {
        var attached = Attachments.of(card);
        tell(heard, attached.rest(), shared, attached.pictures());
    }

    private void tell(Heard heard, Card card, Optional<String> shared, List<Post> pictures) {
        var share = shared.filter(line -> !heard.isPersonal()).map(line -> new Press.Share(line, heard.conversation()));
        var post = Post.quiet(cards.draw(card, share));
        if (heard.isTargeted()
                && !heard.isPersonal()
                && targeted(heard, post).answered().isPresent())
            pictures.forEach(picture -> note(targeted(heard, picture)));
        else if (alone(heard, post)) pictures.forEach(picture -> alone(heard, picture));
    }

    private Called<MessageRef> targeted(Heard heard, Post post) {
        var seen = post.seenOnlyBy(heard.who().userId());
        return sent(() -> connector.send(heard.serviceUrl(), heard.conversation(), seen));
    }

    /** In their chat with us. Who has none yet reads where they asked how to get one: the answer is for them alone. */
    private boolean alone(Heard heard, Post post) {
        var url = heard.serviceUrl();
        var sent =
                sent(() -> heard.isPersonal() ? connector.send(url, heard.conversation(), post) : direct(heard, post));
        note(sent);
        if (!heard.isPersonal()
                && sent.failed().filter(TeamsFailure::isNobodyThere).isPresent())
            say(heard, addMe(heard.who().name()));
        return sent.answered().isPresent();
    }

    /** Once more where that may help: nobody else sends it again. */
    private static <T> Called<T> sent(Supplier<Called<T>> call) {
        var first = call.get();
        var wait = first.failed().flatMap(Replies::wait);
        if (wait.isEmpty()) return first;
        var later = CompletableFuture.delayedExecutor(wait.get().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
        return call.get();
    }

    private static Optional<Duration> wait(TeamsFailure failure) {
        return switch (failure.kind()) {
            case RATE_LIMITED ->
                Optional.of(
                        failure.after().compareTo(LONGEST_WAIT) > 0
                                ? LONGEST_WAIT
                                : failure.after().plus(SHORTEST_WAIT));
            case TIMEOUT, SERVER -> Optional.of(Duration.ZERO);
            case AUTH, RECIPIENT, MISSING, PAYLOAD, OTHER -> Optional.empty();
        };
    }

    private Called<MessageRef> direct(Heard heard, Post post) {
        var who = heard.who();
        var url = heard.serviceUrl();
        return keep.person(who.userId())
                .map(person -> chats.send(url, person, post))
                .orElseGet(() -> connector
                        .direct(url, who.tenant(), who.userId())
                        .then(chat -> connector.send(url, chat, post)));
    }

    private static Card addMe(String name) {
        return Card.line(
                Tone.NEUTRAL,
                Span.text(
                        name + ", I answer you alone, and cannot write to you yet. Add Arke for yourself (Apps, search"
                                + " Arke, Add), then ask again."));
    }

    /** To everybody in the conversation, in the thread where it was asked. Whether it arrived. */
    boolean say(Heard heard, Card card) {
        return !heard.conversation().isEmpty() && say(heard, heard.conversation(), card);
    }

    /** To another conversation that Arke is in. Whether it arrived. */
    boolean say(Heard heard, String conversation, Card card) {
        var attached = Attachments.of(card);
        var sent = connector.send(heard.serviceUrl(), conversation, Post.quiet(cards.draw(attached.rest())));
        note(sent);
        if (sent.answered().isPresent())
            attached.pictures().forEach(picture -> note(connector.send(heard.serviceUrl(), conversation, picture)));
        return sent.answered().isPresent();
    }

    /** Whether who asks is in that conversation, as Teams says. */
    boolean isThere(Heard heard, String conversation) {
        return connector
                .member(
                        heard.serviceUrl(),
                        MessageRef.place(conversation),
                        heard.who().userId())
                .answered()
                .isPresent();
    }

    /** A form opens only for a click. */
    void offerForm(Heard heard, String title, String line) {
        var card = Card.line(Tone.NEUTRAL, Span.text("This needs a few more words. Click, and a form opens:"))
                .and(new Element.Actions(List.of(Button.primary(title, line))));
        var always = new AdaptiveCards(any -> any.equals(line) || opensForm.test(any));
        var post = Post.quiet(always.draw(card));
        alone(heard, post);
    }

    AdaptiveCards cards() {
        return cards;
    }

    private static void note(Called<MessageRef> called) {
        called.failed()
                .ifPresent(failure -> LOG.atWarn()
                        .addKeyValue("code", failure.code())
                        .log("somebody could not be answered in Teams"));
    }
}

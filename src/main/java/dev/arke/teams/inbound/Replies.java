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
import dev.arke.teams.web.MessageRef;
import dev.arke.teams.web.Post;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says something to who did something, where nobody else sees it; and to all who are there, when that is meant. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final Connector connector;
    private final KeepTeams keep;
    private final AdaptiveCards cards;
    private final Predicate<String> opensForm;

    Replies(Connector connector, KeepTeams keep, Predicate<String> opensForm) {
        this.connector = connector;
        this.keep = keep;
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
        var url = heard.serviceUrl();
        if (heard.isPersonal()) {
            note(connector.send(url, heard.conversation(), post));
            pictures.forEach(picture -> note(connector.send(url, heard.conversation(), picture)));
            return;
        }
        var user = heard.who().userId();
        if (heard.isTargeted()
                && connector
                        .send(url, heard.conversation(), post.seenOnlyBy(user))
                        .answered()
                        .isPresent()) {
            pictures.forEach(picture -> note(connector.send(url, heard.conversation(), picture.seenOnlyBy(user))));
            return;
        }
        if (direct(heard, post).answered().isPresent()) {
            pictures.forEach(picture -> note(direct(heard, picture)));
            return;
        }
        // Not the answer, which is for one person: how they get it.
        note(connector.send(
                url,
                heard.conversation(),
                Post.quiet(cards.draw(addMe(heard.who().name())))));
    }

    private Called<MessageRef> direct(Heard heard, Post post) {
        var who = heard.who();
        var known = keep.person(who.userId()).flatMap(person -> person.conversationId());
        return known.<Called<String>>map(Called.Ok::new)
                .orElseGet(() -> connector.direct(heard.serviceUrl(), who.tenant(), who.userId()))
                .then(conversation -> connector.send(heard.serviceUrl(), conversation, post));
    }

    private static Card addMe(String name) {
        return Card.line(
                Tone.NEUTRAL,
                Span.text(
                        name + ", I answer you alone, and cannot write to you yet. Add Arke for yourself (Apps, search"
                                + " Arke, Add), then ask again."));
    }

    /** To everybody in the conversation, in the thread where it was asked. */
    void say(Heard heard, Card card) {
        say(heard, heard.conversation(), card);
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
        if (heard.isPersonal()) note(connector.send(heard.serviceUrl(), heard.conversation(), post));
        else if (direct(heard, post).answered().isEmpty())
            tell(heard, addMe(heard.who().name()), Optional.empty());
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

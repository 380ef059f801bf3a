package dev.arke.dialogue;

import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.ChangePhrases;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.engine.people.FollowLink.Claimed;
import dev.arke.engine.people.LinkUseCases;
import dev.arke.engine.people.Linked;
import dev.arke.responder.LinkToken;
import dev.arke.responder.Wanted;
import java.time.ZoneId;
import java.util.Optional;

/** What follows once an account is linked: what it had asked for is done, with its new rights, and it is told. */
public final class FinishLink {
    private static final int LONGEST_ANSWER = 1_200;

    private final LinkUseCases links;
    private final Dialogue dialogue;
    private final AnswerInPlace inPlace;

    /** What was done; {@code answer} is what the line that had been refused is answered with now. */
    public record Finished(Linked linked, Optional<String> answer) {}

    public FinishLink(LinkUseCases links, Dialogue dialogue, AnswerInPlace inPlace) {
        this.links = links;
        this.dialogue = dialogue;
        this.inPlace = inPlace;
    }

    /** What a one-time link would do; nothing is changed. Empty when it is unknown, used or too old. */
    public Optional<Claimed> look(String token) {
        return links.follow().look(new LinkToken(token));
    }

    /** Uses a one-time link up; empty as above. */
    public Optional<Finished> confirm(String token) {
        return links.follow().confirm(new LinkToken(token)).map(this::finish);
    }

    /** The answer is shown where it was asked, if the chat can do that; the direct message tells it otherwise. */
    Finished finish(Linked linked) {
        var say = ChangePhrases.in(linked.reader());
        var name = linked.responder().name();
        var wanted = linked.wanted();
        if (wanted.isEmpty()) {
            links.tell().tell(linked.account(), say.say("linked.known", name));
            return new Finished(linked, Optional.empty());
        }
        var reply = answer(linked, wanted.get());
        var words = CleanText.cut(words(reply, say), LONGEST_ANSWER);
        boolean isShown = card(reply)
                .filter(card -> inPlace.answer(linked.account(), wanted.get(), card))
                .isPresent();
        links.tell()
                .tell(
                        linked.account(),
                        say.say("linked.asked", name, wanted.get().line(), isShown ? say.say("linked.shown") : words));
        return new Finished(linked, Optional.of(words));
    }

    private static Optional<Card> card(Reply reply) {
        return switch (reply) {
            case Reply.Private told -> Optional.of(told.card());
            case Reply.Public told -> Optional.of(told.card());
            case Reply.Open ignored -> Optional.empty();
            case Reply.Silent ignored -> Optional.empty();
        };
    }

    private Reply answer(Linked linked, Wanted wanted) {
        var account = linked.account();
        var asker = new Asker(
                account.platform(),
                account.tenant(),
                account.userId(),
                account.displayName(),
                ZoneId.of(wanted.zone()),
                Asker.Kind.MEMBER);
        var place = new Place(
                new Bot(wanted.botId(), wanted.botName(), wanted.root()),
                wanted.channel(),
                wanted.threadRef(),
                wanted.mentions());
        return dialogue.answer(asker, place, wanted.line());
    }

    private static String words(Reply reply, Phrases say) {
        return switch (reply) {
            case Reply.Private told when !told.shareable() -> say.say("linked.secret");
            case Reply.Private told -> PlainText.of(told.card().withoutButtons(), say.reader());
            case Reply.Public told -> PlainText.of(told.card().withoutButtons(), say.reader());
            case Reply.Open ignored -> say.say("linked.form");
            case Reply.Silent ignored -> say.say("linked.done");
        };
    }
}

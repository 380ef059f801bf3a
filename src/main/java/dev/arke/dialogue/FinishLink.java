package dev.arke.dialogue;

import dev.arke.alert.CleanText;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
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

    /** What was done; {@code answer} is what the line that had been refused is answered with now. */
    public record Finished(Linked linked, Optional<String> answer) {}

    public FinishLink(LinkUseCases links, Dialogue dialogue) {
        this.links = links;
        this.dialogue = dialogue;
    }

    /** What a one-time link would do; nothing is changed. Empty when it is unknown, used or too old. */
    public Optional<Claimed> look(String token) {
        return links.follow().look(new LinkToken(token));
    }

    /** Uses a one-time link up; empty as above. */
    public Optional<Finished> confirm(String token) {
        return links.follow().confirm(new LinkToken(token)).map(this::finish);
    }

    Finished finish(Linked linked) {
        var answer = linked.wanted().map(wanted -> answer(linked, wanted));
        var words = new StringBuilder(
                "This account is connected: you are " + linked.responder().name() + " to me now.");
        linked.wanted()
                .ifPresent(wanted -> words.append(" You had asked for “" + wanted.line() + "”. ")
                        .append(answer.orElse("")));
        links.tell().tell(linked.account(), words.toString());
        return new Finished(linked, answer);
    }

    private String answer(Linked linked, Wanted wanted) {
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
        return CleanText.cut(words(dialogue.answer(asker, place, wanted.line())), LONGEST_ANSWER);
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.Private told -> PlainText.of(told.card().withoutButtons());
            case Reply.Public told -> PlainText.of(told.card().withoutButtons());
            case Reply.Open ignored -> "That needs a form: type it once more, and it opens.";
            case Reply.Silent ignored -> "It is done.";
        };
    }
}

package dev.arke.http;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;
import dev.arke.card.Span;
import dev.arke.chat.AccountWords;
import dev.arke.dialogue.FinishLink.Finished;
import dev.arke.engine.people.FollowLink.Claimed;

/** The page of a one-time link. */
final class ConnectPage {
    private ConnectPage() {}

    static String ask(Claimed claimed) {
        var say = LinkPhrases.in(claimed.reader());
        var account = Span.strong(AccountWords.of(claimed.account(), claimed.reader()));
        var name = claimed.responder().fullName() + " (" + claimed.responder().name() + ")";
        return PlainPage.of(
                say,
                "connect.title",
                "<p>" + PlainPage.markup(say.spans("connect.claim", account, Span.strong(name))) + "</p>"
                        + claimed.wanted()
                                .map(wanted -> quoted(say.say("connect.wanted"), wanted.line()))
                                .orElse("")
                        + "<p>" + PlainPage.text(say.say("connect.rights")) + "</p><form method=\"post\"><button>"
                        + PlainPage.text(say.say("connect.button")) + "</button></form><p class=\"small\">"
                        + PlainPage.text(say.say("connect.not")) + "</p>");
    }

    private static String quoted(String before, String words) {
        return "<p>" + PlainPage.text(before) + "</p><pre>" + PlainPage.text(words) + "</pre>";
    }

    static String done(Finished finished, Reader reader) {
        var say = LinkPhrases.in(reader);
        var linked = finished.linked();
        var account = Span.strong(AccountWords.of(linked.account(), reader));
        var name = Span.strong(linked.responder().name());
        return PlainPage.of(
                say,
                "connect.done.title",
                "<p>" + PlainPage.markup(say.spans("connect.done", account, name)) + "</p>"
                        + finished.answer()
                                .map(words -> quoted(say.say("connect.answer"), words))
                                .orElse("")
                        + "<p class=\"small\">" + PlainPage.text(say.say("connect.undo")) + "</p>");
    }

    static String over(Phrases say) {
        return PlainPage.of(say, "over.title", "<p>" + PlainPage.text(say.say("connect.over")) + "</p>");
    }
}

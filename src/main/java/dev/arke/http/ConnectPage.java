package dev.arke.http;

import dev.arke.chat.AccountWords;
import dev.arke.dialogue.FinishLink.Finished;
import dev.arke.engine.people.FollowLink.Claimed;
import dev.arke.responder.Wanted;

/** The page of a one-time link. */
final class ConnectPage {
    private ConnectPage() {}

    static String ask(Claimed claimed) {
        var name = claimed.responder().fullName() + " (" + claimed.responder().name() + ")";
        return PlainPage.of(
                "Is this account yours?",
                "<p><strong>" + PlainPage.text(AccountWords.of(claimed.account()))
                        + "</strong> says that it is yours, <strong>"
                        + PlainPage.text(name) + "</strong>.</p>"
                        + claimed.wanted().map(ConnectPage::wanted).orElse("")
                        + "<p>If you confirm, it acts with your name and your rights.</p><form"
                        + " method=\"post\"><button>Yes, this account is mine</button></form><p class=\"small\">If it"
                        + " is not yours, close this page and tell an admin: somebody wants to act as you.</p>");
    }

    private static String wanted(Wanted wanted) {
        return "<p>It asked for this, which is done as soon as you confirm:</p><pre>" + PlainPage.text(wanted.line())
                + "</pre>";
    }

    static String done(Finished finished) {
        var linked = finished.linked();
        var answer = finished.answer()
                .map(words -> "<p>What it had asked for is answered:</p><pre>" + PlainPage.text(words) + "</pre>")
                .orElse("");
        return PlainPage.of(
                "Connected",
                "<p><strong>" + PlainPage.text(AccountWords.of(linked.account())) + "</strong> is <strong>"
                        + PlainPage.text(linked.responder().name()) + "</strong>’s from now on.</p>" + answer
                        + "<p class=\"small\">You can close this page. To take it back, type disconnect in that"
                        + " chat.</p>");
    }

    static String over() {
        return PlainPage.of(
                "This link cannot be used",
                "<p>It was used before, it is older than 15 minutes, or a newer one was sent. Type connect in your chat"
                        + " to get another one.</p>");
    }
}

package dev.arke.http;

import dev.arke.chat.AccountWords;
import dev.arke.dialogue.FinishLink.Finished;
import dev.arke.engine.people.FollowLink.Claimed;
import dev.arke.responder.Wanted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page of a one-time link. It loads nothing, and all that people wrote is text on it. */
final class ConnectPage {
    private static final String STYLE = """
        :root { color-scheme: light dark; }
        body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
        h1 { font-size: 1.5rem; line-height: 1.3; }
        strong { overflow-wrap: anywhere; }
        pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 1rem 0; padding: .75rem 1rem;
          border-left: 4px solid #3b6fd4; background: #8881; }
        button { font: inherit; font-weight: 600; padding: .7rem 1.3rem; border: 0; border-radius: .4rem;
          background: #2457b8; color: #fff; cursor: pointer; }
        button:focus-visible { outline: 3px solid #8ab0ff; outline-offset: 2px; }
        .small { font-size: .92rem; opacity: .8; }
        """;

    /** The style is known by its hash, so that nothing else on the page could be one. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hashOfStyle()
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ConnectPage() {}

    static String ask(Claimed claimed) {
        var name = claimed.responder().fullName() + " (" + claimed.responder().name() + ")";
        return page(
                "Is this account yours?",
                "<p><strong>" + text(AccountWords.of(claimed.account())) + "</strong> says that it is yours, <strong>"
                        + text(name) + "</strong>.</p>"
                        + claimed.wanted().map(ConnectPage::wanted).orElse("")
                        + "<p>If you confirm, it acts with your name and your rights.</p><form"
                        + " method=\"post\"><button>Yes, this account is mine</button></form><p class=\"small\">If it"
                        + " is not yours, close this page and tell an admin: somebody wants to act as you.</p>");
    }

    private static String wanted(Wanted wanted) {
        return "<p>It asked for this, which is done as soon as you confirm:</p><pre>" + text(wanted.line()) + "</pre>";
    }

    static String done(Finished finished) {
        var linked = finished.linked();
        var answer = finished.answer()
                .map(words -> "<p>What it had asked for is answered:</p><pre>" + text(words) + "</pre>")
                .orElse("");
        return page(
                "Connected",
                "<p><strong>" + text(AccountWords.of(linked.account())) + "</strong> is <strong>"
                        + text(linked.responder().name()) + "</strong>’s from now on.</p>" + answer
                        + "<p class=\"small\">You can close this page. To take it back, type disconnect in that"
                        + " chat.</p>");
    }

    static String over() {
        return page(
                "This link cannot be used",
                "<p>It was used before, it is older than 15 minutes, or a newer one was sent. Type connect in your chat"
                        + " to get another one.</p>");
    }

    static String tooOften() {
        return page("Too many tries", "<p>Wait a minute, then open your link again.</p>");
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + " · Arke</title><style>" + STYLE + "</style></head><body><main><h1>" + title + "</h1>" + body
                + "</main></body></html>";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hashOfStyle() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

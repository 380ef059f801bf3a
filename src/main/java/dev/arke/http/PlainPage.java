package dev.arke.http;

import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.delivery.RateLimit;
import dev.arke.delivery.RateScope;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The pages behind links that only one person has: they load nothing, and all that people wrote is text on them. Whoever
 * tries many links that lead nowhere waits; those that lead somewhere count for nothing, as a proxy makes everybody's address
 * the same, and programs follow each link of each mail.
 */
final class PlainPage {
    private static final int MOST_TRIES = 30;
    private static final Duration EACH = Duration.ofMinutes(1);
    private static final String STYLE = """
        :root { color-scheme: light dark; }
        body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
        h1 { font-size: 1.5rem; line-height: 1.3; }
        strong { overflow-wrap: anywhere; }
        pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 1rem 0; padding: .75rem 1rem;
          border-left: 4px solid #3b6fd4; background: #8881; }
        textarea { font: inherit; width: 100%; box-sizing: border-box; margin: .25rem 0 1rem; padding: .5rem .75rem; }
        button { font: inherit; font-weight: 600; padding: .7rem 1.3rem; border: 0; border-radius: .4rem;
          background: #2457b8; color: #fff; cursor: pointer; }
        button:focus-visible { outline: 3px solid #8ab0ff; outline-offset: 2px; }
        .small { font-size: .92rem; opacity: .8; }
        """;

    /** The style is known by its hash, so that nothing else on the page could be one. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hashOfStyle()
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final InstantSource clock;
    private final RateLimit tries = new RateLimit();

    PlainPage(InstantSource clock) {
        this.clock = clock;
    }

    /** Of a link that leads nowhere. */
    void answerNowhere(Context ctx, String page) {
        var scope = new RateScope(ctx.ip(), MOST_TRIES, EACH);
        if (tries.take(List.of(scope), clock.instant()).isEmpty()) {
            answer(ctx, 404, page);
            return;
        }
        ctx.header("Retry-After", Long.toString(EACH.toSeconds()));
        var say = LinkPhrases.asked(ctx);
        answer(ctx, 429, of(say, "often.title", "<p>" + text(say.say("often")) + "</p>"));
    }

    static void answer(Context ctx, int status, String page) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Robots-Tag", "noindex")
                .status(status)
                .html(page);
    }

    /** {@code title} is a key; {@code body} is markup. */
    static String of(Phrases say, String title, String body) {
        return of(say.language(), text(say.say(title)), body);
    }

    /** In English; {@code title} and {@code body} are markup. */
    static String of(String title, String body) {
        return of(Locale.ENGLISH, title, body);
    }

    /** What was answered to something that a page did. */
    static String answer(Phrases say, String words) {
        return of(
                say,
                "answers.title",
                "<pre>" + text(words) + "</pre><p class=\"small\">" + text(say.say("close")) + "</p>");
    }

    private static String of(Locale language, String title, String body) {
        return "<!doctype html><html lang=\"" + language.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + " · Arke</title><style>" + STYLE + "</style></head><body><main><h1>" + title + "</h1>" + body
                + "</main></body></html>";
    }

    /** Nothing but words and what is strong among them. */
    static String markup(List<Span> spans) {
        return spans.stream()
                .map(span -> span instanceof Span.Strong strong
                        ? "<strong>" + text(strong.text()) + "</strong>"
                        : text(PlainText.of(span)))
                .collect(Collectors.joining());
    }

    static String text(String text) {
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

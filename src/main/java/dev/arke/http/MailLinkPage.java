package dev.arke.http;

import dev.arke.dialogue.FollowMailLink.Look;
import dev.arke.dialogue.MailDeed;
import java.util.stream.Collectors;

/** The pages of a link in a mail. */
final class MailLinkPage {
    private MailLinkPage() {}

    static String ask(Look look) {
        var about = look.about().stream()
                .map(line -> "<pre>" + PlainPage.text(line) + "</pre>")
                .collect(Collectors.joining());
        var name = "<strong>" + PlainPage.text(look.who()) + "</strong>";
        if (!look.open())
            return PlainPage.of("Nothing is left to do", about + "<p>" + name + ", you can close this page.</p>");
        return PlainPage.of(
                look.deed().label() + "?",
                about + "<form method=\"post\">" + words(look.deed()) + "<button>"
                        + look.deed().label() + " as " + PlainPage.text(look.who()) + "</button></form>"
                        + "<p class=\"small\">Nothing happens before you press the button. If you are not " + name
                        + ", close this page.</p>");
    }

    private static String words(MailDeed deed) {
        return switch (deed.said()) {
            case NOTHING -> "";
            case MAYBE -> field("A note for the timeline, if you like", "");
            case NEEDED -> field("Your answer", " required");
        };
    }

    private static String field(String label, String more) {
        return "<label>" + label + "<textarea name=\"words\" rows=\"4\" maxlength=\"1500\"" + more
                + "></textarea></label>";
    }

    static String done(String words) {
        return PlainPage.of(
                "Arke answers",
                "<pre>" + PlainPage.text(words) + "</pre><p class=\"small\">You can close this page.</p>");
    }

    static String over() {
        return PlainPage.of(
                "This link cannot be used",
                "<p>It is older than 7 days, was cut on its way, or Arke’s settings have changed since. Look for the"
                        + " incident in your chat.</p>");
    }
}

package dev.arke.http;

import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.dialogue.FollowMailLink.Done;
import dev.arke.dialogue.FollowMailLink.Look;
import dev.arke.dialogue.MailDeed;
import java.util.stream.Collectors;

/** The pages of a link in a mail. */
final class MailLinkPage {
    private MailLinkPage() {}

    static String ask(Look look) {
        var say = LinkPhrases.in(look.reader());
        var about = look.about().stream()
                .map(line -> "<pre>" + PlainPage.text(line) + "</pre>")
                .collect(Collectors.joining());
        var name = Span.strong(look.who());
        if (!look.open())
            return PlainPage.of(
                    say,
                    "mail.nothing.title",
                    about + "<p>" + PlainPage.markup(say.spans("mail.nothing", name)) + "</p>");
        var deed = "mail." + look.deed().word();
        return PlainPage.of(
                say,
                deed + ".title",
                about + "<form method=\"post\">" + words(look.deed(), say) + "<button>"
                        + PlainPage.text(say.say(deed + ".button", look.who())) + "</button></form><p class=\"small\">"
                        + PlainPage.markup(say.spans("mail.press", name)) + "</p>");
    }

    private static String words(MailDeed deed, Phrases say) {
        return switch (deed.said()) {
            case NOTHING -> "";
            case MAYBE -> field(say.say("mail.resolve.words"), "");
            case NEEDED -> field(say.say("mail.answer.words"), " required");
        };
    }

    private static String field(String label, String more) {
        return "<label>" + PlainPage.text(label) + "<textarea name=\"words\" rows=\"4\" maxlength=\"1500\"" + more
                + "></textarea></label>";
    }

    static String done(Done done) {
        return PlainPage.answer(LinkPhrases.in(done.reader()), done.words());
    }

    static String over(Phrases say) {
        return PlainPage.of(say, "over.title", "<p>" + PlainPage.text(say.say("mail.over")) + "</p>");
    }
}

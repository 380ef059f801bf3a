package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a channel is linked to, how, and what is wrong with it. */
public final class LinksCard {
    private LinksCard() {}

    /** One link of the channel. */
    public record Linked(LinkWords.Subject subject, ChannelLink.Options options) {}

    /**
     * {@code ofFile}: the teams whose channel it is by the team file; {@code troubles}: what could not be kept up to date,
     * in sentences.
     */
    public record Content(
            List<Linked> links, List<String> ofFile, Optional<ChannelState.Problem> problem, List<String> troubles) {
        public Content {
            links = List.copyOf(links);
            ofFile = List.copyOf(ofFile);
            troubles = List.copyOf(troubles);
        }
    }

    public static Card of(Content content, Phrases say) {
        var body = new ArrayList<Element>();
        content.problem().ifPresent(problem -> body.add(problem(problem, say)));
        for (var link : content.links()) {
            body.add(new Element.Paragraph(say.spans(
                    "room.line",
                    Span.strong(link.subject().said(say)),
                    Span.text(String.join("; ", LinkWords.words(link.options(), say))))));
            body.add(new Element.Actions(buttons(link.subject(), say)));
        }
        if (!content.ofFile().isEmpty())
            body.add(Element.paragraph(say.say("room.by.file", String.join(", ", content.ofFile()))));
        content.troubles().forEach(trouble -> body.add(Element.paragraph(trouble)));
        boolean fine = content.problem().isEmpty() && content.troubles().isEmpty();
        return new Card(
                summary(content, say),
                fine ? Tone.NEUTRAL : Tone.WARNING,
                List.of(Span.text(summary(content, say))),
                body,
                List.of(Button.of(say.say("room.button.more"), "link new")),
                List.of());
    }

    private static String summary(Content content, Phrases say) {
        return content.links().isEmpty()
                ? say.say("room.links.none")
                : say.count("room.links", content.links().size());
    }

    private static Element problem(ChannelState.Problem problem, Phrases say) {
        return new Element.Paragraph(
                say.spans("room.problem", Span.dateTime(problem.since()), Span.text(problem.words())));
    }

    private static List<Button> buttons(LinkWords.Subject subject, Phrases say) {
        return List.of(
                Button.of(say.say("room.button.change"), "link " + subject.typed() + " options"),
                Button.of(say.say("room.button.unlink"), "unlink " + subject.typed()));
    }
}

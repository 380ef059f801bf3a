package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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

    public static Card of(Content content) {
        var body = new ArrayList<Element>();
        content.problem().ifPresent(problem -> body.add(problem(problem)));
        for (var link : content.links()) {
            body.add(Element.paragraph(
                    Span.strong(link.subject().toString()),
                    Span.text(": " + String.join("; ", LinkWords.words(link.options())) + ".")));
            body.add(new Element.Actions(buttons(link.subject())));
        }
        if (!content.ofFile().isEmpty())
            body.add(Element.paragraph("By the team file this is a channel of " + String.join(", ", content.ofFile())
                    + ", so all their incidents are shown here unless a link above says otherwise."));
        content.troubles().forEach(trouble -> body.add(Element.paragraph(trouble)));
        boolean fine = content.problem().isEmpty() && content.troubles().isEmpty();
        return new Card(
                summary(content),
                fine ? Tone.NEUTRAL : Tone.WARNING,
                List.of(Span.text(summary(content))),
                body,
                List.of(Button.of("Link something else…", "link new")),
                List.of());
    }

    private static String summary(Content content) {
        if (content.links().isEmpty()) return "Nothing is linked to this channel in chat.";
        return content.links().size() == 1
                ? "This channel has one link."
                : "This channel has " + content.links().size() + " links.";
    }

    private static Element problem(ChannelState.Problem problem) {
        return Element.paragraph(
                Span.strong("I cannot post here since "),
                Span.dateTime(problem.since()),
                Span.text(": " + problem.words()));
    }

    private static List<Button> buttons(LinkWords.Subject subject) {
        return List.of(
                Button.of("Change…", "link " + subject.typed() + " options"),
                Button.of("Unlink", "unlink " + subject.typed()));
    }
}

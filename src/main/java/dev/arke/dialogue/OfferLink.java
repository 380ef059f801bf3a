package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.LinkWords;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** What somebody reads who has invited Arke to a channel: what it is for there already, or what to link with a click. */
final class OfferLink {
    private static final int MOST_BUTTONS = 3;

    private OfferLink() {}

    static Reply to(Asked asked) {
        if (!asked.teams().isEmpty())
            return new Reply.Private(Card.line(
                            Tone.NEUTRAL,
                            Span.text("I am here for "
                                    + asked.teams().stream().map(Team::name).collect(Collectors.joining(", "))
                                    + ": their incidents are shown in this channel."))
                    .withButtons(Button.of("Links of this channel", "link"), Button.of("Who is on call", "who")));
        var subjects = LinkForm.subjects(asked);
        if (subjects.isEmpty())
            return new Reply.Private(Card.line(
                    Tone.NEUTRAL,
                    Span.text("I am here, but show no incidents yet. An admin of a team can link it to this channel"
                            + " with "),
                    asked.typed("link"),
                    Span.text(".")));
        var buttons = new ArrayList<Button>();
        subjects.stream()
                .filter(subject -> subject.serviceId().isEmpty())
                .limit(MOST_BUTTONS)
                .map(subject -> subject.named(asked.directory()))
                .map(OfferLink::button)
                .forEach(buttons::add);
        buttons.add(Button.of("Something else…", "link new"));
        return new Reply.Private(Card.line(
                        Tone.NEUTRAL,
                        Span.text("I am here, but show no incidents yet. Whose incidents should this channel show?"))
                .withButtons(buttons.toArray(Button[]::new)));
    }

    private static Button button(LinkWords.Subject subject) {
        return Button.primary("Link " + subject.name(), "link " + subject.typed());
    }
}

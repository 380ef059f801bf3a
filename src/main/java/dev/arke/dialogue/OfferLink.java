package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody reads who has invited Arke to a channel: what it is for there already, or what to link with a click. */
final class OfferLink {
    private static final int MOST_BUTTONS = 3;

    private OfferLink() {}

    static Reply to(Asked asked) {
        var say = asked.changes();
        if (!asked.teams().isEmpty())
            return told(
                    say.spans(
                            "room.here",
                            Span.text(asked.teams().stream().map(Team::name).collect(Collectors.joining(", ")))),
                    Button.of(say.say("room.button.links"), "link"),
                    Button.of(say.say("room.button.who"), "who"));
        var subjects = LinkForm.subjects(asked);
        if (subjects.isEmpty()) return told(say.spans("room.here.none", asked.typed("link")));
        var buttons = new ArrayList<Button>();
        subjects.stream()
                .filter(subject -> subject.serviceId().isEmpty())
                .limit(MOST_BUTTONS)
                .map(subject -> subject.named(asked.directory()))
                .map(subject -> Button.primary(say.say("room.button.link", subject.name()), "link " + subject.typed()))
                .forEach(buttons::add);
        buttons.add(Button.of(say.say("room.button.else"), "link new"));
        return told(say.spans("room.here.which"), buttons.toArray(Button[]::new));
    }

    private static Reply told(List<Span> words, Button... buttons) {
        return new Reply.Private(
                Card.line(Tone.NEUTRAL, words.toArray(Span[]::new)).withButtons(buttons));
    }
}

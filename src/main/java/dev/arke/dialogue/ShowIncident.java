package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.WholeIncidentCard;
import dev.arke.engine.delivery.ReadIncident;

/** {@code show}: one incident with its timeline and its pages. */
final class ShowIncident {
    private final ReadIncident readIncident;

    ShowIncident(ReadIncident readIncident) {
        this.readIncident = readIncident;
    }

    Reply answer(Asked asked, Command.Show show) {
        return readIncident
                .read(show.incident())
                .<Reply>map(whole -> new Reply.Private(WholeIncidentCard.of(
                        whole.view(),
                        whole.collected(),
                        whole.timeline(),
                        whole.deliveries(),
                        id -> asked.directory().responder(id).name(),
                        asked.look())))
                .orElseGet(() -> new Reply.Private(Card.line(
                        Tone.NEUTRAL,
                        NotDoneWords.unknown(show.incident(), asked).toArray(Span[]::new))));
    }
}

package dev.arke.scenario;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Map;

/** What answers people, with something in between. */
class ForwardingDialogue implements Dialogue {
    final Dialogue real;

    ForwardingDialogue(Dialogue real) {
        this.real = real;
    }

    @Override
    public Reply answer(Asker asker, Place place, String line) {
        return real.answer(asker, place, line);
    }

    @Override
    public Expected expect(ContactKind platform, Place place, String line) {
        return real.expect(platform, place, line);
    }

    @Override
    public Reply open(Asker asker, Place place, String verb, Map<String, String> given) {
        return real.open(asker, place, verb, given);
    }

    @Override
    public Submitted submit(Asker asker, Place place, String verb, Map<String, String> values) {
        return real.submit(asker, place, verb, values);
    }

    @Override
    public Reply hear(Asker asker, Place place, String line) {
        return real.hear(asker, place, line);
    }

    @Override
    public Reply joined(Asker asker, Place place) {
        return real.joined(asker, place);
    }

    @Override
    public List<Card> home(Asker asker, Place place) {
        return real.home(asker, place);
    }

    @Override
    public List<String> complete(Asker asker, Place place, String begun) {
        return real.complete(asker, place, begun);
    }
}

package dev.arke.sandbox;

import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers by the first word, and remembers who asked what and where. */
final class FakeDialogue implements Dialogue {
    record Asked(Asker asker, Place place, String line) {}

    static final Form FORM = new Form(
            "page",
            "Page <somebody>",
            "Page now",
            List.of(
                    new Form.Input.TextInput("what", "What is wrong", true, "\"disk\"", true, 300),
                    new Form.Input.ChoiceInput(
                            "who", "Whom", false, "b", List.of(new Form.Choice("a", "A"), new Form.Choice("b", "B")))));

    final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    @Override
    public Reply answer(Asker asker, Place place, String line) {
        asked.add(new Asked(asker, place, line));
        return switch (line.split(" ", 2)[0]) {
            case "note" -> new Reply.Public(Card.line("Noted: " + line));
            case "page" -> new Reply.Open(FORM);
            case "ack" -> new Reply.Silent();
            default -> new Reply.Private(Card.line("Only for " + asker.displayName()));
        };
    }

    @Override
    public Expected expect(ContactKind platform, Place place, String line) {
        return line.startsWith("page") ? Expected.OPENS_FORM : Expected.LOOKS;
    }

    @Override
    public Reply open(Asker asker, Place place, String verb, Map<String, String> given) {
        return new Reply.Open(FORM);
    }

    @Override
    public Reply hear(Asker asker, Place place, String line) {
        asked.add(new Asked(asker, place, line));
        return new Reply.Silent();
    }

    @Override
    public Submitted submit(Asker asker, Place place, String verb, Map<String, String> values) {
        asked.add(new Asked(asker, place, verb + " " + values.get("what") + " " + values.get("who")));
        return values.getOrDefault("what", "").isBlank()
                ? new Submitted.Invalid(Map.of("what", "Say what is wrong."))
                : new Submitted.Done(new Reply.Public(Card.line("Paged.")));
    }

    @Override
    public Reply joined(Asker asker, Place place) {
        return new Reply.Silent();
    }

    @Override
    public List<String> complete(Asker asker, Place place, String begun) {
        return List.of(begun + "1042", begun + "1043");
    }

    @Override
    public List<Card> home(Asker asker, Place place) {
        return List.of();
    }
}

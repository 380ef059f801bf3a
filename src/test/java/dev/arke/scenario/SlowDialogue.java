package dev.arke.scenario;

import dev.arke.card.Reply;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import java.util.Map;

/** What answers people, on a database that takes its time: {@code database} returns when it has answered. */
final class SlowDialogue extends ForwardingDialogue {
    private final Runnable database;

    SlowDialogue(Dialogue real, Runnable database) {
        super(real);
        this.database = database;
    }

    @Override
    public Reply answer(Asker asker, Place place, String line) {
        database.run();
        return real.answer(asker, place, line);
    }

    @Override
    public Reply open(Asker asker, Place place, String verb, Map<String, String> given) {
        database.run();
        return real.open(asker, place, verb, given);
    }

    @Override
    public Submitted submit(Asker asker, Place place, String verb, Map<String, String> values) {
        database.run();
        return real.submit(asker, place, verb, values);
    }
}

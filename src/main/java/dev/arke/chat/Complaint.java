package dev.arke.chat;

import dev.arke.card.Phrases;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with what was typed: a sentence of the grammar's phrases, without a full stop, and what is put in. */
public record Complaint(String key, List<String> parts) {
    public Complaint {
        parts = List.copyOf(parts);
    }

    static Complaint of(String key, Object... parts) {
        return new Complaint(key, Stream.of(parts).map(Object::toString).toList());
    }

    /** In the language of {@code grammar}. */
    public String in(Phrases grammar) {
        return grammar.say(key, parts.toArray());
    }
}

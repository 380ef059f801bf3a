package dev.arke.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a line from some place on: bare words, quoted ones, and references. Immutable. */
final class Words {
    /** {@code text} is without its quotes; start and end are places of the whole text and hold them. */
    record Word(String text, boolean quoted, Optional<Reference> reference, int start, int end) {
        boolean isBare() {
            return !quoted && reference.isEmpty();
        }

        /** In the forms of our grammar, as long as the text. */
        String plain() {
            return TypedForms.plain(text);
        }

        boolean says(String word) {
            return isBare() && plain().equalsIgnoreCase(word);
        }

        /** Whom the word names: the mention, or the name without its {@code @} or {@code #}. */
        Reference named() {
            return reference.orElseGet(() -> new Reference.Name(plainName()));
        }

        private String plainName() {
            if (quoted) return text.strip();
            var name = WordReader.withoutPause(text.replaceFirst("^[,;:]*[@#]?", ""));
            return name.isEmpty() ? text : name;
        }
    }

    private final DeliveredText line;
    private final List<Word> words;
    private final int end;

    private Words(DeliveredText line, List<Word> words, int end) {
        this.line = line;
        this.words = words;
        this.end = end;
    }

    static Words of(DeliveredText line, int from, int end) {
        return new Words(line, new WordReader(line, from, end).read(), end);
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Word first() {
        return words.getFirst();
    }

    Word last() {
        return words.getLast();
    }

    List<Word> all() {
        return words;
    }

    Words after(int count) {
        return new Words(line, words.subList(count, words.size()), end);
    }

    /** Without the first word where it is this one. */
    Words skip(String word) {
        return !isEmpty() && first().says(word) ? after(1) : this;
    }

    /** Without the last word. */
    Words untilLast() {
        var shorter = words.subList(0, words.size() - 1);
        return new Words(
                line, shorter, shorter.isEmpty() ? end : shorter.getLast().end());
    }

    /** The words before this place, and no more. */
    Words until(int count) {
        return new Words(
                line,
                words.subList(0, count),
                count == 0 ? end : words.get(count - 1).end());
    }

    /** What the person wrote, as plain text; one quoted word loses its quotes. Empty when nothing is left. */
    Optional<String> text() {
        if (isEmpty()) return Optional.empty();
        var text = size() == 1 && first().quoted()
                ? first().text()
                : line.text().substring(first().start(), end).strip();
        return Optional.of(text).filter(words -> !words.isBlank());
    }

    /** The same as delivered, to stand in another line. Empty when nothing is left. */
    String asDelivered() {
        return isEmpty() ? "" : line.asDelivered(first().start(), end);
    }

    /** The bare texts, quoted words taken apart: for times and durations. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        for (var word : words) texts.addAll(List.of(word.plain().strip().split("\\s+", -1)));
        return texts;
    }
}

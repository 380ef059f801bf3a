package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.List;

/** What is said of one incident after an act: a sentence or two, and what can be clicked next. */
record Told(Tone tone, List<Span> words, List<Button> buttons) {
    Told {
        words = List.copyOf(words);
        buttons = List.copyOf(buttons);
    }

    static Told done(List<Span> words, Button... buttons) {
        return new Told(Tone.GOOD, words, List.of(buttons));
    }

    /** Nothing was done, and nothing had to be or could be. */
    static Told notDone(List<Span> words, Button... buttons) {
        return new Told(Tone.NEUTRAL, words, List.of(buttons));
    }
}

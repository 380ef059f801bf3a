package dev.arke.phone;

import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import java.util.Locale;

/** Words to be read aloud in a language: that of our own sentences; what an alert says is read as it stands. Pure. */
public record Speech(String words, Locale language) {
    /** A voice needs about half a minute for it. */
    private static final int LONGEST = 480;

    /** Of a message to this listener. */
    public static Speech of(Card card, Reader reader) {
        var language = reader.language();
        var words = spoken(PlainText.of(card.withoutButtons(), reader));
        return new Speech(said(language, "hello") + " " + words, language);
    }

    /** One of our own sentences; {@code key} as speech.properties has it. */
    public static Speech sentence(String key, Locale language) {
        return new Speech(said(language, key), language);
    }

    /** The same, and one of our own sentences. */
    public Speech and(String key) {
        return new Speech(words + " " + said(language, key), language);
    }

    /** Addresses are noise to the ear; signs between letters are pauses. */
    private static String spoken(String text) {
        var plain = CleanText.of(text)
                .replaceAll("\\(?https?://\\S+", " ")
                .replaceAll("#(?=[0-9])", " ")
                .replaceAll("[_|<>{}\\[\\]*`~^=/\\\\]+", " ")
                .replaceAll("\\s*\\n+\\s*", ". ")
                .replaceAll("[ \\t]+", " ")
                .strip();
        if (plain.length() <= LONGEST) return plain;
        int end = plain.lastIndexOf(' ', LONGEST);
        return plain.substring(0, end > 0 ? end : LONGEST);
    }

    private static String said(Locale language, String key) {
        return Phrases.of("dev.arke.phone.speech", language).say(key);
    }
}

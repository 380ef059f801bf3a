package dev.arke.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.Reader;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a call says. */
class SpeechTest {
    @Test
    void addressesAndSignsAreNotReadAloud() {
        var card = Card.line("urgent #12 checkout: disk_full on [db-3]\nsee https://graphs.example.com/x?y=1 now");

        assertThat(Speech.of(card, Reader.ANYBODY).words())
                .isEqualTo("This is Arke. urgent 12 checkout: disk full on db-3. see now");
    }

    @Test
    void aLongOneEndsAtAWord() {
        var words = Speech.of(Card.line("word ".repeat(400)), Reader.ANYBODY).words();

        assertThat(words.length()).isLessThanOrEqualTo(500);
        assertThat(words).endsWith("word");
    }

    @Test
    void everySentenceIsThereInEachLanguage() {
        for (var key : Stream.of("hello", "keys", "taken", "escalated", "over", "other", "no", "bye")
                .toList()) {
            var english = Speech.sentence(key, Locale.ENGLISH).words();
            var french = Speech.sentence(key, Locale.FRENCH).words();
            assertThat(french).isNotBlank().isNotEqualTo(english);
        }
        assertThat(Speech.sentence("hello", Locale.JAPANESE).words()).isEqualTo("This is Arke.");
    }
}

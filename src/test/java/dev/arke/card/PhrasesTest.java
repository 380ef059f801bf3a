package dev.arke.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say in each language is the same, with the same things put in. */
class PhrasesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/arke");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    @ParameterizedTest
    @ValueSource(strings = {"chat/page", "mail/mail", "phone/speech", "phone/text"})
    void everyLanguageHasTheSameSentencesWithTheSameParts(String bundle) throws IOException {
        var english = parts(read(bundle + ".properties"));
        var french = parts(read(bundle + "_fr.properties"));

        assertThat(english).isNotEmpty();
        assertThat(french).isEqualTo(english);
    }

    /** One sign outside the phone's alphabet makes a text more than twice as long. */
    @Test
    void whatStandsInTextsIsInThePhonesAlphabet() throws IOException {
        var page = read("chat/page_fr.properties");
        for (var key : page.stringPropertyNames()) {
            boolean isInTexts = key.startsWith("priority.")
                    || key.startsWith("text.")
                    || key.equals("headline")
                    || key.equals("more")
                    || key.equals("bundle.count");
            if (isInTexts) assertThat(page.getProperty(key)).as(key).matches("[ -~èéùìòàäöñüÄÖÑÜ]*");
        }
        assertThat(read("phone/text_fr.properties").getProperty("reply")).matches("[ -~èéùìòàäöñüÄÖÑÜ]*");
    }

    @Test
    void whatIsPutInIsNotLookedAtAgain() {
        var phrases = Phrases.of("dev.arke.chat.page", Locale.FRENCH);

        assertThat(phrases.say("why.asked", "{0} {1} $1 \\"))
                .isEqualTo("{0} {1} $1 \\ demande votre aide sur cet incident.");
        assertThat(phrases.spans("state.part", Span.strong("#1")))
                .containsExactly(Span.text("Il fait maintenant partie de "), Span.strong("#1"), Span.text("."));
        assertThat(Phrases.of("dev.arke.chat.page", Locale.JAPANESE).say("own")).startsWith("You have it.");
    }

    private static Map<String, Set<String>> parts(Properties sentences) {
        var parts = new TreeMap<String, Set<String>>();
        for (var key : sentences.stringPropertyNames()) {
            var places = new TreeSet<String>();
            PLACE.matcher(sentences.getProperty(key)).results().forEach(found -> places.add(found.group(1)));
            assertThat(sentences.getProperty(key)).as(key).isNotBlank();
            parts.put(key, places);
        }
        return parts;
    }

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}

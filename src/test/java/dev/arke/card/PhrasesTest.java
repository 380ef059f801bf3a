package dev.arke.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we say in each language is the same, with the same things put in. */
class PhrasesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/arke");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private static final Pattern SAID =
            Pattern.compile("\\b(?:say|spans|Complaint\\.of|Misunderstood\\.of)\\(\\s*\"([a-z][a-z.]*)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z.]+)\"(\\s*\\+)?");

    static List<String> bundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.map(file -> RESOURCES.relativize(file).toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith("_fr.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameSentencesWithTheSameParts(String bundle) throws IOException {
        var english = parts(read(bundle + ".properties"));
        var french = parts(read(bundle + "_fr.properties"));

        assertThat(english).isNotEmpty();
        assertThat(french).isEqualTo(english);
    }

    @Test
    void inFrenchNoneIsSingular() {
        var english = Phrases.of("dev.arke.chat.look", Locale.ENGLISH);
        var french = Phrases.of("dev.arke.chat.look", Locale.FRENCH);

        assertThat(english.count("report.chart.pages", 0, "2 h")).isEqualTo("2 h, 0 pages");
        assertThat(english.count("report.chart.pages", 1, "2 h")).isEqualTo("2 h, 1 page");
        assertThat(french.count("report.chart.pages", 0, "2 h")).isEqualTo("2 h, 0 appel");
        assertThat(french.count("report.chart.pages", 2, "2 h")).isEqualTo("2 h, 2 appels");
    }

    /** What the code says is in a bundle; what is in a bundle is said: as it stands, or put together of its ends. */
    @Test
    void everySentenceIsThereAndIsSaid() throws IOException {
        var sentences = new TreeSet<String>();
        for (var bundle : bundles())
            sentences.addAll(read(bundle + ".properties").stringPropertyNames());
        var said = new TreeSet<String>();
        var whole = new TreeSet<String>();
        var begun = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file);
                SAID.matcher(code).results().forEach(found -> said.add(found.group(1)));
                LITERAL.matcher(code).results().forEach(found -> {
                    whole.add(found.group(1));
                    if (found.group(2) != null) begun.add(found.group(1));
                });
            }
        }

        assertThat(said).hasSizeGreaterThan(100).isSubsetOf(sentences);
        assertThat(sentences).allMatch(key -> whole.contains(key) || isPutTogether(key, begun, whole));
    }

    private static boolean isPutTogether(String key, Set<String> begun, Set<String> whole) {
        return begun.stream()
                        .filter(begin -> begin.endsWith(".") && key.startsWith(begin))
                        .anyMatch(begin -> {
                            var rest = key.substring(begin.length());
                            int end = rest.indexOf('.');
                            return end < 0 || whole.contains(rest.substring(end));
                        })
                || whole.stream()
                        .filter(end -> end.startsWith(".") && key.endsWith(end))
                        .anyMatch(end -> whole.contains(key.substring(0, key.length() - end.length())));
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
        assertThat(phrases.spans("state.part", Span.text("#1")))
                .containsExactly(Span.text("Il fait maintenant partie de #1."));
        assertThat(Phrases.of("dev.arke.chat.page", Locale.JAPANESE).say("own")).startsWith("You have it.");
    }

    @Test
    void timesAreThoseOfTheReader() {
        var summer = Span.dateTime(Instant.parse("2026-08-02T22:30:00Z"));
        var delhi = new Reader(Locale.FRENCH, ZoneId.of("Asia/Kolkata"));

        assertThat(PlainText.of(summer)).isEqualTo("Sun 2 Aug 2026 22:30 UTC");
        assertThat(PlainText.of(summer, new Reader(Locale.FRENCH, ZoneId.of("Europe/Paris"))))
                .isEqualTo("lun. 3 août 2026 00:30 UTC+2");
        assertThat(PlainText.of(summer, delhi)).isEqualTo("lun. 3 août 2026 04:00 UTC+5:30");
        assertThat(PlainText.of(Span.clock(Instant.parse("2026-01-02T03:04:05Z")), delhi))
                .isEqualTo("08:34 UTC+5:30");
        assertThat(PlainText.of(
                        Span.clock(Instant.parse("2026-01-02T03:04:05Z")),
                        new Reader(Locale.ENGLISH, ZoneId.of("America/New_York"))))
                .isEqualTo("22:04 UTC-5");
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
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}

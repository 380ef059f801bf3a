package dev.arke.chat;

import static dev.arke.chat.Lines.misunderstood;
import static dev.arke.chat.Lines.open;
import static dev.arke.chat.Lines.parse;
import static dev.arke.chat.Lines.sandbox;
import static dev.arke.chat.Lines.slack;
import static dev.arke.chat.Lines.teams;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileLinesTest {
    static Stream<String> pieces() {
        return Stream.of(
                "a",
                "7 ",
                "\"",
                "\" ",
                "\"a ",
                "' ",
                "'a ",
                "<",
                "<@",
                "<@U1|",
                "<@U1> ",
                "<at>",
                "<at>x</at> ",
                "&",
                "&amp;",
                "&nbsp;",
                "<p>",
                "#",
                "#1,",
                ",",
                "1, ",
                " ",
                "\n",
                "\0",
                "\u202e",
                "\u200b",
                "\ud83d",
                "\ude00",
                "\ud83d\ude00",
                "\u05d0\u05d1 ",
                ",x",
                "at ",
                "in 2h ",
                "fri ",
                "99999999999 ",
                "-1 ",
                "p1 ");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void fortyThousandOfAnythingAreAnsweredAtOnce(String piece) {
        var flood = piece.repeat(40_000 / piece.length());

        for (var context : List.of(slack(), teams(), sandbox()))
            for (var verb : List.of("", "who", "list", "page", "ack", "resolve", "snooze 7", "add 7", "help", "re"))
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> parse(verb + " " + flood, context.in(open(7, 8))));
    }

    @Test
    void anyMixIsAnswered() {
        var random = new Random(1042);
        var pieces = Stream.concat(pieces(), Stream.of(Verb.values()).map(verb -> verb.word() + " "))
                .toList();
        for (int i = 0; i < 4_000; i++) {
            var line = random.ints(random.nextInt(12), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            for (var context : List.of(slack(), teams().in(open(7)), sandbox().in(Lines.threadOf(7))))
                assertNextIsSaid(line, parse(line, context), context);
        }
    }

    /** Each error says a line that is understood, or opens a form, when typed; each button and guess likewise. */
    private static void assertNextIsSaid(String line, Parsed parsed, ChatContext context) {
        switch (parsed) {
            case Parsed.Misunderstood error -> {
                assertThat(error.what()).as(line).isNotBlank().hasSizeLessThan(120);
                assertRuns(line, error.say(), context);
                error.buttons().forEach(button -> assertRuns(line, button.line(), context));
            }
            case Parsed.DidYouMean guess -> {
                assertThat(guess.lines()).as(line).isNotEmpty();
                guess.lines()
                        .forEach(next -> assertThat(Verb.find(next.replaceFirst("(?s) .*", "")))
                                .as(next)
                                .isPresent());
            }
            case Parsed.Understood ignored -> {}
            case Parsed.FormWanted ignored -> {}
        }
    }

    private static void assertRuns(String line, String next, ChatContext context) {
        assertThat(parse(next, context))
                .as("%s -> %s", line, next)
                .isInstanceOfAny(Parsed.Understood.class, Parsed.FormWanted.class);
    }

    @Test
    void textIsStoredWithoutWhatDatabasesRefuse() {
        var note = (Command.Note) Lines.command("note 7 a\0b\u0007 \ud83d c \ud83d\ude00 \u05d0\u202e\u05d1");

        assertThat(note.text()).isEqualTo("ab \ufffd c \ud83d\ude00 \u05d0\u202e\u05d1");
    }

    @Test
    void thousandsOfIncidentsAreASlip() {
        var numbers = IntStream.rangeClosed(1, 5_000).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        assertThat(misunderstood("ack " + numbers).what())
                .isEqualTo("That is 5000 incidents; I take at most 200 at a time");
        assertThat(misunderstood("ack " + numbers).say()).isEqualTo("ack 1");
    }

    @Test
    void aLongWordIsCutWhereItIsRepeated() {
        assertThat(misunderstood("\ud83d\ude00".repeat(20_000)).what())
                .hasSizeLessThan(70)
                .endsWith("… is no command");
    }

    @Test
    void aLineTooLongForAButtonIsNotOffered() {
        var error = misunderstood("resovle 7 " + "x".repeat(3_000));

        assertThat(error.what()).isEqualTo("resovle is no command");
        assertThat(error.say()).startsWith("resolve");
    }

    @Test
    void aTurkishHostReadsCapitals() {
        assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
        assertThat(Lines.command("LIST MINE")).isEqualTo(new Command.ListIncidents(List.of(ListFilter.Kind.MINE)));
        assertThat(Lines.command("PRIORITY 7 HIGH").verb()).isEqualTo(Verb.PRIORITY);
        assertThat(Lines.command("WHO AT FRI 9AM").verb()).isEqualTo(Verb.WHO);
        assertThat(Lines.command("SNOOZE 7 90MIN").verb()).isEqualTo(Verb.SNOOZE);
    }
}

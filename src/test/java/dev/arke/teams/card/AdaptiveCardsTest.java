package dev.arke.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Form;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class AdaptiveCardsTest {
    private static final AdaptiveCards CARDS = new AdaptiveCards(line -> line.startsWith("note"));
    private static final Instant AT = Instant.parse("2026-01-12T09:00:05.123Z");

    private static JsonNode draw(Card card) {
        return CARDS.draw(card).card().orElseThrow();
    }

    private static String words(JsonNode card) {
        return card.findValuesAsText("text").stream().collect(Collectors.joining("\n"));
    }

    @Test
    void whatStrangersWriteIsNeverMarkup() {
        var hostile =
                "**bold** [a](http://x) <at>Bob</at> {{DATE(2026-01-01T00:00:00Z)}} &amp; - x\n1. y \uD83D \0 \u202E";
        var card = draw(Card.line(Tone.ALARM, Span.text(hostile)));

        assertThat(words(card))
                .contains("**bold** [a](http://x) <at>Bob</at>", "&amp; - x\n1. y")
                .doesNotContain("{{DATE", "\0", "\u202E", "\uD83D");
        assertThat(card.findValuesAsText("type"))
                .contains("RichTextBlock", "TextRun")
                .doesNotContain("TextBlock");
    }

    @Test
    void onlyWebAddressesAreLinks() {
        var card = draw(Card.line(
                Tone.NEUTRAL,
                new Span.Link("good", URI.create("https://example.com/a?b=c")),
                new Span.Link("bad", URI.create("javascript:alert(1)"))));

        assertThat(card.findValuesAsText("url")).containsExactly("https://example.com/a?b=c");
        assertThat(words(card)).contains("bad (javascript:alert(1))");
    }

    @Test
    void timesAreShownInTheReadersZoneButForSeconds() {
        var card = draw(Card.line(
                Tone.NEUTRAL,
                Span.clock(AT),
                Span.dateTime(AT),
                new Span.Time(AT, Span.TimeStyle.CLOCK_WITH_SECONDS),
                new Span.Time(Instant.parse("+20000-01-01T00:00:00Z"), Span.TimeStyle.RELATIVE)));

        assertThat(words(card))
                .contains(
                        "{{TIME(2026-01-12T09:00:05Z)}}",
                        "{{DATE(2026-01-12T09:00:05Z,SHORT)}} {{TIME(2026-01-12T09:00:05Z)}}",
                        "09:00:05 UTC");
        assertThat(words(card).split("\\{\\{", -1)).hasSize(4);
    }

    @Test
    void aStateIsAWordAndAColour() {
        var alarm = draw(new Card("s", Tone.ALARM, List.of(Span.text("disk full")), List.of(), List.of(), List.of()));

        assertThat(alarm.at("/body/0/style").asText()).isEqualTo("attention");
        assertThat(words(alarm)).contains("Alarm", "disk full");
        assertThat(alarm.path("version").asText()).isEqualTo("1.5");
    }

    @Test
    void whatIsTooLongIsCutAndTheButtonsStay() {
        var lines = IntStream.range(0, 60)
                .mapToObj(i -> (Element) new Element.Verbatim(("x" + i + "😀").repeat(500)))
                .toList();
        var tooLong = new Card(
                "s", Tone.ALARM, List.of(Span.text("t")), lines, List.of(Button.primary("Take", "ack 1")), List.of());
        var card = draw(tooLong);

        assertThat(card.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(25_000);
        assertThat(words(card)).contains("cut here");
        assertThat(card.findValuesAsText("title")).contains("Take");
    }

    @Test
    void aButtonRunsItsLineOpensAFormOrAsksFirst() {
        var card = draw(new Card(
                "s",
                Tone.NEUTRAL,
                List.of(Span.text("t")),
                List.of(),
                List.of(
                        Button.primary("Acknowledge", "ack 1042"),
                        Button.of("Note…", "note 1042"),
                        Button.danger("Delete", "rotation remove x confirmed", "Sure?"),
                        Button.of("Too long", "x".repeat(1001))),
                List.of(Button.of("Details", "show 1042"))));
        var actions = card.findValue("actions");

        assertThat(StreamSupport.stream(actions.spliterator(), false)
                        .map(action -> action.path("type").asText()))
                .containsExactly("Action.Execute", "Action.Submit", "Action.ShowCard", "Action.Execute");
        assertThat(Press.parse(actions.get(0).path("data"))).contains(new Press.Run("ack 1042"));
        assertThat(actions.get(0).at("/fallback/type").asText()).isEqualTo("Action.Submit");
        assertThat(Press.parse(actions.get(0).at("/fallback/data"))).contains(new Press.Run("ack 1042"));
        assertThat(actions.get(0).path("tooltip").asText()).isEqualTo("Acknowledge, incident 1042");
        assertThat(actions.get(1).at("/data/msteams/type").asText()).isEqualTo("task/fetch");
        assertThat(words(actions.get(2))).contains("Sure?");
        assertThat(actions.get(3).path("mode").asText()).isEqualTo("secondary");
    }

    @Test
    void everyPressIsReadBackAndNothingElseIs() {
        for (var press : List.of(
                new Press.Run("ack 1"),
                new Press.Share("who", "19:x@thread.tacv2"),
                new Press.Open("page"),
                new Press.Submit("page", Optional.of("19:x#1")),
                new Press.Submit("page", Optional.empty())))
            assertThat(Press.parse(press.data())).contains(press);
        assertThat(Press.parse(new Press.Run("x").data().put("arke", 7))).isEmpty();
    }

    @Test
    void aFormKeepsWhatWasFilledInAndSaysWhatIsWrongBesideIt() {
        var form = new Form(
                "note",
                "A note",
                "Add",
                List.of(
                        new Form.Input.TextInput("text", "Your note", true, "", true, 3000),
                        new Form.Input.ChoiceInput(
                                "who",
                                "Who",
                                false,
                                "b",
                                List.of(new Form.Choice("a", "A"), new Form.Choice("b", "B"))),
                        new Form.Input.ChoiceInput("none", "None", false, "", List.of())));
        var card = FormCard.of(
                form,
                Optional.of("19:x#1"),
                Map.of("text", "typed"),
                Map.of("text", "Too short.", "other", "Also wrong."));

        assertThat(card.at("/body/0/style").asText()).isEqualTo("attention");
        assertThat(words(card)).contains("Too short.", "Also wrong.", "None: there is nothing to choose from.");
        assertThat(card.findValuesAsText("id")).containsExactly("text", "who");
        assertThat(card.findParent("maxLength").path("value").asText()).isEqualTo("typed");
        assertThat(card.findParent("choices").path("value").asText()).isEqualTo("b");
        assertThat(Press.parse(card.at("/actions/0/data"))).contains(new Press.Submit("note", Optional.of("19:x#1")));
    }

    @Test
    void plainHasAllWordsAndNoForm() {
        var drawn = AdaptiveCards.plain(Card.line(
                Tone.NEUTRAL, Span.text("disk "), new Span.Mention(new UUID(1, 1), "alice"), Span.text(" <b>")));

        assertThat(drawn.card()).isEmpty();
        assertThat(drawn.text()).isEqualTo("disk alice <b>");
    }
}

package dev.arke.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CardBlocksTest {
    private static final Card INCIDENT = new Card(
            "urgent checkout: Disk <full> (#1042)",
            Tone.ALARM,
            List.of(Span.strong("#1042"), Span.text(" Disk <full>")),
            List.of(
                    Element.paragraph(Span.strong("Nobody has it yet.")),
                    new Element.Fields(List.of(
                            Element.Field.of("Priority", Span.text("urgent")),
                            Element.Field.of("Service", Span.text("checkout")))),
                    Element.context(Span.code("host=db1"))),
            List.of(
                    Button.primary("Acknowledge", "ack 1042"),
                    Button.of("Resolve", "resolve 1042"),
                    Button.danger("Delete", "delete 1042", "Really?")),
            List.of(Button.of("Snooze 1h", "snooze 1042 1h"), Button.of("Note…", "note 1042")));

    @Test
    void anIncidentTellsItsStateInWordsBeforeAnythingElse() {
        var drawn = CardBlocks.quiet().draw(INCIDENT);
        var blocks = Json.of(drawn.blocks());

        assertThat(drawn.text()).isEqualTo("urgent checkout: Disk &lt;full&gt; (#1042)");
        assertThat(blocks.findValuesAsText("type"))
                .containsSubsequence("section", "section", "section", "context", "actions");
        assertThat(blocks.get(0).at("/text/text").asText()).isEqualTo("🔴 *Alarm* · *#1042 Disk &lt;full&gt;*");
        assertThat(blocks.get(2).at("/fields/0/text").asText()).isEqualTo("*Priority*\nurgent");
        assertThat(blocks.get(3).at("/elements/0/text").asText()).isEqualTo("`host=db1`");
    }

    @Test
    void whereThereIsNoTitleTheStateStandsBeforeTheFirstSentence() {
        var blocks = Json.of(CardBlocks.quiet()
                .draw(Card.line(Tone.GOOD, Span.text("You have "), Span.strong("#7"), Span.text(" now.")))
                .blocks());

        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).at("/text/text").asText()).isEqualTo("🟢 *Done* · You have *#7* now.");
    }

    @Test
    void buttonsCarryTheirLineAndSayAloudWhichIncidentTheyMean() {
        var row = lastBlock(CardBlocks.quiet().draw(INCIDENT)).path("elements");

        assertThat(row.get(0).path("action_id").asText()).isEqualTo("run:1");
        assertThat(row.get(0).path("value").asText()).isEqualTo("ack 1042");
        assertThat(row.get(0).path("style").asText()).isEqualTo("primary");
        assertThat(row.get(0).path("accessibility_label").asText()).isEqualTo("Acknowledge, incident 1042");
        assertThat(row.get(1).has("style")).isFalse();
        assertThat(row.get(2).path("style").asText()).isEqualTo("danger");
        assertThat(row.get(2).at("/confirm/text/text").asText()).isEqualTo("Really?");
        assertThat(row.get(2).at("/confirm/confirm/text").asText()).isEqualTo("Delete");
        assertThat(row.get(3).path("type").asText()).isEqualTo("overflow");
        assertThat(row.get(3).path("action_id").asText()).isEqualTo("run:4");
        assertThat(row.get(3).at("/options/1/value").asText()).isEqualTo("note 1042");
    }

    @Test
    void anAnswerCanBeShared() {
        var row = lastBlock(CardBlocks.quiet().draw(Card.line("You are on call."), Optional.of("who")))
                .path("elements");

        assertThat(row.get(0).path("action_id").asText()).isEqualTo("share:1");
        assertThat(row.get(0).path("value").asText()).isEqualTo("who");
    }

    @Test
    void aMenuHoldsWhatFitsAndTheRestIsButtons() {
        var longLine = "note 1042 " + "x".repeat(200);
        var more = List.of(
                Button.of("a", "1"),
                Button.of("b", "2"),
                Button.of("c", "3"),
                Button.of("d", "4"),
                Button.of("e", "5"),
                Button.of("f", "6"),
                Button.of("long", longLine),
                Button.danger("sure", "7", "Sure?"),
                Button.of("much too long", "x".repeat(2_001)));
        var card = new Card("s", Tone.NEUTRAL, List.of(), List.of(), List.of(), more);

        var row = lastBlock(CardBlocks.quiet().draw(card)).path("elements");

        assertThat(row.findValuesAsText("action_id")).containsExactly("run:1", "run:2", "run:3", "run:4");
        assertThat(row.get(0).path("value").asText()).isEqualTo(longLine);
        assertThat(row.get(1).has("confirm")).isTrue();
        assertThat(row.get(2).path("options")).hasSize(5);
        assertThat(row.get(3).path("options")).hasSize(1);
    }

    @Test
    void aMessageThatIsTooLongSaysSoAndKeepsItsButtons() {
        var lines = IntStream.range(0, 200).mapToObj(i -> Element.paragraph("line " + i));
        var many = new Card(
                "s", Tone.GOOD, List.of(), lines.toList(), List.of(Button.of("Reopen", "reopen 1")), List.of());
        var wordy = Card.line(Tone.GOOD, Span.text("words"))
                .and(Collections.nCopies(20, Element.paragraph("x".repeat(2_900)))
                        .toArray(Element[]::new));

        var blocks = Json.of(CardBlocks.quiet().draw(many).blocks());

        assertThat(blocks).hasSize(50);
        assertThat(blocks.get(48).at("/elements/0/text").asText()).contains("cut here");
        assertThat(blocks.get(49).path("type").asText()).isEqualTo("actions");
        assertThat(Json.of(CardBlocks.quiet().draw(wordy).blocks()).toString().length())
                .isBetween(10_000, 13_000);
    }

    @Test
    void longListsGoOnInTheNextSection() {
        var lines = Collections.nCopies(100, List.of(Span.text("x".repeat(100))));

        var drawn = CardBlocks.quiet().draw(Card.line("list").and(new Element.Lines(lines)));

        assertThat(Json.of(drawn.blocks())).hasSizeGreaterThan(3);
        assertThat(Json.of(drawn.blocks()).toString()).doesNotContain("…");
    }

    @Test
    void plainTextHasNoBlocksAndTheLinesToType() {
        var drawn = CardBlocks.plain(INCIDENT);

        assertThat(drawn.blocks()).isEmpty();
        assertThat(drawn.text()).contains("#1042 Disk &lt;full&gt;", "Acknowledge: ack 1042");
    }

    private static JsonNode lastBlock(Drawn drawn) {
        var blocks = Json.of(drawn.blocks());
        return blocks.get(blocks.size() - 1);
    }
}

package dev.arke.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.testkit.slack.BlockKit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FormViewTest {
    @Test
    void aFormIsAModalThatComesBackUnderItsNames() {
        var view = Json.of(FormView.of(
                new Form(
                        "snooze",
                        "Snooze this incident for a while",
                        "Snooze",
                        List.of(
                                new Input.TextInput("incidents", "Incidents", true, "1042", false, 100),
                                new Input.TextInput("text", "Why", false, "", true, 2_000),
                                new Input.ChoiceInput(
                                        "priority",
                                        "Priority",
                                        true,
                                        "high",
                                        List.of(new Choice("high", "High"), new Choice("low", "Low"))))),
                "{\"channel\":\"C0PAY\"}"));

        assertThat(BlockKit.view(view)).isEmpty();
        assertThat(view.path("callback_id").asText()).isEqualTo("form:snooze");
        assertThat(view.path("private_metadata").asText()).isEqualTo("{\"channel\":\"C0PAY\"}");
        assertThat(view.at("/title/text").asText()).isEqualTo("Snooze this incident fo…");
        assertThat(view.at("/blocks/0/block_id").asText()).isEqualTo("incidents");
        assertThat(view.at("/blocks/0/element/initial_value").asText()).isEqualTo("1042");
        assertThat(view.at("/blocks/0/element/max_length").asInt()).isEqualTo(100);
        assertThat(view.at("/blocks/0/optional").asBoolean()).isFalse();
        assertThat(view.at("/blocks/1/element/multiline").asBoolean()).isTrue();
        assertThat(view.at("/blocks/1/optional").asBoolean()).isTrue();
        assertThat(view.at("/blocks/2/element/type").asText()).isEqualTo("static_select");
        assertThat(view.at("/blocks/2/element/initial_option/value").asText()).isEqualTo("high");
    }

    @Test
    void moreChoicesThanAMenuHoldsAreSearched() {
        var choices = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> new Choice("person" + i, "Person " + i))
                .toList();
        var input = new Input.ChoiceInput("target", "Whom", true, "person7", choices);

        var view = Json.of(FormView.of(new Form("page", "Page", "Page now", List.of(input)), ""));

        assertThat(BlockKit.view(view)).isEmpty();
        assertThat(view.at("/blocks/0/element/type").asText()).isEqualTo("external_select");
        assertThat(view.at("/blocks/0/element/initial_option/value").asText()).isEqualTo("person7");
        assertThat(FormView.isSearched(input)).isTrue();
        assertThat(FormView.options("", choices)).hasSize(100);
        assertThat(FormView.options("PERSON 24", choices)).hasSize(11);
        assertThat(FormView.options("nobody", choices)).isEmpty();
    }

    @Test
    void whereNothingCanBeChosenItIsSaid() {
        var input = new Input.ChoiceInput("target", "Whom", true, "", List.of());

        var view = Json.of(FormView.of(new Form("page", "Page", "Page now", List.of(input)), ""));

        assertThat(BlockKit.view(view)).isEmpty();
        assertThat(view.toString()).contains("nothing to choose from");
    }

    @Test
    void theViewsAroundAFormAreInOrder() {
        assertThat(BlockKit.view(Json.of(FormView.oneMoment("x")))).isEmpty();
        assertThat(BlockKit.view(Json.of(FormView.answer(Card.line("No such incident."), "x"))))
                .isEmpty();
        assertThat(BlockKit.view(Json.of(HomeView.of(List.of(Card.line("a"), Card.line("b"))))))
                .isEmpty();
    }
}

package dev.arke.slack.block;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forms as modals. The values come back under the inputs' names, which are the ids of their blocks; the modal's callback
 * is {@code form:} and the verb. {@code metadata} comes back as it is, at most 3,000 characters.
 */
public final class FormView {
    private static final int PLACEHOLDER = 150;

    private FormView() {}

    public static View of(Form form, String metadata) {
        return modal(form.title(), metadata)
                .callbackId(ActionIds.FORM + form.verb())
                .submit(ViewSubmit.builder()
                        .type("plain_text")
                        .text(word(form.submit(), "Send"))
                        .build())
                .close(close("Cancel"))
                .blocks(form.inputs().stream().map(FormView::input).toList())
                .build();
    }

    /** What opens at once, before it is known what the form holds. */
    public static View oneMoment(String metadata) {
        var words = BlockLimits.plain("One moment…", PLACEHOLDER, "…");
        return modal("Arke", metadata)
                .callbackId(ActionIds.FORM)
                .close(close("Close"))
                .blocks(List.of(SectionBlock.builder().text(words).build()))
                .build();
    }

    /** An answer, where a form had been expected. */
    public static View answer(Card card, String metadata) {
        return modal("Arke", metadata)
                .callbackId(ActionIds.FORM)
                .close(close("Close"))
                .blocks(CardBlocks.quiet().blocks(card, Optional.empty(), new ButtonRow(), BlockLimits.VIEW_BLOCKS))
                .build();
    }

    private static View.ViewBuilder modal(String title, String metadata) {
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(word(title, "Arke"))
                        .build())
                .privateMetadata(metadata);
    }

    private static ViewClose close(String word) {
        return ViewClose.builder().type("plain_text").text(word).build();
    }

    private static String word(String text, String otherwise) {
        return BlockLimits.plain(text, BlockLimits.MODAL_WORD, otherwise).getText();
    }

    private static LayoutBlock input(Input input) {
        // A menu with nothing in it is refused; it is said instead that there is nothing to choose.
        if (input instanceof Input.ChoiceInput choice
                && options("", choice.choices()).isEmpty())
            return ContextBlock.builder()
                    .elements(List.of(BlockLimits.plain(
                            input.label() + ": there is nothing to choose from.", BlockLimits.INPUT_LABEL, "…")))
                    .build();
        return InputBlock.builder()
                .blockId(input.name())
                .label(BlockLimits.plain(input.label(), BlockLimits.INPUT_LABEL, input.name()))
                .optional(!input.required())
                .element(
                        switch (input) {
                            case Input.TextInput text -> text(text);
                            case Input.ChoiceInput choice -> choice(choice);
                        })
                .build();
    }

    private static BlockElement text(Input.TextInput input) {
        int longest = Math.clamp(input.maximum(), 1, BlockLimits.INPUT_TEXT);
        var initial = CleanText.of(input.initial());
        return PlainTextInputElement.builder()
                .actionId(ActionIds.FORM + input.name())
                .multiline(input.multiline())
                .maxLength(longest)
                .initialValue(initial.isEmpty() ? null : BlockLimits.head(initial, longest))
                .build();
    }

    private static BlockElement choice(Input.ChoiceInput input) {
        var id = ActionIds.FORM + input.name();
        var placeholder = BlockLimits.plain("Choose", PLACEHOLDER, "…");
        var initial = input.choices().stream()
                .filter(choice -> choice.value().equals(input.initial()) && isOption(choice))
                .findFirst()
                .map(FormView::option)
                .orElse(null);
        if (isSearched(input))
            return ExternalSelectElement.builder()
                    .actionId(id)
                    .placeholder(placeholder)
                    .minQueryLength(0)
                    .initialOption(initial)
                    .build();
        return StaticSelectElement.builder()
                .actionId(id)
                .placeholder(placeholder)
                .options(options("", input.choices()))
                .initialOption(initial)
                .build();
    }

    /** Whether its choices are too many for a menu, so that Slack asks for those that fit what is typed. */
    public static boolean isSearched(Input.ChoiceInput input) {
        return input.choices().size() > BlockLimits.SELECT_OPTIONS;
    }

    /** The choices that hold what was typed, in their value or their words, as many as Slack takes. */
    public static List<OptionObject> options(String typed, List<Choice> choices) {
        var sought = CleanText.line(typed).toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> Stream.of(choice.value(), choice.label())
                        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(sought)))
                .filter(FormView::isOption)
                .limit(BlockLimits.SELECT_OPTIONS)
                .map(FormView::option)
                .toList();
    }

    private static boolean isOption(Choice choice) {
        return !choice.value().isEmpty() && choice.value().length() <= BlockLimits.OPTION_VALUE;
    }

    private static OptionObject option(Choice choice) {
        return OptionObject.builder()
                .text(BlockLimits.plain(choice.label(), BlockLimits.BUTTON_LABEL, choice.value()))
                .value(choice.value())
                .build();
    }
}

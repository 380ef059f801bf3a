package dev.arke.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.arke.card.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The buttons of one message. A line too long for Slack has no button: cut, it would be another line. */
final class ButtonRow {
    private static final Pattern OF_INCIDENT = Pattern.compile("[a-z]+ #?(\\d{1,12})(?: .*)?");

    private int count;

    List<LayoutBlock> draw(List<Button> buttons, List<Button> more, Optional<String> share) {
        var elements = new ArrayList<BlockElement>();
        buttons.stream().filter(ButtonRow::fits).map(this::button).forEach(elements::add);
        // A menu asks once for all that is in it, so what wants to be confirmed stands by itself.
        more.stream()
                .filter(button -> fits(button) && !fitsMenu(button))
                .map(this::button)
                .forEach(elements::add);
        share.filter(line -> line.length() <= BlockLimits.BUTTON_VALUE)
                .map(this::shareButton)
                .ifPresent(elements::add);
        chunks(more.stream().filter(ButtonRow::fitsMenu).toList(), BlockLimits.OVERFLOW_OPTIONS)
                .forEach(some -> elements.add(menu(some)));
        var rows = new ArrayList<LayoutBlock>();
        for (var row : chunks(elements, BlockLimits.ACTIONS))
            rows.add(ActionsBlock.builder().elements(row).build());
        return rows;
    }

    private static boolean fits(Button button) {
        return button.line().length() <= BlockLimits.BUTTON_VALUE
                && !button.label().isBlank();
    }

    private static boolean fitsMenu(Button button) {
        return fits(button)
                && button.confirm().isEmpty()
                && !button.line().isEmpty()
                && button.line().length() <= BlockLimits.OPTION_VALUE;
    }

    private ButtonElement button(Button button) {
        return ButtonElement.builder()
                .actionId(ActionIds.RUN + ++count)
                .text(BlockLimits.plain(button.label(), BlockLimits.BUTTON_LABEL, "…"))
                .value(button.line())
                .style(style(button.style()))
                .accessibilityLabel(spoken(button))
                .confirm(button.confirm()
                        .map(question -> confirm(question, button))
                        .orElse(null))
                .build();
    }

    private static @Nullable String style(Button.Style style) {
        return switch (style) {
            case PLAIN -> null;
            case PRIMARY -> "primary";
            case DANGER -> "danger";
        };
    }

    /** What a screen reader says: the label alone does not tell which incident it is about. */
    private static String spoken(Button button) {
        var line = OF_INCIDENT.matcher(button.line());
        var label = line.matches() && !button.label().contains(line.group(1))
                ? button.label() + ", incident " + line.group(1)
                : button.label();
        return BlockLimits.plain(label, BlockLimits.BUTTON_LABEL, "…").getText();
    }

    private static ConfirmationDialogObject confirm(String question, Button button) {
        return ConfirmationDialogObject.builder()
                .title(BlockLimits.plain("Are you sure?", BlockLimits.CONFIRM_TEXT, "…"))
                .text(BlockLimits.plain(question, BlockLimits.CONFIRM_TEXT, "Are you sure?"))
                .confirm(BlockLimits.plain(button.label(), BlockLimits.CONFIRM_BUTTON, "Yes"))
                .deny(BlockLimits.plain("Cancel", BlockLimits.CONFIRM_BUTTON, "…"))
                .style(button.style() == Button.Style.DANGER ? "danger" : null)
                .build();
    }

    private ButtonElement shareButton(String line) {
        return ButtonElement.builder()
                .actionId(ActionIds.SHARE + ++count)
                .text(BlockLimits.plain("Share", BlockLimits.BUTTON_LABEL, "…"))
                .value(line)
                .accessibilityLabel("Share this answer with the channel")
                .build();
    }

    private OverflowMenuElement menu(List<Button> buttons) {
        return OverflowMenuElement.builder()
                .actionId(ActionIds.RUN + ++count)
                .options(buttons.stream()
                        .map(button -> OptionObject.builder()
                                .text(BlockLimits.plain(button.label(), BlockLimits.BUTTON_LABEL, "…"))
                                .value(button.line())
                                .build())
                        .toList())
                .build();
    }

    static <T> List<List<T>> chunks(List<T> list, int size) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += size)
            chunks.add(list.subList(from, Math.min(list.size(), from + size)));
        return chunks;
    }
}

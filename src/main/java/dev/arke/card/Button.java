package dev.arke.card;

import java.util.Optional;

/**
 * A button. {@code line} is the command it stands for, without the root command ("ack 1042"): a click runs it through
 * the same parser and the same rights as if the person had typed it, so its value is a hint and never a right.
 */
public record Button(String label, String line, Style style, Optional<String> confirm) {
    public Button {
        label = ReadingOrder.kept(label);
        confirm = confirm.map(ReadingOrder::kept);
    }

    /** How a button looks. */
    public enum Style {
        PLAIN,
        PRIMARY,
        DANGER
    }

    public static Button of(String label, String line) {
        return new Button(label, line, Style.PLAIN, Optional.empty());
    }

    public static Button primary(String label, String line) {
        return new Button(label, line, Style.PRIMARY, Optional.empty());
    }

    public static Button danger(String label, String line, String confirm) {
        return new Button(label, line, Style.DANGER, Optional.of(confirm));
    }
}

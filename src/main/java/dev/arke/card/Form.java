package dev.arke.card;

import java.util.List;
import java.util.Optional;

/**
 * A form that asks for what a verb needs. Adapters draw it (modal, dialog, page) and hand the values back under the
 * inputs' names to the verb's handler, which answers with errors by input name or runs the command.
 */
public record Form(String verb, String title, String submit, List<Input> inputs) {
    public Form {
        inputs = List.copyOf(inputs);
    }

    /** One thing asked; {@code initial} may be empty. */
    public sealed interface Input {
        String name();

        String label();

        boolean required();

        String initial();

        /** Free text, one line or several; at most {@code maximum} characters. */
        record TextInput(String name, String label, boolean required, String initial, boolean multiline, int maximum)
                implements Input {}

        /** One of a few fixed choices. */
        record ChoiceInput(String name, String label, boolean required, String initial, List<Choice> choices)
                implements Input {
            public ChoiceInput {
                choices = List.copyOf(choices);
            }
        }
    }

    /** A value with the words for it. */
    public record Choice(String value, String label) {}

    /** The input of this name. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }
}

package dev.arke.dialogue;

import dev.arke.card.Form;
import dev.arke.chat.Command;
import dev.arke.chat.Verb;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The form of one verb: asks for what the line did not say, and makes a command of what was filled in. */
record VerbForm(
        Verb verb, String title, String submit, Questions questions, Function<Filling, Supplier<Command>> answers) {
    /** What is asked for. {@code given} is what was said already, as {@link dev.arke.chat.Parsed.FormWanted} has it. */
    interface Questions {
        List<Form.Input> of(Asked asked, Map<String, String> given);
    }

    Form open(Asked asked, Map<String, String> given) {
        return new Form(verb.word(), title, submit, questions.of(asked, given));
    }

    Filled read(Asked asked, Map<String, String> values) {
        var filling = new Filling(asked, values);
        var command = answers.apply(filling);
        return filling.understood(command);
    }

    /** What was filled in. */
    sealed interface Filled {
        record Understood(Command command) implements Filled {}

        /** Sentences by the names of the inputs they are about. */
        record Mistaken(Map<String, String> errors) implements Filled {
            public Mistaken {
                errors = Map.copyOf(errors);
            }
        }
    }
}

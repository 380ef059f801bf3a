package dev.arke.dialogue;

import dev.arke.card.Form;
import dev.arke.chat.Command;
import java.util.Map;

/** The form of one verb: asks for what the line did not say, and makes a command of what was filled in. */
interface VerbForm {
    /** {@code given} is what was said already, as {@link dev.arke.chat.Parsed.FormWanted} has it. */
    Form open(Asked asked, Map<String, String> given);

    Filled read(Asked asked, Map<String, String> values);

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

package dev.arke.dialogue;

import dev.arke.card.Reply;
import java.util.Map;

/** What came of a form. */
public sealed interface Submitted {
    /** It was run. */
    record Done(Reply reply) implements Submitted {}

    /** Nothing was done; the form stays open with these sentences at the inputs of these names. */
    record Invalid(Map<String, String> errors) implements Submitted {
        public Invalid {
            errors = Map.copyOf(errors);
        }
    }
}

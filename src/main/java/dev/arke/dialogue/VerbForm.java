package dev.arke.dialogue;

import dev.arke.card.Form;
import dev.arke.chat.Command;
import dev.arke.chat.Parsed.FormWanted;
import dev.arke.chat.Verb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A form of one verb: asks for what the line did not say, and makes a command of what was filled in. {@code deed} tells the
 * forms of one verb apart; that of the plain word has none. {@code words} begin the keys of its title and its button.
 */
record VerbForm(
        Verb verb, String deed, String words, Questions questions, Function<Filling, Supplier<Command>> answers) {
    VerbForm(Verb verb, String words, Questions questions, Function<Filling, Supplier<Command>> answers) {
        this(verb, "", words, questions, answers);
    }

    /** What chats know it by, also in an address. */
    String name() {
        return deed.isEmpty() ? verb.word() : verb.word() + "-" + deed;
    }

    /** As a line asks for it that has said this. */
    FormWanted wanted(Map<String, String> given) {
        if (deed.isEmpty()) return new FormWanted(verb, given);
        var all = new HashMap<>(given);
        all.put(FormWanted.DEED, deed);
        return new FormWanted(verb, all);
    }

    /** What is asked for. {@code given} is what was said already, as {@link dev.arke.chat.Parsed.FormWanted} has it. */
    interface Questions {
        List<Form.Input> of(Asked asked, Map<String, String> given);
    }

    Form open(Asked asked, Map<String, String> given) {
        return of(asked, questions.of(asked, given));
    }

    Form of(Asked asked, List<Form.Input> inputs) {
        var say = asked.forms();
        return new Form(name(), say.say(words + ".title"), say.say(words + ".submit"), inputs);
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

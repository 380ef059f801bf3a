package dev.arke.dialogue;

import dev.arke.chat.Command;
import dev.arke.chat.Verb;
import java.util.List;

/** Whom to ask about which incident, and what. */
final class AskForm {
    private AskForm() {}

    static VerbForm form() {
        return new VerbForm(
                Verb.ASK,
                "ask",
                (asked, given) -> List.of(
                        Inputs.incident(asked, given),
                        Inputs.target(
                                asked,
                                asked.forms().say("add.whom"),
                                Filling.givenTarget(asked, given, FindPeople.KINDS),
                                List.of(Named.Kind.PERSON, Named.Kind.TEAM)),
                        Inputs.text(Filling.TEXT, asked.forms().say("ask.question"), true, given)),
                filling -> {
                    var incident = filling.incident();
                    var who = filling.target(FindPeople.KINDS);
                    var question = filling.text("ask.missing");
                    return () -> new Command.Ask(incident, who, question);
                });
    }
}

package dev.arke.dialogue;

import dev.arke.chat.Command;
import dev.arke.chat.Verb;
import java.util.List;
import java.util.Optional;

/** From which day to which, and whose. */
final class VacationForm {
    private VacationForm() {}

    static VerbForm form() {
        return new VerbForm(
                Verb.VACATION,
                "vacation",
                (asked, given) -> List.of(
                        Inputs.line(Filling.FROM, asked.forms().say("vacation.first"), true, ""),
                        Inputs.line(Filling.TO, asked.forms().say("vacation.last"), true, ""),
                        Inputs.person(
                                asked,
                                Filling.TARGET,
                                asked.forms().say("who"),
                                asked.me().map(me -> me.name()).orElse(""))),
                filling -> {
                    var days = filling.days();
                    var who = filling.person(Filling.TARGET);
                    return () -> new Command.Vacation(
                            days.orElseThrow().first(), days.orElseThrow().last(), Optional.of(who));
                });
    }
}

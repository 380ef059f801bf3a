package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.card.Form.Input;
import dev.arke.chat.Command;
import dev.arke.chat.Command.EditShift.Edit;
import dev.arke.chat.Reference;
import dev.arke.chat.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The forms of a shift that is made by hand, and of some that are linked. */
final class ShiftForm {
    private ShiftForm() {}

    static VerbForm form() {
        return new VerbForm(Verb.SHIFTS, "shift", ShiftForm::questions, filling -> command(filling, Edit.ADD));
    }

    static VerbForm link() {
        return new VerbForm(
                Verb.SHIFTS,
                Edit.LINK.word(),
                "shift.link",
                ShiftForm::questions,
                filling -> command(filling, Edit.LINK));
    }

    private static List<Input> questions(Asked asked, Map<String, String> given) {
        var inputs = new ArrayList<Input>();
        inputs.add(
                Inputs.person(asked, Filling.TARGET, asked.forms().say("who"), given.getOrDefault(Filling.TARGET, "")));
        inputs.add(Inputs.line(Filling.DUTY, asked.forms().say("role"), true, Role.Duty.PRIMARY.word()));
        inputs.add(Inputs.line(Filling.FROM, asked.forms().say("from"), true, ""));
        inputs.add(Inputs.line(Filling.TO, asked.forms().say("to"), true, ""));
        Inputs.team(asked).ifPresent(inputs::add);
        return inputs;
    }

    private static Supplier<Command> command(Filling filling, Edit deed) {
        var who = filling.person(Filling.TARGET);
        var period = filling.period();
        var duty = Role.parse(filling.value(Filling.DUTY))
                .filter(Role.Duty.class::isInstance)
                .map(Role.Duty.class::cast);
        if (duty.isEmpty()) filling.mistake(Filling.DUTY, "role.missing");
        var team = Optional.of(filling.value(Filling.TEAM))
                .filter(one -> !one.isEmpty())
                .<Reference>map(Reference.Name::new);
        return () -> new Command.EditShift(
                deed,
                who,
                new Command.Of(team, duty),
                Optional.empty(),
                period.map(Command.Cover::from),
                period.map(Command.Cover::to),
                Optional.empty(),
                false,
                false);
    }
}

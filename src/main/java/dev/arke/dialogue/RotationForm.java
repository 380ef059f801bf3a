package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.calendar.Strategy;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.chat.Command;
import dev.arke.chat.Reference;
import dev.arke.chat.RotationPhrase;
import dev.arke.chat.Verb;
import dev.arke.responder.Roster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The form of a rotation: what is filled in is shown with its next two weeks before it is saved. */
final class RotationForm {
    private static final List<String> FIELDS =
            List.of("role", "roster", "every", "starting", "during", "zone", "strategy", "active");

    private RotationForm() {}

    static VerbForm form() {
        return new VerbForm(Verb.ROTATION, "rotation", RotationForm::questions, RotationForm::command);
    }

    private static List<Input> questions(Asked asked, Map<String, String> given) {
        var say = asked.forms();
        var inputs = new ArrayList<Input>();
        inputs.add(Inputs.line(Filling.TARGET, say.say("rotation.name"), true, given.getOrDefault(Filling.TARGET, "")));
        inputs.add(Inputs.line("role", say.say("role"), true, given.getOrDefault("role", Role.Duty.PRIMARY.word())));
        var rosters = asked.teams().stream()
                .flatMap(team -> team.rosters().stream())
                .map(Roster::name)
                .distinct()
                .map(name -> new Choice(name, name))
                .toList();
        inputs.add(Inputs.fitting("roster", say.say("roster"), given.getOrDefault("roster", ""), rosters));
        inputs.add(Inputs.line("every", say.say("rotation.every"), true, given.getOrDefault("every", "1w")));
        inputs.add(Inputs.line("starting", say.say("rotation.starting"), true, given.getOrDefault("starting", "")));
        inputs.add(Inputs.line("during", say.say("rotation.during"), true, given.getOrDefault("during", "always")));
        var zone = asked.teams().stream()
                .findFirst()
                .map(team -> team.zone().getId())
                .orElse("UTC");
        inputs.add(Inputs.line("zone", say.say("rotation.zone"), true, given.getOrDefault("zone", zone)));
        inputs.add(new Input.ChoiceInput(
                "strategy",
                say.say("rotation.strategy"),
                true,
                given.getOrDefault("strategy", Strategy.ROUND_ROBIN.word()),
                Stream.of(Strategy.values())
                        .map(one -> new Choice(one.word(), one.word()))
                        .toList()));
        inputs.add(Inputs.line("active", say.say("rotation.active"), true, given.getOrDefault("active", "always")));
        Inputs.team(asked).ifPresent(inputs::add);
        return inputs;
    }

    private static Supplier<Command> command(Filling filling) {
        var name = filling.value(Filling.TARGET);
        if (name.isEmpty() || name.length() > 64) filling.mistake(Filling.TARGET, "rotation.name.missing");
        var said = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> said.put(field, filling.value(field)));
        var team = Optional.of(filling.value(Filling.TEAM))
                .filter(one -> !one.isEmpty())
                .<Reference>map(Reference.Name::new);
        return switch (RotationPhrase.read(said)) {
            case RotationPhrase.Read.Wrong(var byField) -> {
                byField.forEach((field, wrong) -> filling.mistake(
                        field, "sentence", wrong.in(filling.asked().grammar())));
                yield Command.Overview::new;
            }
            case RotationPhrase.Read.Change(var change) ->
                () -> new Command.ChangeRotation(name, change, team, true, true);
        };
    }
}

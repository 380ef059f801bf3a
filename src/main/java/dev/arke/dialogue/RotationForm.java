package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.calendar.Strategy;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.chat.Command;
import dev.arke.chat.GrammarPhrases;
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
        return new VerbForm(Verb.ROTATION, "A rotation", "Show me", RotationForm::questions, RotationForm::command);
    }

    private static List<Input> questions(Asked asked, Map<String, String> given) {
        var inputs = new ArrayList<Input>();
        inputs.add(Inputs.line(Filling.TARGET, "Name", true, given.getOrDefault(Filling.TARGET, "")));
        inputs.add(Inputs.line("role", "Role", true, given.getOrDefault("role", Role.Duty.PRIMARY.word())));
        var rosters = asked.teams().stream()
                .flatMap(team -> team.rosters().stream())
                .map(Roster::name)
                .distinct()
                .map(name -> new Choice(name, name))
                .toList();
        inputs.add(Inputs.fitting("roster", "Roster", given.getOrDefault("roster", ""), rosters));
        inputs.add(Inputs.line(
                "every", "Every (12h, 1w, or a pattern like 4d, 3d)", true, given.getOrDefault("every", "1w")));
        inputs.add(
                Inputs.line("starting", "First handoff (2027-03-01T09:00)", true, given.getOrDefault("starting", "")));
        inputs.add(Inputs.line(
                "during", "During (always, or mon-fri 20:00-08:00)", true, given.getOrDefault("during", "always")));
        var zone = asked.teams().stream()
                .findFirst()
                .map(team -> team.zone().getId())
                .orElse("UTC");
        inputs.add(Inputs.line("zone", "Time zone", true, given.getOrDefault("zone", zone)));
        inputs.add(new Input.ChoiceInput(
                "strategy",
                "Who is next",
                true,
                given.getOrDefault("strategy", Strategy.ROUND_ROBIN.word()),
                Stream.of(Strategy.values())
                        .map(one -> new Choice(one.word(), one.word()))
                        .toList()));
        inputs.add(Inputs.line(
                "active",
                "Active (always, or from 2027-03-01 until 2027-09-01)",
                true,
                given.getOrDefault("active", "always")));
        Inputs.team(asked).ifPresent(inputs::add);
        return inputs;
    }

    private static Supplier<Command> command(Filling filling) {
        var name = filling.value(Filling.TARGET);
        if (name.isEmpty() || name.length() > 64)
            filling.mistake(Filling.TARGET, "Write a name of up to 64 characters.");
        var said = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> said.put(field, filling.value(field)));
        var team = Optional.of(filling.value(Filling.TEAM))
                .filter(one -> !one.isEmpty())
                .<Reference>map(Reference.Name::new);
        return switch (RotationPhrase.read(said)) {
            case RotationPhrase.Read.Wrong(var byField) -> {
                byField.forEach((field, wrong) -> filling.mistake(field, wrong.in(GrammarPhrases.ENGLISH) + "."));
                yield Command.Overview::new;
            }
            case RotationPhrase.Read.Change(var change) ->
                () -> new Command.ChangeRotation(name, change, team, true, true);
        };
    }
}

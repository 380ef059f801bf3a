package dev.arke.dialogue;

import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.chat.Command;
import dev.arke.chat.Command.ChangeRoster.Deed;
import dev.arke.chat.Reference;
import dev.arke.chat.Verb;
import dev.arke.responder.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The form of a roster: who, and what becomes of them. */
final class RosterForm {
    private static final String ROSTER = "roster";

    private RosterForm() {}

    static VerbForm form() {
        return new VerbForm(Verb.ROSTER, "roster", RosterForm::questions, RosterForm::command);
    }

    private static List<Input> questions(Asked asked, Map<String, String> given) {
        var say = asked.forms();
        var inputs = new ArrayList<Input>();
        inputs.add(new Input.ChoiceInput(
                Filling.TEXT,
                say.say("roster.what"),
                true,
                Optional.of(given.getOrDefault(Filling.TEXT, ""))
                        .filter(word -> !word.isEmpty())
                        .orElse(Deed.OUT.word()),
                Stream.of(
                                new Choice(Deed.OUT.word(), say.say("roster.out")),
                                new Choice(Deed.IN.word(), say.say("roster.in")),
                                new Choice(Deed.ADD.word(), say.say("roster.add")),
                                new Choice(Deed.MOVE.word(), say.say("roster.move")),
                                new Choice(Deed.REMOVE.word(), say.say("roster.remove")))
                        .toList()));
        inputs.add(Inputs.person(asked, Filling.TARGET, say.say("who"), ""));
        var rosters = asked.teams().stream()
                .flatMap(team -> team.rosters().stream())
                .map(Roster::name)
                .distinct()
                .map(name -> new Choice(name, name))
                .toList();
        inputs.add(Inputs.fitting(ROSTER, say.say("roster"), "", rosters));
        Inputs.team(asked).ifPresent(inputs::add);
        return inputs;
    }

    private static Supplier<Command> command(Filling filling) {
        var who = filling.person(Filling.TARGET);
        var word = filling.value(Filling.TEXT);
        var deed = Stream.of(Deed.values())
                .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (deed.isEmpty()) filling.mistake(Filling.TEXT, "roster.what.missing");
        var roster = filling.value(ROSTER);
        if (roster.isEmpty()) filling.mistake(ROSTER, "roster.missing");
        var team = Optional.of(filling.value(Filling.TEAM))
                .filter(one -> !one.isEmpty())
                .<Reference>map(Reference.Name::new);
        return () -> new Command.ChangeRoster(
                deed.orElseThrow(), who, deed.get() == Deed.MOVE ? 1 : 0, Optional.of(roster), team, false);
    }
}

package dev.arke.dialogue;

import dev.arke.alert.CleanText;
import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.PlainText;
import dev.arke.incident.Incident;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inputs that several forms have. */
final class Inputs {
    private static final int MOST_NUMBERS = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 2000;

    private Inputs() {}

    /** Their numbers: those that were said, the thread's, or the only one that is open here; of several it tells which. */
    static Input incidents(Asked asked, Map<String, String> given) {
        var open = asked.around().open();
        var initial = given.getOrDefault(
                Filling.INCIDENTS,
                asked.around()
                        .thread()
                        .or(() -> open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty())
                        .map(one -> String.valueOf(one.number()))
                        .orElse(""));
        var say = asked.forms();
        var label =
                initial.isEmpty() && !open.isEmpty() ? say.say("incidents.open", numbers(open)) : say.say("incidents");
        return new Input.TextInput(Filling.INCIDENTS, label, true, initial, false, LONGEST_NAME);
    }

    private static String numbers(List<Incident> open) {
        return open.stream()
                        .limit(MOST_NUMBERS)
                        .map(one -> String.valueOf(one.number()))
                        .collect(Collectors.joining(", "))
                + (open.size() > MOST_NUMBERS ? ", …" : "");
    }

    /** The number of one incident. */
    static Input incident(Asked asked, Map<String, String> given) {
        var initial = incidents(asked, given).initial();
        return new Input.TextInput(
                Filling.INCIDENTS, asked.forms().say("incident"), true, initial, false, LONGEST_NAME);
    }

    /** Shifts to choose from, each in few words in the zone of the one who asks. */
    static Input shifts(Asked asked, String name, String label, String initial, List<Choice> choices) {
        return new Input.ChoiceInput(
                name,
                asked.forms().say("shifts.zone", label, asked.asker().zone().getId()),
                true,
                choices.stream()
                        .map(Choice::value)
                        .filter(initial::equals)
                        .findFirst()
                        .orElse(choices.isEmpty() ? "" : choices.getFirst().value()),
                choices);
    }

    static Input priority(Asked asked, String label, Map<String, String> given) {
        return new Input.ChoiceInput(
                Filling.PRIORITY,
                label,
                true,
                given.getOrDefault(Filling.PRIORITY, Priority.HIGH.word()),
                Stream.of(Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW)
                        .map(priority -> new Choice(priority.word(), capital(PlainText.of(asked.priority(priority)))))
                        .toList());
    }

    static Input line(String name, String label, boolean required, String initial) {
        return new Input.TextInput(name, label, required, CleanText.cut(initial, LONGEST_LINE), false, LONGEST_LINE);
    }

    static Input text(String name, String label, boolean required, Map<String, String> given) {
        var initial = CleanText.cut(given.getOrDefault(name, ""), LONGEST_TEXT);
        return new Input.TextInput(name, label, required, initial, true, LONGEST_TEXT);
    }

    /** Names of these kinds to choose from, those of this place first; typed where what was said is none of them. */
    static Input target(Asked asked, String label, String initial, List<Named.Kind> kinds) {
        return named(asked, Filling.TARGET, label, initial, kinds);
    }

    /** The name of somebody. */
    static Input person(Asked asked, String name, String label, String initial) {
        return named(asked, name, label, initial, List.of(Named.Kind.PERSON));
    }

    private static Input named(Asked asked, String name, String label, String initial, List<Named.Kind> kinds) {
        var choices = new ArrayList<Choice>();
        var values = new HashSet<String>();
        for (var kind : kinds)
            for (var choice : choices(asked, kind)) if (values.add(choice.value())) choices.add(choice);
        return fitting(name, label, initial, choices);
    }

    /** A choice where there are not too many and the initial value is among them; else to be typed. */
    static Input fitting(String name, String label, String initial, List<Choice> choices) {
        boolean fits = !choices.isEmpty()
                && (initial.isEmpty() || choices.stream().map(Choice::value).anyMatch(initial::equals));
        return fits
                ? new Input.ChoiceInput(
                        name,
                        label,
                        true,
                        initial.isEmpty() ? choices.getFirst().value() : initial,
                        choices)
                : new Input.TextInput(name, label, true, initial, false, LONGEST_NAME);
    }

    /** The team, asked only where the place does not say it. */
    static Optional<Input> team(Asked asked) {
        var teams = asked.teams().isEmpty() ? asked.directory().teams() : asked.teams();
        if (teams.size() < 2) return Optional.empty();
        var choices = teams.stream()
                .map(Team::name)
                .map(name -> new Choice(name, name))
                .toList();
        return Optional.of(new Input.ChoiceInput(
                Filling.TEAM,
                asked.forms().say("team"),
                true,
                choices.getFirst().value(),
                choices));
    }

    private static List<Choice> choices(Asked asked, Named.Kind kind) {
        var directory = asked.directory();
        return switch (kind) {
            case PERSON ->
                Stream.concat(
                                directory.responders().stream().filter(person -> isHere(asked, person)),
                                directory.responders().stream().filter(person -> !isHere(asked, person)))
                        .map(person -> new Choice(person.name(), person.fullName() + " (" + person.name() + ")"))
                        .toList();
            case TEAM ->
                directory.teams().stream()
                        .map(Team::name)
                        .map(name -> new Choice(name, asked.forms().say("target.team", name)))
                        .toList();
            case SERVICE ->
                directory.services().stream()
                        .map(Service::name)
                        .map(name -> new Choice(name, asked.forms().say("target.service", name)))
                        .toList();
        };
    }

    private static boolean isHere(Asked asked, Responder person) {
        return asked.teams().stream().anyMatch(team -> team.members().contains(person.id()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

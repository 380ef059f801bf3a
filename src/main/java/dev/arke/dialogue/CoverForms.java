package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.chat.Command;
import dev.arke.chat.Reference;
import dev.arke.chat.Verb;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The forms of override and cover: who, in whose place, from when to when, in which duty of which team. */
final class CoverForms {
    private static final List<Named.Kind> PERSON = List.of(Named.Kind.PERSON);

    private static final String ANYBODY = "anybody";

    private CoverForms() {}

    static VerbForm override() {
        return new VerbForm(
                Verb.OVERRIDE,
                "override",
                (asked, given) -> questions(asked, given, false),
                filling -> command(filling, false));
    }

    static VerbForm cover() {
        return new VerbForm(
                Verb.COVER,
                "cover",
                (asked, given) -> questions(asked, given, true),
                filling -> command(filling, true));
    }

    private static List<Input> questions(Asked asked, Map<String, String> given, boolean forSomebody) {
        var inputs = new ArrayList<Input>();
        var by = Filling.givenTarget(asked, given, PERSON);
        if (by.isEmpty()) by = asked.me().map(Responder::name).orElse("");
        inputs.add(
                forSomebody
                        ? orAnybody(asked, by)
                        : Inputs.target(asked, asked.forms().say("cover.who"), by, PERSON));
        if (forSomebody) {
            var whom = Filling.givenPerson(asked, given);
            inputs.add(Inputs.person(
                    asked,
                    Filling.INSTEAD_OF,
                    asked.forms().say("cover.whom"),
                    whom.isEmpty() ? other(asked, by) : whom));
        }
        inputs.add(Inputs.line(Filling.FROM, asked.forms().say("from"), true, "now"));
        inputs.add(Inputs.line(Filling.TO, asked.forms().say("to"), true, "4h"));
        inputs.add(new Input.ChoiceInput(
                Filling.DUTY,
                asked.forms().say("duty"),
                true,
                Role.Duty.PRIMARY.word(),
                Stream.of(Role.Duty.PRIMARY, Role.Duty.SECONDARY, Role.Duty.SHADOW, Role.Duty.MANAGER)
                        .map(duty -> new Choice(duty.word(), duty.word()))
                        .toList()));
        Inputs.team(asked).ifPresent(inputs::add);
        return inputs;
    }

    /** Whoever is free may be asked instead of one person. */
    private static Input orAnybody(Asked asked, String by) {
        boolean isAnybody = by.equals(ANYBODY);
        var who = Inputs.target(asked, asked.forms().say("cover.who"), isAnybody ? "" : by, PERSON);
        if (!(who instanceof Input.ChoiceInput people)) return who;
        var choices = new ArrayList<>(people.choices());
        choices.add(new Choice(ANYBODY, asked.forms().say("cover.anybody")));
        return new Input.ChoiceInput(
                people.name(), people.label(), true, isAnybody ? ANYBODY : people.initial(), choices);
    }

    /** Somebody else of the teams here: nobody stands in for themselves. */
    private static String other(Asked asked, String name) {
        return asked.teams().stream()
                .flatMap(team -> team.members().stream())
                .map(asked.directory()::responder)
                .filter(Responder::active)
                .map(Responder::name)
                .filter(other -> !other.equals(name))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static Supplier<Command> command(Filling filling, boolean forSomebody) {
        var by = forSomebody && filling.value(Filling.TARGET).equals(ANYBODY)
                ? new Reference.Name(ANYBODY)
                : filling.target(PERSON);
        var insteadOf = forSomebody ? Optional.of(filling.person(Filling.INSTEAD_OF)) : Optional.<Reference>empty();
        insteadOf.filter(by::equals).ifPresent(same -> filling.mistake(Filling.INSTEAD_OF, "cover.oneself"));
        var period = filling.period();
        var duty = Role.parse(filling.value(Filling.DUTY))
                .filter(Role.Duty.class::isInstance)
                .map(Role.Duty.class::cast);
        var team = Optional.of(filling.value(Filling.TEAM))
                .filter(name -> !name.isEmpty())
                .<Reference>map(Reference.Name::new);
        return () -> new Command.Cover(
                by,
                insteadOf,
                period.orElseThrow().from(),
                period.orElseThrow().to(),
                false,
                new Command.Of(team, duty),
                false);
    }
}

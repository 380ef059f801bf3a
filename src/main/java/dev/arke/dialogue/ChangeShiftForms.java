package dev.arke.dialogue;

import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.Reply;
import dev.arke.chat.Command.EditShift;
import dev.arke.chat.Command.EditShift.Edit;
import dev.arke.chat.Command.Of;
import dev.arke.chat.Reference;
import dev.arke.chat.Verb;
import dev.arke.chat.ZonedWords;
import dev.arke.engine.calendar.FindTurns;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that move the time of a shift and that take one away: it is chosen, not typed. */
final class ChangeShiftForms {
    private static final String SHIFT = "shift";
    private static final String ALONE = "alone";

    private final FindTurns turns;

    ChangeShiftForms(FindTurns turns) {
        this.turns = turns;
    }

    VerbForm edit() {
        return new VerbForm(
                Verb.SHIFTS,
                Edit.EDIT.word(),
                "shift.edit",
                (asked, given) -> List.of(
                        which(asked),
                        Inputs.line(Filling.FROM, asked.forms().say("shift.from"), false, ""),
                        Inputs.line(Filling.TO, asked.forms().say("shift.to"), false, ""),
                        linked(asked),
                        why(asked)),
                filling -> {
                    var shift = chosen(filling);
                    var time = shift.flatMap(one -> filling.newTime(one.interval()));
                    var keepsBegin = filling.value(Filling.FROM).isEmpty();
                    return () -> command(
                            filling,
                            Edit.EDIT,
                            shift.orElseThrow(),
                            time.flatMap(EditShift::from).filter(from -> !keepsBegin),
                            time.flatMap(EditShift::to));
                });
    }

    VerbForm delete() {
        return new VerbForm(
                Verb.SHIFTS,
                Edit.DELETE.word(),
                "shift.delete",
                (asked, given) -> List.of(which(asked), linked(asked), why(asked)),
                filling -> {
                    var shift = chosen(filling);
                    return () -> command(filling, Edit.DELETE, shift.orElseThrow(), Optional.empty(), Optional.empty());
                });
    }

    VerbForm unlink() {
        return new VerbForm(
                Verb.SHIFTS, Edit.UNLINK.word(), "shift.unlink", (asked, given) -> List.of(which(asked)), filling -> {
                    var shift = chosen(filling);
                    return () -> command(filling, Edit.UNLINK, shift.orElseThrow(), Optional.empty(), Optional.empty());
                });
    }

    /** Where there is none, there is nothing to fill in. */
    Optional<Reply> insteadOfForm(Asked asked) {
        return shifts(asked).isEmpty()
                ? Optional.of(Refusals.problem(asked, asked.forms().say("shift.none"), "shifts add"))
                : Optional.empty();
    }

    private Input which(Asked asked) {
        return Inputs.shifts(
                asked,
                SHIFT,
                asked.forms().say("shift.which"),
                "",
                shifts(asked).stream()
                        .map(shift -> new Choice(shift.id().toString(), words(asked, shift)))
                        .toList());
    }

    private static Input linked(Asked asked) {
        return new Input.ChoiceInput(
                ALONE,
                asked.forms().say("shift.linked"),
                true,
                "together",
                List.of(
                        new Choice("together", asked.forms().say("shift.linked.together")),
                        new Choice(ALONE, asked.forms().say("shift.linked.alone"))));
    }

    private static Input why(Asked asked) {
        return Inputs.text(Filling.TEXT, asked.forms().say("shift.why"), false, Map.of());
    }

    /** Of the teams of this place whose calendar the asker may change; of all such where the place has none. */
    private List<Shift> shifts(Asked asked) {
        var teams = asked.teams().isEmpty() ? asked.directory().teams() : asked.teams();
        return turns.shifts(teams.stream()
                .filter(team -> Standings.refusal(
                                asked.actor(), Optional.of(team.id()), Act.CHANGE_TEAM, asked.directory())
                        .isEmpty())
                .map(Team::id)
                .toList());
    }

    private static String words(Asked asked, Shift shift) {
        var team = asked.directory().team(shift.teamId()).name();
        var say = asked.forms();
        return say.say(
                asked.teams().size() == 1 ? "shift.words" : "shift.words.team",
                ZonedWords.briefly(shift.interval(), say),
                who(asked, shift),
                shift.role().word(),
                team);
    }

    private static String who(Asked asked, Shift shift) {
        return asked.directory().responder(shift.responder().orElseThrow()).name();
    }

    private Optional<Shift> chosen(Filling filling) {
        var shift = shifts(filling.asked()).stream()
                .filter(one -> one.id().toString().equals(filling.value(SHIFT)))
                .findFirst();
        if (shift.isEmpty()) filling.mistake(SHIFT, "shift.gone");
        return shift;
    }

    private static EditShift command(
            Filling filling, Edit deed, Shift shift, Optional<Instant> from, Optional<Instant> to) {
        var asked = filling.asked();
        return new EditShift(
                deed,
                new Reference.Name(who(asked, shift)),
                new Of(
                        Optional.of(new Reference.Name(
                                asked.directory().team(shift.teamId()).name())),
                        Optional.of((Role.Duty) shift.role())),
                Optional.of(shift.interval().start()),
                from,
                to,
                filling.optionalText(),
                filling.value(ALONE).equals(ALONE),
                false);
    }
}

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
                "Move a shift",
                "Move it",
                (asked, given) -> List.of(
                        which(asked),
                        Inputs.line(Filling.FROM, "New begin (fri 18:00; empty: as it is)", false, ""),
                        Inputs.line(Filling.TO, "New end (sat 9am), or how long (4h); empty: as it is", false, ""),
                        linked(),
                        why()),
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
                "Take a shift away",
                "Take it away",
                (asked, given) -> List.of(which(asked), linked(), why()),
                filling -> {
                    var shift = chosen(filling);
                    return () -> command(filling, Edit.DELETE, shift.orElseThrow(), Optional.empty(), Optional.empty());
                });
    }

    VerbForm unlink() {
        return new VerbForm(
                Verb.SHIFTS,
                Edit.UNLINK.word(),
                "Take a link apart",
                "Take it apart",
                (asked, given) -> List.of(which(asked)),
                filling -> {
                    var shift = chosen(filling);
                    return () -> command(filling, Edit.UNLINK, shift.orElseThrow(), Optional.empty(), Optional.empty());
                });
    }

    /** Where there is none, there is nothing to fill in. */
    Optional<Reply> insteadOfForm(Asked asked) {
        return shifts(asked).isEmpty()
                ? Optional.of(Refusals.problem(asked, "There is no shift to come. To make one:", "shifts add"))
                : Optional.empty();
    }

    private Input which(Asked asked) {
        return Inputs.shifts(
                asked,
                SHIFT,
                "Which shift",
                "",
                shifts(asked).stream()
                        .map(shift -> new Choice(shift.id().toString(), words(asked, shift)))
                        .toList());
    }

    private static Input linked() {
        return new Input.ChoiceInput(
                ALONE,
                "What is linked with it",
                true,
                "together",
                List.of(new Choice("together", "Goes with it"), new Choice(ALONE, "Stays as it is")));
    }

    private static Input why() {
        return Inputs.text(Filling.TEXT, "Why (needed where something past changes)", false, Map.of());
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
        return ZonedWords.briefly(shift.interval(), asked.asker().zone()) + ", " + who(asked, shift) + ", "
                + shift.role().word() + (asked.teams().size() == 1 ? "" : " of " + team);
    }

    private static String who(Asked asked, Shift shift) {
        return asked.directory().responder(shift.responder().orElseThrow()).name();
    }

    private Optional<Shift> chosen(Filling filling) {
        var shift = shifts(filling.asked()).stream()
                .filter(one -> one.id().toString().equals(filling.value(SHIFT)))
                .findFirst();
        if (shift.isEmpty()) filling.mistake(SHIFT, "That shift is there no more. Choose another one.");
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

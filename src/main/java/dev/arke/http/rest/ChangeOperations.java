package dev.arke.http.rest;

import dev.arke.calendar.Covering;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.CoverShifts;
import dev.arke.engine.calendar.ImportVacations;
import dev.arke.engine.calendar.UndoChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Overrides, made and taken back. A key does them as an admin of the team would: nobody is asked first. */
final class ChangeOperations {
    private final CalendarUseCases calendar;

    ChangeOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/teams/{team}/overrides",
                        "override",
                        "Somebody covers a part of the calendar.",
                        Bodies.OverrideWanted.class,
                        Answers.Override.class,
                        this::override,
                        Parameter.TEAM),
                Operation.post(
                        "/people/{person}/vacations",
                        "importVacations",
                        "Imports vacations from a calendar file (iCalendar): the same one again changes nothing,"
                                + " another one follows what was moved and what is gone.",
                        Bodies.VacationFile.class,
                        Answers.ImportedVacations.class,
                        this::vacations,
                        Parameter.path("person", String.class, "Whose vacations they are.")),
                Operation.delete(
                        "/changes/{id}",
                        "undoChange",
                        "Takes the last change of this key back, while nobody has changed those shifts since.",
                        Answers.Undone.class,
                        this::undo,
                        Parameter.path("id", String.class, "The change's id.")),
                Operation.delete(
                        "/overrides/{id}",
                        "undoOverride",
                        "Takes the last override of this key back, while nobody has changed those shifts since.",
                        Answers.Undone.class,
                        this::undo,
                        Parameter.path("id", String.class, "The override's id.")));
    }

    private Object override(Call call) {
        var team = call.team();
        var body = call.body(Bodies.OverrideWanted.class);
        var wanted = new Covering.Wanted(
                call.person(body.by()).id(),
                body.insteadOf().map(name -> call.person(name).id()),
                body.role().map(Call::duty),
                body.from(),
                body.to());
        var outcome = calendar.cover()
                .cover(
                        call.by(),
                        new CoverShifts.Request(team.id(), wanted, body.anyway().orElse(false)));
        return switch (outcome) {
            case CoverShifts.Outcome.Done done ->
                new Answers.Override(
                        done.change().token(), done.duty().word(), ShiftPages.shifts(call, done.covered()));
            case CoverShifts.Outcome other -> throw problem(call, other);
        };
    }

    private Object vacations(Call call) {
        var who = call.person(call.path("person"));
        return switch (calendar.imports()
                .file(call.by(), who.id(), call.body(Bodies.VacationFile.class).calendar())) {
            case ImportVacations.Outcome.Done(var done) ->
                new Answers.ImportedVacations(
                        done.read().events().size(),
                        done.diff().added().size(),
                        done.diff().moved().size(),
                        done.diff().removed().size(),
                        done.read().tooShort(),
                        done.read().unread().stream()
                                .map(one -> new Answers.UnreadLine(one.line(), one.why()))
                                .toList());
            case ImportVacations.Outcome.NotRead not ->
                throw RestRefusal.unreadable(
                        "The calendar " + not.why().why() + ".", "Send the text of an iCalendar file as \"calendar\".");
            case ImportVacations.Outcome.InNoTeam ignored ->
                throw RestRefusal.conflict(who.name() + " is in no team.", "Add them to one first.");
            case ImportVacations.Outcome.Refused refused ->
                throw RestRefusal.forbidden(refused.why().sentence());
        };
    }

    private static RestRefusal problem(Call call, CoverShifts.Outcome outcome) {
        return switch (outcome) {
            case CoverShifts.Outcome.NothingToCover nothing ->
                RestRefusal.conflict(
                        nothing.instead().isEmpty()
                                ? "Nobody has that role then."
                                : "That role is then held by "
                                        + nothing.instead().stream()
                                                .flatMap(shift -> shift.responder().stream())
                                                .map(call::nameOf)
                                                .distinct()
                                                .collect(Collectors.joining(", "))
                                        + ".",
                        "Look at the team's shifts for that time.");
            case CoverShifts.Outcome.Doubtful doubtful -> ShiftChanges.clash(call, doubtful.clashes());
            case CoverShifts.Outcome.SayWhichDuty which -> ShiftChanges.whichRole(which.duties());
            case CoverShifts.Outcome.NotInTeam ignored -> ShiftChanges.notInTeam();
            case CoverShifts.Outcome.SamePerson ignored ->
                RestRefusal.unreadable("Nobody stands in for themselves.", "Name two people.");
            case CoverShifts.Outcome.Past ignored ->
                RestRefusal.unreadable("That is past.", "Give a time in the future.");
            case CoverShifts.Outcome.NoLength ignored -> ShiftChanges.order("to", "from");
            case CoverShifts.Outcome.EndsBeforeItStarts ignored -> ShiftChanges.order("to", "from");
            case CoverShifts.Outcome.NotTheirs ignored -> people();
            case CoverShifts.Outcome.Asked ignored -> people();
            case CoverShifts.Outcome.NobodyIsFree ignored -> people();
            case CoverShifts.Outcome.NoRoster ignored -> people();
            case CoverShifts.Outcome.Refused refused ->
                RestRefusal.forbidden(refused.why().sentence());
            case CoverShifts.Outcome.Done done -> throw new IllegalStateException("that is done: " + done.change());
        };
    }

    /** A key does what people are asked for, so that none of these comes of it. */
    private static RestRefusal people() {
        return RestRefusal.conflict("Only people can settle that.", "Let them do it in chat: cover and swap.");
    }

    private Object undo(Call call) {
        var id = call.path("id");
        return switch (calendar.undo().undo(call.by(), Optional.of(id))) {
            case UndoChange.Outcome.Undone undone ->
                new Answers.Undone(undone.change().token());
            case UndoChange.Outcome.Refused refused ->
                throw RestRefusal.forbidden(refused.why().sentence());
            case UndoChange.Outcome.NothingToUndo ignored ->
                throw RestRefusal.unknown("This key has changed nothing.", "Take the id from the override's answer.");
            case UndoChange.Outcome.NotTheLast ignored ->
                throw RestRefusal.conflict(
                        "That is not the last override of this key.", "Cover the shifts anew instead.");
            case UndoChange.Outcome.Already ignored ->
                throw RestRefusal.conflict("That has been taken back already.", "Nothing needs to be done.");
            case UndoChange.Outcome.ChangedSince ignored ->
                throw RestRefusal.conflict(
                        "Somebody has changed those shifts since.", "Cover the shifts anew instead.");
            case UndoChange.Outcome.Past ignored ->
                throw RestRefusal.conflict("That is past.", "Past shifts stay as they were.");
        };
    }
}

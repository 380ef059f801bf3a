package dev.arke.http.rest;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.EditShifts;
import dev.arke.engine.calendar.EditShifts.Wish;
import dev.arke.engine.calendar.LinkShifts;
import dev.arke.responder.Team;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shifts made, moved, taken away and linked by hand: what {@code shifts add}, {@code edit}, {@code delete} and {@code link} do. */
final class ShiftOperations {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Parameter ID = Parameter.path("id", String.class, "The shift's id.");
    private static final Parameter SEEN =
            Parameter.query("seen", String.class, "The version one has seen; with another one nothing is changed.");
    private static final Parameter REASON =
            Parameter.query("reason", String.class, "Why what is past changes; kept in the audit log.");

    private static final Parameter ALONE =
            Parameter.query("alone", String.class, "true: what is linked with it stays as it is.");

    private final CalendarUseCases calendar;

    ShiftOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/teams/{team}/shifts",
                        "addShift",
                        "Somebody has a role for a time, beside what rotations plan.",
                        Bodies.ShiftWanted.class,
                        Answers.ChangedShift.class,
                        this::add,
                        Parameter.TEAM),
                Operation.patch(
                        "/teams/{team}/shifts/{id}",
                        "moveShift",
                        "Another time for a shift, and for what is linked with it; a running one keeps its start.",
                        Bodies.ShiftMove.class,
                        Answers.ChangedShift.class,
                        this::move,
                        Parameter.TEAM,
                        ID),
                Operation.delete(
                        "/teams/{team}/shifts/{id}",
                        "deleteShift",
                        "Nobody has the shift any more, nor what is linked with it, from now on. A place of a rotation"
                                + " stays empty until somebody covers.",
                        Answers.ChangedShift.class,
                        this::remove,
                        Parameter.TEAM,
                        ID,
                        SEEN,
                        REASON,
                        ALONE),
                Operation.post(
                        "/teams/{team}/links",
                        "linkShifts",
                        "Somebody's shifts of that time change hands together from now on.",
                        Bodies.LinkWanted.class,
                        Answers.LinkedShifts.class,
                        this::link,
                        Parameter.TEAM),
                Operation.delete(
                        "/teams/{team}/links/{id}",
                        "unlinkShifts",
                        "What is linked with this shift moves each alone again.",
                        Answers.LinkedShifts.class,
                        this::unlink,
                        Parameter.TEAM,
                        ID));
    }

    private Object add(Call call) {
        var body = call.body(Bodies.ShiftWanted.class);
        return edit(
                call,
                new EditShifts.Request(
                        call.team().id(),
                        call.person(body.person()).id(),
                        new Wish.Add(Call.duty(body.role()), body.start(), body.end()),
                        body.reason(),
                        true,
                        body.anyway().orElse(false),
                        Optional.empty()));
    }

    private Object move(Call call) {
        var body = call.body(Bodies.ShiftMove.class);
        var shift = shift(call, body.seen());
        var wish = new Wish.Move(duty(shift), shift.interval().start(), body.start(), body.end());
        return edit(
                call,
                of(
                        shift,
                        wish,
                        body.reason(),
                        body.alone().orElse(false),
                        body.anyway().orElse(false)));
    }

    private Object remove(Call call) {
        var shift = shift(call, call.query("seen"));
        var wish = new Wish.Remove(duty(shift), shift.interval().start());
        return edit(
                call,
                of(
                        shift,
                        wish,
                        call.query("reason"),
                        call.query("alone").filter("true"::equals).isPresent(),
                        true));
    }

    private static Optional<Role.Duty> duty(Shift shift) {
        return Optional.of((Role.Duty) shift.role());
    }

    private static EditShifts.Request of(
            Shift shift, Wish wish, Optional<String> reason, boolean alone, boolean anyway) {
        return new EditShifts.Request(
                shift.teamId(),
                shift.responder().orElseThrow(),
                wish,
                reason,
                alone,
                anyway,
                Optional.of(new EditShifts.Seen(shift.id(), shift.version())));
    }

    /** The shift as it is, if it still is as it was seen. */
    private Shift shift(Call call, Optional<String> seen) {
        var team = call.team();
        var id = id(call);
        var last = calendar.turns().lastChange(team.id(), id);
        var found = calendar.turns().byId(id).filter(shift -> shift.teamId().equals(team.id()));
        if (found.isEmpty())
            throw last.map(change -> RestRefusal.conflict(
                            "That shift no longer exists" + ShiftChanges.by(change) + ".", look(team)))
                    .orElseGet(() -> RestRefusal.unknown("There is no such shift of " + team.name() + ".", look(team)));
        var shift = found.get();
        if (shift.isGap() || !(shift.role() instanceof Role.Duty))
            throw RestRefusal.conflict("Nobody has that shift" + ShiftChanges.lastOf(last) + ".", look(team));
        if (seen.isPresent() && !seen.get().equals(shift.version()))
            throw RestRefusal.conflict(ShiftChanges.since(call, shift, last), look(team));
        return shift;
    }

    private static UUID id(Call call) {
        try {
            return UUID.fromString(call.path("id"));
        } catch (IllegalArgumentException e) {
            throw RestRefusal.unreadable("That is no id of a shift.", look(call.team()));
        }
    }

    private static String look(Team team) {
        return "GET /api/v1/teams/" + team.name() + "/shifts shows what there is.";
    }

    private Object edit(Call call, EditShifts.Request request) {
        return switch (calendar.editShifts().edit(call.by(), request)) {
            case EditShifts.Outcome.Done done ->
                new Answers.ChangedShift(
                        done.change().token(),
                        ShiftPages.shift(call, done.shift()),
                        ShiftPages.shifts(
                                call, done.shifts().subList(1, done.shifts().size())));
            case EditShifts.Outcome.NoShift ignored ->
                throw RestRefusal.conflict("Meanwhile somebody has changed that shift.", look(call.team()));
            case EditShifts.Outcome.Doubtful(var clashes) -> throw ShiftChanges.clash(call, clashes);
            case EditShifts.Outcome.Same(var shift) ->
                throw RestRefusal.conflict(
                        "That is so already: " + ShiftChanges.words(call, shift) + ".", "Nothing needs to be done.");
            case EditShifts.Outcome.NoLength ignored -> throw ShiftChanges.order("end", "start");
            case EditShifts.Outcome.EndsBeforeItStarts ignored -> throw ShiftChanges.order("end", "start");
            case EditShifts.Outcome.PartsOverlap ignored ->
                throw RestRefusal.conflict(
                        "It is linked with others, and if they all moved, some would overlap.",
                        "Send it with \"alone\": true to move it alone.");
            case EditShifts.Outcome.TooLong ignored ->
                throw RestRefusal.unreadable("No shift is longer than a year.", "Give an earlier end.");
            case EditShifts.Outcome.NeedsReason ignored ->
                throw RestRefusal.conflict(
                        "A part of that is past. It can be changed only with a reason.", "Send it with \"reason\".");
            case EditShifts.Outcome.NotInTeam ignored -> throw ShiftChanges.notInTeam();
            case EditShifts.Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }

    private Object link(Call call) {
        var body = call.body(Bodies.LinkWanted.class);
        var during = Interval.between(body.from(), body.to()).orElseThrow(() -> ShiftChanges.order("to", "from"));
        return links(
                call,
                new LinkShifts.Request(
                        call.team().id(),
                        call.person(body.person()).id(),
                        body.role().map(Call::duty),
                        during,
                        true));
    }

    private Object unlink(Call call) {
        var shift = shift(call, Optional.empty());
        var at = shift.interval().start();
        return links(
                call,
                new LinkShifts.Request(
                        shift.teamId(),
                        shift.responder().orElseThrow(),
                        duty(shift),
                        new Interval(at, at.plus(MOMENT)),
                        false));
    }

    private Object links(Call call, LinkShifts.Request request) {
        return switch (calendar.linkShifts().change(call.by(), request)) {
            case LinkShifts.Outcome.Done done ->
                new Answers.LinkedShifts(done.change().token(), ShiftPages.shifts(call, done.shifts()));
            case LinkShifts.Outcome.Same same ->
                throw RestRefusal.conflict(
                        same.linked() ? "They are linked already." : "That is linked with nothing.",
                        "Nothing needs to be done.");
            case LinkShifts.Outcome.TooFew few ->
                throw RestRefusal.conflict(
                        few.shifts().isEmpty()
                                ? "They have no shift in that time that is not over."
                                : "There is only one shift of theirs in that time.",
                        "Name a time with two shifts of theirs or more.");
            case LinkShifts.Outcome.SayWhichDuty(var duties) -> throw ShiftChanges.whichRole(duties);
            case LinkShifts.Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }
}

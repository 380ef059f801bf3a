package dev.arke.http.rest;

import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.ChangeRosters.Outcome;
import dev.arke.engine.calendar.ChangeRosters.Wish;
import java.util.List;
import java.util.Optional;

/** Who is in a roster, where, and takes turns at present: what {@code roster} does in chat. */
final class RosterOperations {
    private static final String PERSON_PATH = "/teams/{team}/rosters/{roster}/people/{person}";
    private static final Parameter ROSTER = Parameter.path("roster", String.class, "A roster's name.");
    private static final Parameter PERSON = Parameter.path("person", String.class, "A person's name.");

    private final CalendarUseCases calendar;

    RosterOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/teams/{team}/rosters/{roster}/people",
                        "addToRoster",
                        "Puts somebody into a roster; new_roster makes it where there is none with that name.",
                        Bodies.RosterEntry.class,
                        Answers.Roster.class,
                        this::add,
                        Parameter.TEAM,
                        ROSTER),
                Operation.patch(
                        PERSON_PATH,
                        "changeInRoster",
                        "Another place (from 1), or whether they take turns at present; one of the two.",
                        Bodies.RosterMove.class,
                        Answers.Roster.class,
                        this::change,
                        Parameter.TEAM,
                        ROSTER,
                        PERSON),
                Operation.delete(
                        PERSON_PATH,
                        "removeFromRoster",
                        "Takes somebody out of a roster.",
                        Answers.Roster.class,
                        call -> change(call, call.path("person"), new Wish.Remove()),
                        Parameter.TEAM,
                        ROSTER,
                        PERSON));
    }

    private Object add(Call call) {
        var body = call.body(Bodies.RosterEntry.class);
        var place = body.place().orElse(0);
        if (place < 0) throw RestRefusal.unreadable("place is less than 1.", "Leave it out for the end.");
        return change(call, body.person(), new Wish.Add(body.newRoster().orElse(false), place));
    }

    private Object change(Call call) {
        var body = call.body(Bodies.RosterMove.class);
        if (body.place().isPresent() == body.inRotation().isPresent())
            throw RestRefusal.unreadable("Either place or in_rotation is needed.", "Send one of the two.");
        Wish wish = body.place()
                .<Wish>map(Wish.MoveTo::new)
                .orElseGet(() -> new Wish.TakeTurns(body.inRotation().orElseThrow()));
        return change(call, call.path("person"), wish);
    }

    private Object change(Call call, String name, Wish wish) {
        var team = call.team();
        var roster = call.path("roster");
        var who = call.person(name);
        return switch (calendar.changeRosters().change(call.by(), team.id(), Optional.of(roster), who.id(), wish)) {
            case Outcome.Done done -> TeamOperations.roster(call, done.now());
            case Outcome.IsSo(var same) -> TeamOperations.roster(call, same);
            case Outcome.NoRoster(var names) ->
                throw RestRefusal.unknown(
                        "Team " + team.name() + " has no roster called " + roster + ".",
                        RotationOperations.there(names));
            case Outcome.NotInTeam ignored -> throw ShiftChanges.notInTeam();
            case Outcome.NotInRoster ignored ->
                throw RestRefusal.conflict(who.name() + " is not in that roster.", "Put them into it first.");
            case Outcome.NoSuchPlace(var present) ->
                throw RestRefusal.unreadable(
                        "There is no such place.",
                        "Places are 1 to " + present.entries().size() + ".");
            case Outcome.WouldBeEmpty would ->
                throw RestRefusal.conflict(
                        "Then nobody would be left to take turns in " + String.join(", ", would.rotations()) + ".",
                        "Put somebody else into the roster first.");
            case Outcome.FileOwned ignored -> throw RotationOperations.fileOwned(team, "roster");
            case Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }
}

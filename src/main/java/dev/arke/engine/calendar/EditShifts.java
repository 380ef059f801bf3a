package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Clash;
import dev.arke.calendar.HandWork;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.TeamRole;
import dev.arke.calendar.TurnWork;
import dev.arke.card.Phrases;
import dev.arke.chat.ChangeWords;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Admins of a team make shifts, move their times and take them away; what is past only with a reason, which is kept. */
public final class EditShifts {
    /** What is to become of the calendar. */
    public sealed interface Wish {
        record Add(Role.Duty duty, Instant from, Instant to) implements Wish {}

        /** The shift at that instant; without {@code from} it keeps its begin. */
        record Move(Optional<Role.Duty> duty, Instant at, Optional<Instant> from, Instant to) implements Wish {}

        record Remove(Optional<Role.Duty> duty, Instant at) implements Wish {}
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code shifts}: as they are now, or as they were that were taken away; the one that was meant is the first. */
        record Done(CalendarChange change, List<Shift> shifts, Wish wish) implements Outcome {
            public Done {
                shifts = List.copyOf(shifts);
            }

            public Shift shift() {
                return shifts.getFirst();
            }
        }

        /** They have none then; {@code instead} are those of others at that time, by whose change. */
        record NoShift(List<Shift> instead, Map<UUID, CalendarChange> changes) implements Outcome {}

        record Doubtful(List<Shift> clashes) implements Outcome {}

        record Same(Shift shift) implements Outcome {}

        record NoLength() implements Outcome {}

        record EndsBeforeItStarts() implements Outcome {}

        /** Parts of one turn would be at the same time. */
        record PartsOverlap() implements Outcome {}

        record TooLong() implements Outcome {}

        record NeedsReason() implements Outcome {}

        record NotInTeam() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** A shift as somebody saw it, by its version. */
    public record Seen(UUID shiftId, String version) {}

    /**
     * {@code reason}: why what is past changes; {@code alone}: what is linked with it stays as it is; {@code anyway}: whatever
     * else they have then; {@code seen}: what is to be changed must still be so.
     */
    public record Request(
            UUID teamId,
            UUID who,
            Wish wish,
            Optional<String> reason,
            boolean alone,
            boolean anyway,
            Optional<Seen> seen) {}

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    EditShifts(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    private record Case(By by, Request request, Team team, Directory directory, UUID changeId, Instant now) {
        boolean mayPast() {
            return request.reason().isPresent();
        }
    }

    public Outcome edit(By by, Request request) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.rotations().lockCalendars(List.of(request.teamId()));
            var directory = needs.directory().current();
            var now = needs.clock().instant();
            var team = directory.team(request.teamId());
            var refusal = Standings.refusal(by.actor(), Optional.of(team.id()), Act.CHANGE_TEAM, directory);
            var subject = team.name() + request.reason().map(why -> ": " + why).orElse("");
            write.audit(by, "shifts", subject, refusal.isEmpty(), now);
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            var one = new Case(by, request, team, directory, needs.ids().next(), now);
            return switch (request.wish()) {
                case Wish.Add add -> add(one, add);
                case Wish.Move move ->
                    onShift(
                            one,
                            move.duty(),
                            move.at(),
                            shift -> TurnWork.move(
                                    shift,
                                    turn(one, shift),
                                    move.from(),
                                    move.to(),
                                    team.zone(),
                                    one.changeId(),
                                    one.mayPast(),
                                    now));
                case Wish.Remove remove ->
                    onShift(
                            one,
                            remove.duty(),
                            remove.at(),
                            shift -> TurnWork.remove(
                                    shift, turn(one, shift), one.changeId(), one.mayPast(), needs.ids()::next, now));
            };
        });
    }

    private Outcome add(Case one, Wish.Add add) {
        var who = one.request().who();
        if (!one.team().members().contains(who)
                || !one.directory().responder(who).active()) return new Outcome.NotInTeam();
        var own = Interval.between(add.from(), add.to())
                .map(time -> needs.shifts().ofResponders(List.of(who), time))
                .orElse(List.of());
        return outcome(
                one,
                HandWork.add(
                        new TeamRole(one.team().id(), add.duty()),
                        who,
                        add.from(),
                        add.to(),
                        own,
                        one.changeId(),
                        one.mayPast(),
                        needs.ids()::next,
                        one.now()));
    }

    /** What moves together with it, unless it alone is meant. */
    private List<Shift> turn(Case one, Shift shift) {
        return one.request().alone() ? List.of() : needs.shifts().withTheirTurns(List.of(shift));
    }

    private interface Work {
        HandWork.Result of(Shift shift);
    }

    private Outcome onShift(Case one, Optional<Role.Duty> duty, Instant at, Work work) {
        var there = needs.shifts().ofTeam(one.team().id(), new Interval(at, at.plusSeconds(1))).stream()
                .filter(shift -> shift.role() instanceof Role.Duty
                        && duty.map(shift.role()::equals).orElse(true))
                .toList();
        return there.stream()
                .filter(shift -> shift.isOf(one.request().who()) && isAsSeen(shift, one.request()))
                .findFirst()
                .map(shift -> outcome(one, work.of(shift)))
                .orElseGet(() -> new Outcome.NoShift(there, changesOf(there)));
    }

    private static boolean isAsSeen(Shift shift, Request request) {
        return request.seen()
                .map(seen -> seen.equals(new Seen(shift.id(), shift.version())))
                .orElse(true);
    }

    private Map<UUID, CalendarChange> changesOf(List<Shift> shifts) {
        return needs.changes()
                .byId(shifts.stream()
                        .flatMap(shift -> shift.provenance() instanceof Provenance.Edited edited
                                ? edited.change().stream()
                                : Optional.<UUID>empty().stream())
                        .toList());
    }

    private Outcome outcome(Case one, HandWork.Result result) {
        return switch (result) {
            case HandWork.Result.Done done -> done(one, done);
            case HandWork.Result.Same(var shift) -> new Outcome.Same(shift);
            case HandWork.Result.NoLength ignored -> new Outcome.NoLength();
            case HandWork.Result.EndsBeforeItStarts ignored -> new Outcome.EndsBeforeItStarts();
            case HandWork.Result.TooLong ignored -> new Outcome.TooLong();
            case HandWork.Result.Past ignored -> new Outcome.NeedsReason();
            case HandWork.Result.PartsOverlap ignored -> new Outcome.PartsOverlap();
        };
    }

    private Outcome done(Case one, HandWork.Result.Done done) {
        var isRemoved = one.request().wish() instanceof Wish.Remove;
        var who = one.request().who();
        if (!one.request().anyway() && !isRemoved) {
            var whole =
                    Interval.around(done.shifts().stream().map(Shift::interval).toList());
            var present = needs.shifts().ofResponders(List.of(who), whole);
            var clashes = Clash.of(present, done.shifts());
            if (!clashes.isEmpty()) return new Outcome.Doubtful(clashes);
        }
        var actor = one.by().actor();
        var change = new CalendarChange(
                one.changeId(), one.team().id(), actor.word(), one.now(), done.diff(), Optional.empty());
        write.apply(done.diff(), one.now());
        needs.changes().insert(change);
        // What is left of a rotation's place is filled.
        needs.rotations()
                .fillAgainAt(
                        done.shifts().stream()
                                .flatMap(shift -> shift.provenance().place().stream())
                                .map(Provenance.Planned::rotationId)
                                .collect(Collectors.toSet()),
                        one.now());
        var name = one.directory().responder(who).name();
        Function<Phrases, String> words = say -> ChangeWords.byHand(
                done.shifts(),
                isRemoved,
                one.team(),
                name,
                actor.label(),
                one.request().reason(),
                say);
        write.byHand(actor, who, one.team(), words, one.directory(), one.now());
        return new Outcome.Done(change, done.shifts(), one.request().wish());
    }
}

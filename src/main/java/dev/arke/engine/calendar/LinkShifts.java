package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Interval;
import dev.arke.calendar.LinkWork;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.chat.ChangeWords;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Admins of a team link shifts of one person and duty, so that they change hands together, and take links apart. */
public final class LinkShifts {
    /** {@code linked}: or taken apart are those that overlap {@code during}, with all that is linked with them already. */
    public record Request(UUID teamId, UUID who, Optional<Role.Duty> duty, Interval during, boolean linked) {}

    /** What came of it; {@code shifts} in order of time. */
    public sealed interface Outcome {
        record Done(CalendarChange change, List<Shift> shifts, boolean linked) implements Outcome {}

        /** They are so already. */
        record Same(List<Shift> shifts, boolean linked) implements Outcome {}

        /** To link, at least two are needed that are not over. */
        record TooFew(List<Shift> shifts) implements Outcome {}

        record SayWhichDuty(List<Role.Duty> duties) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    LinkShifts(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    public Outcome change(By by, Request request) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.rotations().lockCalendars(List.of(request.teamId()));
            var directory = needs.directory().current();
            var now = needs.clock().instant();
            var team = directory.team(request.teamId());
            var refusal = Standings.refusal(by.actor(), Optional.of(team.id()), Act.CHANGE_TEAM, directory);
            write.audit(by, request.linked() ? "link shifts" : "unlink shifts", team.name(), refusal.isEmpty(), now);
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            var meant = meant(request);
            var duties = meant.stream()
                    .map(shift -> (Role.Duty) shift.role())
                    .distinct()
                    .sorted(Role.Duty.ORDER)
                    .toList();
            if (duties.size() > 1) return new Outcome.SayWhichDuty(duties);
            return change(by, request, team, linkedWith(meant), directory, now);
        });
    }

    private List<Shift> meant(Request request) {
        return needs.shifts().ofTeam(request.teamId(), request.during()).stream()
                .filter(shift -> shift.isOf(request.who()) && shift.role() instanceof Role.Duty)
                .filter(shift -> request.duty().map(shift.role()::equals).orElse(true))
                .toList();
    }

    private List<Shift> linkedWith(Collection<Shift> meant) {
        var mine = meant.stream().findFirst();
        return needs.shifts().withTheirTurns(meant).stream()
                .filter(shift -> mine.map(one -> one.responder().equals(shift.responder())
                                && one.role().equals(shift.role()))
                        .orElse(false))
                .toList();
    }

    private Outcome change(By by, Request request, Team team, List<Shift> shifts, Directory directory, Instant now) {
        var changeId = needs.ids().next();
        var result = request.linked()
                ? LinkWork.link(shifts, changeId, needs.ids().next(), now)
                : LinkWork.unlink(shifts, changeId, now);
        return switch (result) {
            case LinkWork.Result.Same same -> new Outcome.Same(same.shifts(), request.linked());
            case LinkWork.Result.TooFew few -> new Outcome.TooFew(few.shifts());
            case LinkWork.Result.Done done -> {
                var actor = by.actor();
                var change = new CalendarChange(changeId, team.id(), actor.word(), now, done.diff(), Optional.empty());
                write.apply(done.diff(), now);
                needs.changes().insert(change);
                var who = directory.responder(request.who()).name();
                write.byHand(
                        actor,
                        request.who(),
                        team,
                        say -> ChangeWords.linked(done.shifts(), request.linked(), team, who, actor.label(), say),
                        directory,
                        now);
                yield new Outcome.Done(change, done.shifts(), request.linked());
            }
        };
    }
}

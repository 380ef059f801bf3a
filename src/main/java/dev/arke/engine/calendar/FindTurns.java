package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.Turn;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a form about shifts offers to choose from: whole turns of one person, or the single shifts of teams. */
public final class FindTurns {
    private static final Duration LOOKED_AHEAD = Duration.ofDays(57);
    private static final int MOST = 400;

    private final CalendarUseCases.Needs needs;

    FindTurns(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    /** A person's duties that are not over, on all teams; the pieces of one turn are one, as a swap takes them. */
    public List<Turn> of(UUID who) {
        var now = needs.clock().instant();
        return needs.transactions().read(() -> Turn.of(needs.shifts().ofResponder(who, now, MOST)));
    }

    public Optional<Shift> byId(UUID shiftId) {
        return Optional.ofNullable(needs.transactions()
                .read(() -> needs.shifts().byId(List.of(shiftId)))
                .get(shiftId));
    }

    /** What somebody did last to a shift of the team, even if it is no more. */
    public Optional<CalendarChange> lastChange(UUID teamId, UUID shiftId) {
        return needs.transactions().read(() -> needs.changes().lastOf(teamId, shiftId));
    }

    /** The duties of somebody on these teams' calendars that are not over, the earliest first, eight weeks ahead. */
    public List<Shift> shifts(Collection<UUID> teamIds) {
        var now = needs.clock().instant();
        var ahead = new Interval(now, now.plus(LOOKED_AHEAD));
        return needs.transactions().read(() -> needs.shifts().ofTeams(teamIds, ahead)).stream()
                .filter(shift -> shift.role() instanceof Role.Duty && !shift.isGap())
                .sorted(Comparator.comparing((Shift shift) -> shift.interval().start())
                        .thenComparing(shift -> shift.role().word()))
                .toList();
    }
}

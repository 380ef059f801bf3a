package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.TeamCalendar;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Team;
import dev.arke.responder.TeamExtras;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A team's calendar over some time, with who of it is away, whichever team knows so. */
public final class ReadCalendar {
    private final CalendarUseCases.Needs needs;

    ReadCalendar(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    public TeamCalendar read(Team team, Interval during) {
        return needs.transactions().read(() -> {
            var directory = needs.directory().current();
            var shifts = new ArrayList<>(needs.shifts().ofTeam(team.id(), during));
            shifts.removeIf(shift -> shift.role() instanceof Role.Absence);
            var people = shifts.stream()
                    .flatMap(shift -> shift.responder().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            people.addAll(team.members());
            needs.shifts().ofResponders(people, during).stream()
                    .filter(shift -> shift.role() instanceof Role.Absence)
                    .forEach(shifts::add);
            var others = others(team, directory);
            for (var one : team.extras().shows())
                directory
                        .teamNamed(one.team())
                        .filter(other -> others.containsKey(other.id()))
                        .ifPresent(other -> needs.shifts().ofTeam(other.id(), during).stream()
                                .filter(shift -> isShown(shift, one))
                                .forEach(shifts::add));
            var names = shifts.stream()
                    .flatMap((Shift shift) -> shift.responder().stream())
                    .distinct()
                    .collect(Collectors.toMap(
                            id -> id, id -> directory.responder(id).name()));
            return new TeamCalendar(team.name(), during, shifts, names, others);
        });
    }

    /** The names of the other teams of which it shows duties. */
    private static Map<UUID, String> others(Team team, Directory directory) {
        var others = new HashMap<UUID, String>();
        for (var one : team.extras().shows())
            directory
                    .teamNamed(one.team())
                    .filter(other -> !other.id().equals(team.id()))
                    .ifPresent(other -> others.put(other.id(), other.name()));
        return others;
    }

    private static boolean isShown(Shift shift, TeamExtras.Shown one) {
        return shift.role() instanceof Role.Duty duty && duty.word().equals(one.duty());
    }
}

package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.calendar.PersonShift;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** One person's duties and absences on all teams. */
public final class FindShiftsOf {
    private static final int LIMIT = 400;

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final ShiftStore shifts;

    public FindShiftsOf(Transactions transactions, ReadDirectory directory, ShiftStore shifts) {
        this.transactions = transactions;
        this.directory = directory;
        this.shifts = shifts;
    }

    /** Those that end after the instant, in order of time; shifts that touch are one. */
    public List<PersonShift> find(UUID responderId, Instant after) {
        return transactions.read(() -> joined(shifts.ofResponder(responderId, after, LIMIT), directory.current()));
    }

    private record Place(UUID teamId, Role role) {}

    private static List<PersonShift> joined(List<Shift> shifts, Directory directory) {
        var byPlace = shifts.stream()
                .collect(Collectors.groupingBy(
                        shift -> new Place(shift.teamId(), shift.role()),
                        Collectors.mapping(Shift::interval, Collectors.toList())));
        var found = new ArrayList<PersonShift>();
        byPlace.forEach((place, intervals) -> {
            var team = directory.team(place.teamId()).name();
            for (var interval : Interval.joined(intervals)) found.add(new PersonShift(team, place.role(), interval));
        });
        found.sort(Comparator.comparing((PersonShift shift) -> shift.interval().start())
                .thenComparing(PersonShift::team)
                .thenComparing(shift -> shift.role().word()));
        return List.copyOf(found);
    }
}

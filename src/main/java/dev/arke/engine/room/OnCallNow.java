package dev.arke.engine.room;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.Role;
import dev.arke.calendar.ShiftStore;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is on call as primary and secondary of some teams; {@code until}: when that changes next, if it is planned to. */
record OnCallNow(List<OnCallNow.Duty> duties, Optional<Instant> until) {
    private static final List<Role.Duty> SHOWN = List.of(Role.Duty.PRIMARY, Role.Duty.SECONDARY);

    /** One duty of a team, with those who have it now; a team without shifts in it has none of it. */
    record Duty(Team team, Role.Duty duty, List<OnCall.Stretch> stretches) {
        List<UUID> people() {
            return stretches.stream()
                    .flatMap(stretch -> stretch.responder().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    static OnCallNow read(Collection<Team> teams, ShiftStore shifts, Instant now) {
        var duties = new ArrayList<Duty>();
        Optional<Instant> until = Optional.empty();
        for (var team : teams) {
            for (var duty : OnCall.of(shifts.ofTeam(team.id(), now), now)) {
                if (!SHOWN.contains(duty.duty())) continue;
                duties.add(new Duty(team, duty.duty(), duty.now()));
                until = earlier(until, next(duty));
            }
        }
        return new OnCallNow(duties, until);
    }

    private static Optional<Instant> next(OnCall duty) {
        return Stream.concat(
                        duty.now().stream().map(stretch -> stretch.interval().end()),
                        duty.coming().stream().map(stretch -> stretch.interval().start()))
                .min(Instant::compareTo);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
    }

    /** Everybody once, primaries first. */
    Set<UUID> people() {
        var people = new LinkedHashSet<UUID>();
        for (var shown : SHOWN)
            duties.stream().filter(duty -> duty.duty().equals(shown)).forEach(duty -> people.addAll(duty.people()));
        return people;
    }
}

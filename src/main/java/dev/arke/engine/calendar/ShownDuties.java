package dev.arke.engine.calendar;

import dev.arke.calendar.Role;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Team;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The duties of other teams that a team shows and counts among its own. */
final class ShownDuties {
    private ShownDuties() {}

    static Map<Team, Set<Role.Duty>> of(Team team, Directory directory) {
        var shown = new LinkedHashMap<Team, Set<Role.Duty>>();
        for (var one : team.extras().shows())
            directory
                    .teamNamed(one.team())
                    .filter(other -> !other.id().equals(team.id()))
                    .ifPresent(other -> shown.computeIfAbsent(other, any -> new LinkedHashSet<>())
                            .add(new Role.Duty(one.duty())));
        return shown;
    }
}

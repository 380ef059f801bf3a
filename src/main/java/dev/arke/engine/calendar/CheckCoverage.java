package dev.arke.engine.calendar;

import dev.arke.calendar.Coverage;
import dev.arke.calendar.Finding;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.TeamCoverage;
import dev.arke.engine.people.Directory;
import dev.arke.page.PagePlan;
import dev.arke.responder.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is wrong with a team's calendar in the weeks to come. */
public final class CheckCoverage {
    /** Further ahead there is time, and who looks daily sees it come. */
    public static final Duration AHEAD = Duration.ofDays(28);

    private final CalendarUseCases.Needs needs;

    CheckCoverage(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    /** Of these teams, in their order. */
    public List<TeamCoverage> check(Collection<UUID> teamIds, Instant now) {
        return needs.transactions().read(() -> {
            var directory = needs.directory().current();
            return teamIds.stream()
                    .map(id -> check(directory.team(id), directory, now))
                    .toList();
        });
    }

    /** Inside a unit. */
    TeamCoverage check(Team team, Directory directory, Instant now) {
        var during = new Interval(now, now.plus(AHEAD));
        var rest = team.extras().minimumRest().orElse(Coverage.USUAL_REST);
        // A rest before the first shift ahead began in the past.
        var around = new Interval(now.minus(rest), during.end());
        var shifts = needs.shifts().ofTeam(team.id(), around);
        var people =
                shifts.stream().flatMap(shift -> shift.responder().stream()).collect(Collectors.toUnmodifiableSet());
        var elsewhere = people.isEmpty()
                ? List.<Shift>of()
                : needs.shifts().ofResponders(people, around).stream()
                        .filter(shift -> !shift.teamId().equals(team.id()))
                        .toList();
        var known = new Coverage.Known(shifts, elsewhere, unreachable(people, directory), rest);
        var findings = new ArrayList<>(Coverage.of(known, during));
        findings.addAll(elsewhere(team, directory, during));
        findings.sort(Comparator.comparing(finding -> finding.interval().start()));
        return new TeamCoverage(team.name(), during, findings, names(findings, directory));
    }

    private List<Finding> elsewhere(Team team, Directory directory, Interval during) {
        var duties = new HashMap<UUID, Set<Role.Duty>>();
        ShownDuties.of(team, directory).forEach((other, shown) -> duties.put(other.id(), shown));
        var shifts =
                needs.shifts().ofTeams(duties.keySet(), during).stream().collect(Collectors.groupingBy(Shift::teamId));
        return duties.entrySet().stream()
                .flatMap(other -> Coverage.elsewhere(
                        other.getKey(), other.getValue(), shifts.getOrDefault(other.getKey(), List.of()), during)
                        .stream())
                .toList();
    }

    private Set<UUID> unreachable(Set<UUID> people, Directory directory) {
        return people.stream()
                .filter(id -> PagePlan.usable(directory.responder(id).methods(), needs.carriers())
                        .isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<UUID, String> names(List<Finding> findings, Directory directory) {
        var names = new HashMap<UUID, String>();
        for (var finding : findings) {
            for (var who : finding.people())
                names.put(who, directory.responder(who).name());
            if (finding instanceof Finding.TwoTeams both)
                names.put(both.otherTeam(), directory.team(both.otherTeam()).name());
            if (finding instanceof Finding.GapElsewhere gap)
                names.put(gap.team(), directory.team(gap.team()).name());
        }
        return names;
    }
}

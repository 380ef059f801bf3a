package dev.arke.calendar;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was found on a team's calendar from now to {@code during}'s end; {@code names} are of every person and team in it. */
public record TeamCoverage(String team, Interval during, List<Finding> findings, Map<UUID, String> names) {
    public TeamCoverage {
        findings = List.copyOf(findings);
        names = Map.copyOf(names);
    }
}

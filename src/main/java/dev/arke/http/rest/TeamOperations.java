package dev.arke.http.rest;

import dev.arke.calendar.Rotation;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.engine.calendar.ExplainShift;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Teams, their rosters and rotations. */
final class TeamOperations {
    private final ExplainShift explain;

    TeamOperations(ExplainShift explain) {
        this.explain = explain;
    }

    List<Operation> all() {
        return List.of(
                Operation.get(
                        "/teams",
                        "listTeams",
                        "The teams that the key is for.",
                        Answers.Teams.class,
                        call -> new Answers.Teams(call.teams().stream()
                                .map(team -> team(call, team))
                                .toList())),
                Operation.get(
                        "/teams/{team}",
                        "getTeam",
                        "One team.",
                        Answers.Team.class,
                        call -> team(call, call.team()),
                        Parameter.TEAM),
                Operation.get(
                        "/teams/{team}/rosters",
                        "listRosters",
                        "Who takes turns, in order.",
                        Answers.Rosters.class,
                        TeamOperations::rosters,
                        Parameter.TEAM),
                Operation.get(
                        "/teams/{team}/rotations",
                        "listRotations",
                        "What fills the team's roles.",
                        Answers.Rotations.class,
                        call -> new Answers.Rotations(
                                explain.rotations(call.team().id()).stream()
                                        .map(rotation -> rotation(call, rotation))
                                        .toList()),
                        Parameter.TEAM));
    }

    private static Answers.Team team(Call call, Team team) {
        return new Answers.Team(
                team.name(), team.zone().getId(), names(call, team.members()), names(call, team.admins()));
    }

    private static List<String> names(Call call, Collection<UUID> people) {
        return people.stream().map(call::nameOf).sorted().toList();
    }

    private static Answers.Rosters rosters(Call call) {
        return new Answers.Rosters(call.team().rosters().stream()
                .map(roster -> roster(call, roster))
                .toList());
    }

    static Answers.Roster roster(Call call, Roster roster) {
        return new Answers.Roster(
                roster.name(),
                roster.entries().stream()
                        .map(entry -> new Answers.RosterMember(call.nameOf(entry.responderId()), entry.inRotation()))
                        .toList());
    }

    private static Answers.Rotation rotation(Call call, Rotation rotation) {
        var recurrence = rotation.recurrence();
        return new Answers.Rotation(
                rotation.name(),
                rotation.fills().duty().word(),
                recurrence.cadence().text(),
                recurrence.anchor().toString(),
                recurrence.zone().getId(),
                recurrence.windows().stream().map(WeeklyWindow::text).toList(),
                rotation.strategy().word(),
                rotation.roster().stream().map(call::nameOf).toList(),
                (int) rotation.horizon().toDays(),
                rotation.paused());
    }
}

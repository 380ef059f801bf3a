package dev.arke.engine.calendar;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.TeamOnCall;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Who is on call for a team or a service at an instant, until when, and who follows. */
public final class WhoIsOnCall {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final ShiftStore shifts;

    public WhoIsOnCall(Transactions transactions, ReadDirectory directory, ShiftStore shifts) {
        this.transactions = transactions;
        this.directory = directory;
        this.shifts = shifts;
    }

    /** For the team of this name, else for the team that owns the service of this name; empty when there is neither. */
    public Optional<TeamOnCall> whoIsOnCall(String teamOrService, Instant at) {
        return transactions.read(() -> {
            var names = directory.current();
            return names.teamNamed(teamOrService)
                    .map(team -> read(names, team, Optional.empty(), at))
                    .or(() -> names.serviceNamed(teamOrService)
                            .map(service ->
                                    read(names, names.team(service.teamId()), Optional.of(service.name()), at)));
        });
    }

    /** For these teams, in their order. */
    public List<TeamOnCall> whoIsOnCall(List<UUID> teamIds, Instant at) {
        return transactions.read(() -> {
            var names = directory.current();
            return teamIds.stream()
                    .map(id -> read(names, names.team(id), Optional.empty(), at))
                    .toList();
        });
    }

    private TeamOnCall read(Directory names, Team team, Optional<String> service, Instant at) {
        var shown = team.extras().shows().stream()
                .flatMap(one -> names
                        .teamNamed(one.team())
                        .map(other -> read(
                                names, other, at, duty -> duty.duty().word().equals(one.duty())))
                        .stream())
                .toList();
        var own = read(names, team, at, duty -> true);
        return new TeamOnCall(
                own.team(),
                service,
                at,
                own.duties(),
                own.names(),
                shown,
                team.extras().pager());
    }

    private TeamOnCall read(Directory names, Team team, Instant at, Predicate<OnCall> wanted) {
        var duties = OnCall.of(shifts.ofTeam(team.id(), at), at).stream()
                .filter(wanted)
                .toList();
        var people = new HashMap<UUID, String>();
        for (var duty : duties) {
            duty.now().forEach(stretch -> stretch.responder().ifPresent(id -> people.put(id, name(names, id))));
            duty.coming().forEach(stretch -> stretch.responder().ifPresent(id -> people.put(id, name(names, id))));
        }
        return new TeamOnCall(team.name(), Optional.empty(), at, duties, people);
    }

    private static String name(Directory names, UUID responderId) {
        return names.responder(responderId).name();
    }
}

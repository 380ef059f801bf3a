package dev.arke.engine.people;

import dev.arke.calendar.Helping;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.StoredRotation;
import dev.arke.calendar.TeamRole;
import dev.arke.engine.people.DesiredState.TeamOf;
import dev.arke.engine.people.DesiredState.Turns;
import dev.arke.responder.Responder;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of {@link Reconcile} that is about teams, their rosters and rotations. */
final class ReconcileTeams {
    private final FileState before;
    private final Supplier<UUID> ids;
    private final ByName<Responder> people;
    private final List<Team> teams;
    private final List<StoredRotation> rotations;

    ReconcileTeams(FileState before, DesiredState desired, Supplier<UUID> ids, ByName<Responder> people) {
        this.before = before;
        this.ids = ids;
        this.people = people;
        teams = Reconcile.each(
                before.teams(),
                Team::name,
                desired.teams(),
                TeamOf::name,
                this::team,
                was -> was.fileOwned() ? inactive(was) : was);
        rotations = rotations(desired);
    }

    List<Team> teams() {
        return teams;
    }

    ByName<Team> named() {
        return ByName.of(teams, Team::name);
    }

    List<StoredRotation> rotations() {
        return rotations;
    }

    private Team team(@Nullable Team present, TeamOf wanted) {
        return new Team(
                present == null ? ids.get() : present.id(),
                wanted.name(),
                wanted.zone(),
                wanted.channels(),
                idsOf(wanted.members()),
                idsOf(wanted.admins()),
                rosters(present, wanted),
                true,
                true,
                wanted.extras());
    }

    private static Team inactive(Team was) {
        return new Team(
                was.id(),
                was.name(),
                was.zone(),
                was.channels(),
                was.members(),
                was.admins(),
                was.rosters(),
                false,
                true,
                was.extras());
    }

    private Set<UUID> idsOf(Collection<String> names) {
        return names.stream().map(name -> people.get(name).id()).collect(Collectors.toSet());
    }

    /** Rosters of the file, those made in chat, and those that a rotation made in chat takes from. */
    private List<Roster> rosters(@Nullable Team present, TeamOf wanted) {
        var old = present == null ? List.<Roster>of() : present.rosters();
        var rosters = new ArrayList<Roster>();
        wanted.rosters().forEach((name, members) -> rosters.add(roster(old, name, members)));
        var names = ByName.of(rosters, Roster::name);
        old.stream()
                .filter(roster -> names.find(roster.name()).isEmpty())
                .filter(roster -> !roster.fileOwned() || isUsedInChat(roster))
                .forEach(rosters::add);
        return rosters;
    }

    private boolean isUsedInChat(Roster roster) {
        return before.rotations().stream()
                .anyMatch(stored -> !stored.fileOwned() && stored.rosterId().equals(roster.id()));
    }

    /** Who is in or out of rotation is not the file's: it stays as it was. */
    private Roster roster(List<Roster> old, String name, List<String> members) {
        var present = ByName.of(old, Roster::name).find(name);
        var resting = present.stream()
                .flatMap(roster -> roster.entries().stream())
                .filter(entry -> !entry.inRotation())
                .map(Roster.Entry::responderId)
                .collect(Collectors.toSet());
        return new Roster(
                present.map(Roster::id).orElseGet(ids),
                name,
                members.stream()
                        .map(member -> people.get(member).id())
                        .map(id -> new Roster.Entry(id, !resting.contains(id)))
                        .toList());
    }

    private List<StoredRotation> rotations(DesiredState desired) {
        var rotations = new ArrayList<StoredRotation>();
        var kept = new HashSet<UUID>();
        for (var wanted : desired.teams()) {
            var team = named().get(wanted.name());
            for (var turns : wanted.rotations()) {
                var rotation = rotation(team, turns);
                kept.add(rotation.rotation().id());
                rotations.add(rotation);
            }
        }
        var active = teams.stream().filter(Team::active).map(Team::id).collect(Collectors.toSet());
        before.rotations().stream()
                .filter(stored ->
                        !stored.fileOwned() && !kept.contains(stored.rotation().id()))
                .filter(stored -> active.contains(stored.rotation().fills().teamId()))
                .forEach(rotations::add);
        return rotations;
    }

    private StoredRotation rotation(Team team, Turns wanted) {
        var present = before.rotations().stream()
                .map(StoredRotation::rotation)
                .filter(rotation -> rotation.fills().teamId().equals(team.id()))
                .filter(rotation -> ByName.plain(rotation.name()).equals(ByName.plain(wanted.name())))
                .findFirst();
        var roster = ByName.of(team.rosters(), Roster::name).get(wanted.roster());
        return new StoredRotation(
                new Rotation(
                        present.map(Rotation::id).orElseGet(ids),
                        wanted.name(),
                        new TeamRole(team.id(), wanted.duty()),
                        roster.entries().stream()
                                .filter(Roster.Entry::inRotation)
                                .map(Roster.Entry::responderId)
                                .toList(),
                        wanted.recurrence(),
                        wanted.strategy(),
                        wanted.horizon(),
                        wanted.when().map(when -> new Helping(when.duty(), idsOf(when.people()))),
                        false),
                roster.id(),
                true);
    }
}

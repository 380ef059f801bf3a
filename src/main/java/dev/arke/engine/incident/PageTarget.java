package dev.arke.engine.incident;

import dev.arke.alert.Service;
import dev.arke.engine.people.Directory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What somebody pages by hand; an incident is always on a service. */
public sealed interface PageTarget {
    record About(UUID serviceId) implements PageTarget {}

    /** The team's service of the same name, else its only one. */
    record OfTeam(UUID teamId) implements PageTarget {}

    /** A person, about a service of {@code near} (where the page was asked for) if they are in it, else of their teams. */
    record OfPerson(UUID responderId, Optional<UUID> near) implements PageTarget {}

    /** The service to open the incident on; several when somebody has to choose, none when there is none. */
    default List<Service> service(Directory directory) {
        return switch (this) {
            case About of -> List.of(directory.service(of.serviceId()));
            case OfTeam of -> {
                var services = ofTeam(of.teamId(), directory).toList();
                var name = directory.team(of.teamId()).name();
                yield services.stream()
                        .filter(service -> service.name().equals(name))
                        .findFirst()
                        .map(List::of)
                        .orElse(services);
            }
            case OfPerson of -> ofPerson(of, directory).limit(1).toList();
        };
    }

    /** Whoever is called, is called: when none of their teams has a service, any will do. */
    private static Stream<Service> ofPerson(OfPerson of, Directory directory) {
        var teams = directory.teamsOf(of.responderId());
        var near = teams.stream().filter(team -> of.near().equals(Optional.of(team.id())));
        var candidates = Stream.concat(near, teams.stream()).flatMap(team -> {
            var named = ofTeam(team.id(), directory)
                    .filter(service -> service.name().equals(team.name()));
            return Stream.concat(named, ofTeam(team.id(), directory));
        });
        var elsewhere = of.near().stream().flatMap(id -> ofTeam(id, directory));
        return Stream.of(candidates, elsewhere, directory.services().stream()).flatMap(services -> services);
    }

    private static Stream<Service> ofTeam(UUID teamId, Directory directory) {
        return directory.services().stream().filter(service -> service.teamId().equals(teamId));
    }
}

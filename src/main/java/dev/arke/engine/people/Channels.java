package dev.arke.engine.people;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.chat.ChannelLink;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.Team;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which channel shows what: those of the team file and those linked in chat. In one channel the link to a service counts
 * before the link to its team, and that before the team file, which shows everything.
 */
public final class Channels {
    private final Map<UUID, Team> teams = new LinkedHashMap<>();
    private final List<Service> services;
    private final List<ChannelLink> links;
    private final Map<ChannelAddress, List<ChannelLink>> byChannel;

    /** Of what is active; links to anything else sleep. */
    Channels(List<Team> teams, List<Service> services, Collection<ChannelLink> links) {
        teams.forEach(team -> this.teams.put(team.id(), team));
        this.services = services;
        var active = services.stream().map(Service::id).collect(Collectors.toSet());
        this.links = links.stream()
                .filter(link -> this.teams.containsKey(link.teamId()))
                .filter(link -> link.serviceId().map(active::contains).orElse(true))
                .toList();
        this.byChannel = this.links.stream().collect(Collectors.groupingBy(ChannelLink::channel));
    }

    public List<ChannelLink> links() {
        return links;
    }

    /** The links of a channel, oldest first. */
    public List<ChannelLink> linksAt(ChannelAddress channel) {
        return byChannel.getOrDefault(channel, List.of());
    }

    /** The channels that show an incident of this service and priority, each once. */
    public List<ChannelAddress> showing(Service service, Priority priority) {
        return Stream.concat(
                        ofFile(service.teamId()).stream(),
                        links.stream().filter(link -> isAbout(link, service)).map(ChannelLink::channel))
                .distinct()
                .filter(channel -> governing(channel, service)
                        .map(link -> link.shows(priority))
                        .orElse(true))
                .toList();
    }

    /** The link whose options count for the incidents of a service in a channel; without one the team file's does. */
    public Optional<ChannelLink> governing(ChannelAddress channel, Service service) {
        return linkTo(channel, service.id()).or(() -> linkTo(channel, service.teamId()));
    }

    /** Whether any incident is told there without a thread. */
    public boolean mayBeFlat(ChannelAddress channel) {
        return linksAt(channel).stream().anyMatch(ChannelLink::isFlat);
    }

    /** The channel's link to a service or team. */
    public Optional<ChannelLink> linkTo(ChannelAddress channel, UUID subjectId) {
        return linksAt(channel).stream()
                .filter(link -> link.subjectId().equals(subjectId))
                .findFirst();
    }

    /** The channels of a whole team. */
    public List<ChannelAddress> ofTeam(UUID teamId) {
        return Stream.concat(
                        ofFile(teamId).stream(),
                        links.stream()
                                .filter(link -> link.subjectId().equals(teamId))
                                .map(ChannelLink::channel))
                .distinct()
                .toList();
    }

    /** The teams that a channel is about: the team file's first, then those linked, also by a service alone. */
    public List<Team> teamsAt(ChannelAddress channel) {
        return Stream.concat(
                        inFile(channel),
                        linksAt(channel).stream().map(ChannelLink::teamId).map(teams::get))
                .distinct()
                .toList();
    }

    /** The teams that have this channel in the team file. */
    public Stream<Team> inFile(ChannelAddress channel) {
        return teams.values().stream().filter(team -> team.channels().contains(channel));
    }

    /** The services whose incidents a channel may show. */
    public Set<UUID> servicesAt(ChannelAddress channel) {
        var whole = Stream.concat(
                        inFile(channel).map(Team::id), linksAt(channel).stream().map(ChannelLink::subjectId))
                .collect(Collectors.toSet());
        return services.stream()
                .filter(service -> whole.contains(service.teamId()) || whole.contains(service.id()))
                .map(Service::id)
                .collect(Collectors.toSet());
    }

    private List<ChannelAddress> ofFile(UUID teamId) {
        return Optional.ofNullable(teams.get(teamId)).map(Team::channels).orElse(List.of());
    }

    private static boolean isAbout(ChannelLink link, Service service) {
        return link.subjectId().equals(service.id()) || link.subjectId().equals(service.teamId());
    }
}

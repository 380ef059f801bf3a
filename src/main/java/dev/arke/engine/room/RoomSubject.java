package dev.arke.engine.room;

import dev.arke.alert.Service;
import dev.arke.chat.ChannelLink;
import dev.arke.chat.LinkSubject;
import dev.arke.chat.LinkWords;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Team;
import java.util.Optional;
import java.util.UUID;

/** What a channel can be linked to: a whole team, or one of its services. */
public record RoomSubject(UUID teamId, Optional<UUID> serviceId) {
    public static RoomSubject of(Team team) {
        return new RoomSubject(team.id(), Optional.empty());
    }

    public static RoomSubject of(Service service) {
        return new RoomSubject(service.teamId(), Optional.of(service.id()));
    }

    public static RoomSubject of(ChannelLink link) {
        return new RoomSubject(link.teamId(), link.serviceId());
    }

    public UUID id() {
        return serviceId.orElse(teamId);
    }

    /** As people call it. */
    public LinkWords.Subject named(Directory directory) {
        return serviceId
                .map(id -> new LinkWords.Subject(
                        LinkSubject.Kind.SERVICE, directory.service(id).name()))
                .orElseGet(() -> new LinkWords.Subject(
                        LinkSubject.Kind.TEAM, directory.team(teamId).name()));
    }
}

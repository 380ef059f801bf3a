package dev.arke.responder;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People who own services together. Admins are members too. An inactive one is history. */
public record Team(
        UUID id,
        String name,
        ZoneId zone,
        List<ChannelAddress> channels,
        Set<UUID> members,
        Set<UUID> admins,
        List<Roster> rosters,
        boolean active,
        boolean fileOwned) {
    public Team {
        channels = List.copyOf(channels);
        members = Set.copyOf(members);
        admins = Set.copyOf(admins);
        rosters = List.copyOf(rosters);
    }
}

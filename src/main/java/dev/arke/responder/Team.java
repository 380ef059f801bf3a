package dev.arke.responder;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * People who own services together. Admins are members too. An inactive team is history. Channels and rosters are in
 * the order of their names.
 */
public record Team(
        UUID id,
        String name,
        ZoneId zone,
        List<ChannelAddress> channels,
        Set<UUID> members,
        Set<UUID> admins,
        List<Roster> rosters,
        boolean active,
        boolean fileOwned,
        TeamExtras extras) {
    /** A team with people and nothing else. */
    public Team(
            UUID id,
            String name,
            ZoneId zone,
            List<ChannelAddress> channels,
            Set<UUID> members,
            Set<UUID> admins,
            List<Roster> rosters,
            boolean active,
            boolean fileOwned) {
        this(id, name, zone, channels, members, admins, rosters, active, fileOwned, TeamExtras.NONE);
    }

    public Team {
        channels = channels.stream()
                .sorted(Comparator.comparing(ChannelAddress::toString))
                .toList();
        members = Set.copyOf(members);
        admins = Set.copyOf(admins);
        rosters = rosters.stream().sorted(Comparator.comparing(Roster::name)).toList();
    }

    public Team with(List<Roster> otherRosters) {
        return new Team(id, name, zone, channels, members, admins, otherRosters, active, fileOwned, extras);
    }
}

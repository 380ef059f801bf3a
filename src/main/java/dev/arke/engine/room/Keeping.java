package dev.arke.engine.room;

import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelSync;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.List;

/** One thing to keep up to date, as it stands at an instant: the links that want it, and who is on call in their teams. */
record Keeping(ChannelSync sync, List<ChannelLink> links, OnCallNow onCall, Directory directory, Instant now) {
    Keeping {
        links = List.copyOf(links);
    }

    List<Team> teams() {
        return teams(links, directory);
    }

    static List<Team> teams(List<ChannelLink> links, Directory directory) {
        return links.stream()
                .map(link -> directory.team(link.teamId()))
                .distinct()
                .toList();
    }
}

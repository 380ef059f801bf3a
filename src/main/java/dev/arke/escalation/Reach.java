package dev.arke.escalation;

import dev.arke.responder.ChannelAddress;
import java.net.URI;
import java.util.Set;
import java.util.UUID;

/** Whom a set of targets stands for at one instant. {@code unreachable} are people without a usable contact method. */
public record Reach(Set<UUID> people, Set<UUID> unreachable, Set<ChannelAddress> channels, Set<URI> webhooks) {
    public static final Reach NOBODY = new Reach(Set.of(), Set.of(), Set.of(), Set.of());

    public Reach {
        people = Set.copyOf(people);
        unreachable = Set.copyOf(unreachable);
        channels = Set.copyOf(channels);
        webhooks = Set.copyOf(webhooks);
    }

    public boolean isNobody() {
        return people.isEmpty() && channels.isEmpty() && webhooks.isEmpty();
    }
}

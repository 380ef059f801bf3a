package dev.arke.slack.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rights the Slack app asks for, the fewest that what Arke does needs. The app's manifest is made from them. */
public final class Scopes {
    /** Without these Arke cannot page or talk. */
    public static final List<String> NEEDED = List.of(
            "commands",
            "chat:write",
            "chat:write.public",
            "im:write",
            "im:history",
            "app_mentions:read",
            "channels:read",
            "groups:read",
            "users:read",
            "users:read.email");

    /** For rooms, topics and user groups; without these the rest works. */
    private static final List<String> FOR_ROOMS =
            List.of("channels:manage", "groups:write", "pins:write", "usergroups:read", "usergroups:write");

    /** What the manifest and the installation ask for, in the order of their names. */
    public static final List<String> ALL =
            Stream.concat(NEEDED.stream(), FOR_ROOMS.stream()).sorted().toList();

    private Scopes() {}

    static List<String> missingFrom(Set<String> granted) {
        return NEEDED.stream().filter(scope -> !granted.contains(scope)).toList();
    }
}

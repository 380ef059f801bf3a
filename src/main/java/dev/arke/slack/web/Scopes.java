package dev.arke.slack.web;

import java.util.List;
import java.util.Set;

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

    private Scopes() {}

    static List<String> missingFrom(Set<String> granted) {
        return NEEDED.stream().filter(scope -> !granted.contains(scope)).toList();
    }
}

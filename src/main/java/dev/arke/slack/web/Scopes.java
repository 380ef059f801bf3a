package dev.arke.slack.web;

import java.util.List;
import java.util.Set;

/** The rights the Slack app asks for, the fewest that what Arke does needs. The app's manifest is made from them. */
public final class Scopes {
    /** In the order of their names; src/docs/slack.md has the reason for each. */
    public static final List<String> NEEDED = List.of(
            "app_mentions:read", "chat:write", "chat:write.public", "commands", "im:history", "im:write", "users:read");

    private Scopes() {}

    static List<String> missingFrom(Set<String> granted) {
        return NEEDED.stream().filter(scope -> !granted.contains(scope)).toList();
    }
}

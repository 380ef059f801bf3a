package dev.arke.slack.web;

import dev.arke.slack.SlackSettings.Extras;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rights the Slack app asks for, the fewest that what Arke does needs. The app's manifest is made from them. */
public final class Scopes {
    /** In the order of their names; src/docs/slack.md has the reason for each. */
    public static final List<String> NEEDED = List.of(
            "app_mentions:read",
            "channels:manage",
            "channels:read",
            "chat:write",
            "chat:write.public",
            "commands",
            "files:write",
            "groups:read",
            "groups:write",
            "im:history",
            "im:write",
            "pins:write",
            "usergroups:read",
            "usergroups:write",
            "users:read");

    /** Only where accounts are linked by their mail address. */
    private static final String EMAILS = "users:read.email";

    /** Only where plain replies in threads are heard. */
    private static final List<String> CHANNELS = List.of("channels:history", "groups:history");

    private Scopes() {}

    public static List<String> needed(Extras extras) {
        var scopes = new ArrayList<>(NEEDED);
        if (extras.readsEmails()) scopes.add(EMAILS);
        if (extras.hearsThreads()) scopes.addAll(CHANNELS);
        return List.copyOf(scopes);
    }

    static List<String> missing(Extras extras, Set<String> granted) {
        return needed(extras).stream().filter(scope -> !granted.contains(scope)).toList();
    }
}

package dev.arke.slack.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rights the Slack app asks for, the fewest that what Arke does needs. The app's manifest is made from them. */
public final class Scopes {
    /** In the order of their names; src/docs/slack.md has the reason for each. */
    public static final List<String> NEEDED = List.of(
            "app_mentions:read", "chat:write", "chat:write.public", "commands", "im:history", "im:write", "users:read");

    /** Only where accounts are linked by their mail address. */
    public static final String EMAILS = "users:read.email";

    private Scopes() {}

    /** {@code readsEmails}: with the right to see the mail addresses of members. */
    public static List<String> needed(boolean readsEmails) {
        return readsEmails ? Stream.concat(NEEDED.stream(), Stream.of(EMAILS)).toList() : NEEDED;
    }

    static List<String> missing(boolean readsEmails, Set<String> granted) {
        return needed(readsEmails).stream()
                .filter(scope -> !granted.contains(scope))
                .toList();
    }
}

package dev.arke.slack.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** A channel or person: {@code C0PAY} of the home workspace, {@code T0TEAM/C0PAY} of another one. */
public record SlackAddress(Optional<String> team, String id) {
    private static final Pattern FORM = Pattern.compile("(?:([TE][A-Z0-9]{1,30})/)?([CGDUW][A-Z0-9]{1,30})");

    public static Optional<SlackAddress> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new SlackAddress(Optional.ofNullable(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    public boolean isPerson() {
        return id.startsWith("U") || id.startsWith("W");
    }

    /** Another place in the same workspace. */
    SlackAddress at(String otherId) {
        return new SlackAddress(team, otherId);
    }

    @Override
    public String toString() {
        return team.map(id -> id + "/").orElse("") + id;
    }
}

package dev.arke.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Teams bot: its registration in the one tenant whose people it serves, or none at all for a test client on this
 * machine ({@code anonymous}).
 */
public record TeamsSettings(String appId, String appSecret, String tenantId, boolean anonymous) {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The settings as they were given; a blank one was not. */
    public record Given(String appId, String appSecret, String tenantId, boolean anonymous) {
        @Override
        public String toString() {
            return "Given[***]";
        }
    }

    /** Empty where Teams is not wanted; what is wrong is added to {@code problems}, for people, without secrets. */
    public static Optional<TeamsSettings> read(Given given, List<String> problems) {
        boolean isRegistered =
                Stream.of(given.appId(), given.appSecret(), given.tenantId()).anyMatch(value -> !value.isBlank());
        if (!isRegistered && !given.anonymous()) return Optional.empty();
        var wrong = new ArrayList<String>();
        if (isRegistered && given.anonymous())
            wrong.add("TEAMS_ANONYMOUS lets anybody on this machine speak as Teams. Turn it off, or leave TEAMS_APP_ID,"
                    + " TEAMS_APP_SECRET and TEAMS_TENANT_ID away.");
        if (isRegistered) {
            requireId("TEAMS_APP_ID", given.appId(), "the Microsoft App ID on the page of your Azure Bot", wrong);
            requireId("TEAMS_TENANT_ID", given.tenantId(), "the tenant in which your bot is registered", wrong);
            if (given.appSecret().isBlank())
                wrong.add("TEAMS_APP_SECRET is missing: the value of a client secret of your bot's registration.");
            else if (ID.matcher(given.appSecret()).matches())
                wrong.add("TEAMS_APP_SECRET is the secret's ID. Its value is shown once, when it is made.");
        }
        problems.addAll(wrong);
        return wrong.isEmpty()
                ? Optional.of(new TeamsSettings(
                        given.appId().strip(),
                        given.appSecret(),
                        given.tenantId().strip(),
                        given.anonymous()))
                : Optional.empty();
    }

    private static void requireId(String name, String value, String what, List<String> wrong) {
        if (!ID.matcher(value.strip()).matches())
            wrong.add(name + (value.isBlank() ? " is missing: " : " is no ID: ") + what
                    + ", such as 00000000-0000-0000-0000-000000000000.");
    }

    @Override
    public String toString() {
        return anonymous
                ? "TeamsSettings[ANONYMOUS, for a test client]"
                : "TeamsSettings[app " + appId + ", tenant " + tenantId + "]";
    }
}

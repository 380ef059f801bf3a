package dev.arke.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Slack app: its own bot token, or OAuth for several workspaces, or both; and how Slack reaches us: signed HTTP,
 * Socket Mode, or both. {@code api} is the base of the Web API and ends with a slash; {@code command} is the root
 * command as it is typed; {@code extras} is what it may do besides.
 */
public record SlackSettings(
        Optional<String> botToken,
        Optional<String> signingSecret,
        Optional<String> appToken,
        Optional<OAuth> oauth,
        URI api,
        String command,
        Extras extras) {
    private static final int SHORTEST_SECRET = 16;
    private static final Pattern COMMAND = Pattern.compile("/[a-z0-9_-]{1,31}");

    /** What Slack knows the distributed app by. */
    public record OAuth(String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "OAuth[" + clientId + ", ***]";
        }
    }

    /**
     * What the app asks for only where the admin wants it: to see the mail addresses of members, by which accounts are
     * linked; to read what is written in channels, so that a plain reply in a thread answers a question.
     */
    public record Extras(boolean readsEmails, boolean hearsThreads) {
        public static final Extras NONE = new Extras(false, false);
    }

    /** The settings as they were given; a blank one was not. */
    public record Given(
            String botToken,
            String signingSecret,
            String appToken,
            String clientId,
            String clientSecret,
            String apiUrl,
            String command,
            Extras extras) {
        private boolean nothing() {
            return List.of(botToken, signingSecret, appToken, clientId, clientSecret).stream()
                    .allMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return "Given[***]";
        }
    }

    /** Empty where Slack is not wanted; what is wrong is added to {@code problems}, for people, without secrets. */
    public static Optional<SlackSettings> read(Given given, List<String> problems) {
        if (given.nothing()) return Optional.empty();
        var wrong = new ArrayList<String>();
        var oauth = oauth(given, wrong);
        var settings = new SlackSettings(
                token("SLACK_BOT_TOKEN", given.botToken(), "xoxb-", wrong),
                signingSecret(given.signingSecret(), wrong),
                token("SLACK_APP_TOKEN", given.appToken(), "xapp-", wrong),
                oauth,
                api(given.apiUrl(), wrong),
                command(given.command(), wrong),
                given.extras());
        if (given.botToken().isBlank() && oauth.isEmpty() && wrong.isEmpty())
            wrong.add("Slack needs SLACK_BOT_TOKEN (of your own app), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (to"
                    + " install it in several workspaces).");
        if (given.signingSecret().isBlank() && given.appToken().isBlank())
            wrong.add("Slack needs SLACK_SIGNING_SECRET (to know that a request is Slack's), or SLACK_APP_TOKEN (for"
                    + " Socket Mode). Without one of them anybody could speak as Slack.");
        problems.addAll(wrong);
        return wrong.isEmpty() ? Optional.of(settings) : Optional.empty();
    }

    private static Optional<String> token(String name, String value, String prefix, List<String> wrong) {
        if (!value.isBlank() && !value.startsWith(prefix))
            wrong.add(name + " must begin with " + prefix + "; look for it on the pages of your app at Slack.");
        return wanted(value);
    }

    /** Whoever guesses it, or gets it by heart like Bolt's stand-in "---", speaks as Slack. */
    private static Optional<String> signingSecret(String secret, List<String> wrong) {
        boolean isNone = secret.length() < SHORTEST_SECRET || secret.startsWith("xox") || secret.startsWith("xapp-");
        if (!secret.isBlank() && isNone)
            wrong.add("SLACK_SIGNING_SECRET is not a signing secret: it has at least " + SHORTEST_SECRET
                    + " letters and digits, and stands on the app's page Basic Information.");
        return wanted(secret);
    }

    private static Optional<OAuth> oauth(Given given, List<String> wrong) {
        if (given.clientId().isBlank() && given.clientSecret().isBlank()) return Optional.empty();
        if (given.clientId().isBlank() || given.clientSecret().isBlank()) {
            wrong.add("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together: set both or none.");
            return Optional.empty();
        }
        return Optional.of(new OAuth(given.clientId(), given.clientSecret()));
    }

    private static URI api(String url, List<String> wrong) {
        try {
            var uri = new URI(url.endsWith("/") ? url : url + "/");
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())))
                return uri;
        } catch (URISyntaxException e) {
            // Said below, as for any other text that is no address.
        }
        wrong.add("SLACK_API_URL is “" + url + "”: expected an address such as https://slack.com/api/.");
        return URI.create("https://slack.com/api/");
    }

    private static String command(String command, List<String> wrong) {
        if (!isCommand(command))
            wrong.add("SLACK_COMMAND is “" + command + "”: expected a slash and lower-case letters, such as /oncall.");
        return command;
    }

    /** Whether Slack takes it as the name of a slash command. */
    public static boolean isCommand(String command) {
        return COMMAND.matcher(command).matches();
    }

    private static Optional<String> wanted(String value) {
        return Optional.of(value).filter(text -> !text.isBlank());
    }

    public boolean isSocketMode() {
        return appToken.isPresent();
    }

    @Override
    public String toString() {
        return "SlackSettings[api " + api + ", command " + command + ", own token " + botToken.isPresent()
                + ", signed HTTP " + signingSecret.isPresent() + ", Socket Mode " + isSocketMode() + ", OAuth "
                + oauth.isPresent() + "]";
    }
}

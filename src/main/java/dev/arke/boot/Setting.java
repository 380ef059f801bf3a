package dev.arke.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting there is: its name in the environment and in arke.conf, its default, and what it means. */
enum Setting {
    ARKE_HTTP_HOST("127.0.0.1", "address to listen on"),
    ARKE_HTTP_PORT("8080", "port to listen on"),
    ARKE_PUBLIC_URL("http://127.0.0.1:8080", "base of links, as people and monitors reach it"),
    ARKE_DATABASE_URL("jdbc:h2:file:./data/arke", "JDBC URL: H2 in a file, or jdbc:postgresql:… for several nodes"),
    ARKE_DATABASE_USER("arke", "user of the database"),
    ARKE_DATABASE_PASSWORD("", "password of the database"),
    ARKE_TEAM_FILE("", "people, teams, policies, services and integrations as YAML, applied at start"),
    ARKE_SANDBOX("off", "on: the built-in chat at /sandbox, for trying out on this machine"),
    ARKE_LINK_BY_EMAIL(
            "off", "on: a chat account is linked to the responder with the mail address its platform vouches for"),
    SLACK_BOT_TOKEN("", "bot token of your own Slack app (xoxb-…)"),
    SLACK_SIGNING_SECRET("", "proves that a request is Slack's; needed where Slack calls us over HTTP"),
    SLACK_APP_TOKEN("", "app-level token (xapp-…): Socket Mode, no address that Slack can reach"),
    SLACK_CLIENT_ID("", "with SLACK_CLIENT_SECRET: install in several workspaces at /slack/install"),
    SLACK_CLIENT_SECRET("", "secret of SLACK_CLIENT_ID"),
    SLACK_API_URL("https://slack.com/api/", "base of Slack's Web API: for GovSlack, or a test server"),
    SLACK_COMMAND("/oncall", "the slash command, where another app has taken /oncall"),
    SLACK_THREAD_REPLIES(
            "off", "on: a plain reply in an incident's thread answers a question; needs the right to read channels"),
    TEAMS_APP_ID("", "Microsoft App ID of your Azure Bot"),
    TEAMS_APP_SECRET("", "value of a client secret of that app"),
    TEAMS_TENANT_ID("", "tenant in which the bot is registered; it serves the people of this one"),
    TEAMS_ANONYMOUS("off", "on: a Teams test client on this machine may speak without sign-in"),
    SMTP_URL("", "mail server: smtp://user:password@host:587, or smtps://…; empty: no mail"),
    SMTP_FROM("", "sender of mails, such as arke@example.com; needed with SMTP_URL"),
    SMTP_MAILS_A_MINUTE("120", "how many mails each node hands to that server in a minute at most"),
    IMAP_URL(
            "", "mailbox for replies and alerts by mail: imaps://user:password@host, or imap://…; empty: none is read"),
    IMAP_ADDRESS("", "what people reply to, when it is not SMTP_FROM: arke@example.com, or arke+*@example.com"),
    TWILIO_ACCOUNT_SID("", "account at Twilio for texts and calls (AC…); empty: none"),
    TWILIO_AUTH_TOKEN("", "auth token of that account; also proves that a request is Twilio's"),
    TWILIO_FROM("", "your Twilio number that texts and calls come from, such as +33600000001"),
    TWILIO_API_URL("https://api.twilio.com", "base of Twilio's API: for a proxy, or a test server"),
    ARKE_SMS_URL("", "a gateway that takes texts by HTTP POST, instead of Twilio's"),
    ARKE_SMS_BODY("to={to}&text={text}", "what the gateway is sent: a form, or JSON, with {to} and {text}"),
    ARKE_SMS_HEADER("", "one header for the gateway, such as Authorization: Bearer …"),
    ARKE_WEBHOOK_SECRET("", "signs outgoing webhooks; empty: no webhooks"),
    ARKE_WEBHOOK_ALLOW_PRIVATE("", "networks inside yours that webhooks may call, such as 10.1.0.0/16, by commas");

    /** Names that begin so are ours: one that is not in the list is a mistake. */
    private static final List<String> OURS = List.of("ARKE_", "SMTP_", "IMAP_", "SLACK_", "TEAMS_", "TWILIO_");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return switch (this) {
            case ARKE_DATABASE_PASSWORD,
                    SLACK_BOT_TOKEN,
                    SLACK_SIGNING_SECRET,
                    SLACK_APP_TOKEN,
                    SLACK_CLIENT_SECRET,
                    TEAMS_APP_SECRET,
                    SMTP_URL,
                    IMAP_URL,
                    TWILIO_AUTH_TOKEN,
                    ARKE_SMS_URL,
                    ARKE_SMS_BODY,
                    ARKE_SMS_HEADER,
                    ARKE_WEBHOOK_SECRET -> true;
            case ARKE_HTTP_HOST,
                    ARKE_HTTP_PORT,
                    ARKE_PUBLIC_URL,
                    ARKE_DATABASE_URL,
                    ARKE_DATABASE_USER,
                    ARKE_TEAM_FILE,
                    ARKE_SANDBOX,
                    ARKE_LINK_BY_EMAIL,
                    SLACK_CLIENT_ID,
                    SLACK_API_URL,
                    SLACK_COMMAND,
                    SLACK_THREAD_REPLIES,
                    TEAMS_APP_ID,
                    TEAMS_TENANT_ID,
                    TEAMS_ANONYMOUS,
                    SMTP_FROM,
                    SMTP_MAILS_A_MINUTE,
                    IMAP_ADDRESS,
                    TWILIO_ACCOUNT_SID,
                    TWILIO_FROM,
                    TWILIO_API_URL,
                    ARKE_WEBHOOK_ALLOW_PRIVATE -> false;
        };
    }

    static Optional<Setting> find(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Setting::name).toList();
    }

    static boolean isOurs(String name) {
        return OURS.stream().anyMatch(name::startsWith);
    }
}

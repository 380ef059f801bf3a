package dev.arke.boot;

import dev.arke.chat.NearestName;
import dev.arke.database.DatabaseSettings;
import dev.arke.http.HttpSettings;
import dev.arke.mail.ImapSettings;
import dev.arke.mail.MailSettings;
import dev.arke.phone.gateway.GatewaySettings;
import dev.arke.phone.twilio.TwilioSettings;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.SlackSettings.Extras;
import dev.arke.teams.TeamsSettings;
import dev.arke.webhook.WebhookSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From text to {@link Settings}; gathers everything that is wrong before it refuses. */
final class SettingsReader {
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> given = new TreeMap<>();

    SettingsReader(Map<String, String> environment) {
        given.putAll(SettingsFile.read(environment, problems));
        environment.forEach((name, value) -> {
            if (Setting.isOurs(name) && !name.equals("ARKE_CONFIG")) given.put(name, value);
        });
        given.keySet().stream().filter(name -> Setting.find(name).isEmpty()).forEach(this::refuseUnknown);
    }

    private void refuseUnknown(String name) {
        problems.add("There is no setting " + name + "." + NearestName.question(name, Setting.names()));
    }

    Settings read() {
        var publicUrl = url();
        boolean linkByEmail = onOrOff(Setting.ARKE_LINK_BY_EMAIL);
        var settings = new Settings(
                new HttpSettings(value(Setting.ARKE_HTTP_HOST), port()),
                publicUrl,
                database(),
                optional(Setting.ARKE_TEAM_FILE).map(Path::of),
                onOrOff(Setting.ARKE_SANDBOX),
                linkByEmail,
                slack(linkByEmail),
                teams(),
                optional(Setting.SMTP_URL).flatMap(this::mail),
                optional(Setting.IMAP_URL).flatMap(this::mailbox),
                phone(publicUrl),
                optional(Setting.ARKE_WEBHOOK_SECRET).flatMap(this::webhook));
        if (settings.sandbox()) onlyLocal("ARKE_SANDBOX", settings);
        if (settings.teams().filter(TeamsSettings::anonymous).isPresent()) onlyLocal("TEAMS_ANONYMOUS", settings);
        if (!problems.isEmpty()) throw new BadSettings(problems);
        return settings;
    }

    private void onlyLocal(String name, Settings settings) {
        if (!settings.isLocal())
            problems.add(name + " is for trying out on this machine: it needs no sign-in, and ARKE_PUBLIC_URL "
                    + settings.publicUrl() + " is not loopback. Turn one of them off.");
        if (!isLoopback(settings.http().host()))
            problems.add(name + " needs no sign-in, and ARKE_HTTP_HOST "
                    + settings.http().host()
                    + " lets other machines in. Listen on 127.0.0.1, or turn "
                    + (name.equals("ARKE_SANDBOX") ? "the sandbox" : "it") + " off.");
    }

    private String value(Setting setting) {
        var text = given.get(setting.name());
        return text == null || text.isBlank() ? setting.standard() : text.strip();
    }

    private Optional<String> optional(Setting setting) {
        return Optional.of(value(setting)).filter(text -> !text.isBlank());
    }

    private Optional<SlackSettings> slack(boolean readsEmails) {
        return SlackSettings.read(
                new SlackSettings.Given(
                        value(Setting.SLACK_BOT_TOKEN),
                        value(Setting.SLACK_SIGNING_SECRET),
                        value(Setting.SLACK_APP_TOKEN),
                        value(Setting.SLACK_CLIENT_ID),
                        value(Setting.SLACK_CLIENT_SECRET),
                        value(Setting.SLACK_API_URL),
                        value(Setting.SLACK_COMMAND),
                        new Extras(readsEmails, onOrOff(Setting.SLACK_THREAD_REPLIES))),
                problems);
    }

    private Optional<TeamsSettings> teams() {
        return TeamsSettings.read(
                new TeamsSettings.Given(
                        value(Setting.TEAMS_APP_ID),
                        value(Setting.TEAMS_APP_SECRET),
                        value(Setting.TEAMS_TENANT_ID),
                        onOrOff(Setting.TEAMS_ANONYMOUS)),
                problems);
    }

    private Optional<MailSettings> mail(String url) {
        try {
            return Optional.of(
                    MailSettings.parse(url, value(Setting.SMTP_FROM)).atMost(value(Setting.SMTP_MAILS_A_MINUTE)));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private PhoneSettings phone(URI publicUrl) {
        return new PhoneSettings(
                TwilioSettings.read(
                        new TwilioSettings.Given(
                                value(Setting.TWILIO_ACCOUNT_SID),
                                value(Setting.TWILIO_AUTH_TOKEN),
                                value(Setting.TWILIO_FROM),
                                value(Setting.TWILIO_API_URL)),
                        publicUrl,
                        problems),
                GatewaySettings.read(
                        value(Setting.ARKE_SMS_URL),
                        value(Setting.ARKE_SMS_BODY),
                        value(Setting.ARKE_SMS_HEADER),
                        problems));
    }

    private Optional<ImapSettings> mailbox(String url) {
        if (value(Setting.SMTP_URL).isBlank())
            problems.add("IMAP_URL needs SMTP_URL: what is read there is answered by mail.");
        try {
            return Optional.of(ImapSettings.parse(url, value(Setting.IMAP_ADDRESS)));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<WebhookSettings> webhook(String secret) {
        try {
            return Optional.of(WebhookSettings.parse(secret, value(Setting.ARKE_WEBHOOK_ALLOW_PRIVATE)));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private int port() {
        var text = value(Setting.ARKE_HTTP_PORT);
        if (isPort(text)) return Integer.parseInt(text);
        problems.add("ARKE_HTTP_PORT is “" + text + "”: expected a port from 0 to 65535, such as 8080.");
        return 0;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535;
    }

    private URI url() {
        var setting = Setting.ARKE_PUBLIC_URL;
        boolean follows = !given.containsKey(setting.name()) && isPort(value(Setting.ARKE_HTTP_PORT));
        var text = follows ? "http://127.0.0.1:" + value(Setting.ARKE_HTTP_PORT) : value(setting);
        try {
            var url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())))
                return url;
        } catch (URISyntaxException e) {
            // Said below, as for any other text that is no address.
        }
        problems.add("ARKE_PUBLIC_URL is “" + text + "”: expected an address such as https://arke.example.com.");
        return URI.create("http://127.0.0.1");
    }

    private DatabaseSettings database() {
        var database = new DatabaseSettings(
                value(Setting.ARKE_DATABASE_URL),
                value(Setting.ARKE_DATABASE_USER),
                value(Setting.ARKE_DATABASE_PASSWORD));
        if (!database.isH2() && !database.isPostgres())
            problems.add("ARKE_DATABASE_URL is none of jdbc:h2:… and jdbc:postgresql:….");
        if (database.hasPasswordInUrl())
            problems.add("ARKE_DATABASE_URL holds a password. Give it in ARKE_DATABASE_PASSWORD instead.");
        return database;
    }

    private boolean onOrOff(Setting setting) {
        var text = value(setting);
        if (!text.equals("on") && !text.equals("off"))
            problems.add(setting.name() + " is “" + text + "”: expected on or off.");
        return text.equals("on");
    }
}

package dev.arke.boot;

import dev.arke.database.DatabaseSettings;
import dev.arke.http.HttpSettings;
import dev.arke.mail.ImapSettings;
import dev.arke.mail.MailSettings;
import dev.arke.slack.SlackSettings;
import dev.arke.teams.TeamsSettings;
import dev.arke.webhook.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** All settings, valid. Secrets are in none of its words. */
record Settings(
        HttpSettings http,
        URI publicUrl,
        DatabaseSettings database,
        Optional<Path> teamFile,
        boolean sandbox,
        boolean linkByEmail,
        Optional<SlackSettings> slack,
        Optional<TeamsSettings> teams,
        Optional<MailSettings> mail,
        Optional<ImapSettings> mailbox,
        PhoneSettings phone,
        Optional<WebhookSettings> webhook) {
    /** Where Arke keeps what is not in the database. */
    static final Path DATA = Path.of("data");

    /**
     * Reads arke.conf (or the file that ARKE_CONFIG names) and the environment, which wins.
     *
     * @throws BadSettings with all that is wrong
     */
    static Settings read(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    /** The same with another database. */
    Settings with(DatabaseSettings other) {
        return new Settings(
                http, publicUrl, other, teamFile, sandbox, linkByEmail, slack, teams, mail, mailbox, phone, webhook);
    }

    /** Whether people only on this machine can reach it. */
    boolean isLocal() {
        var host = publicUrl.getHost();
        return host != null && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
    }

    @Override
    public String toString() {
        return "Settings[listening on " + http.host() + ":" + http.port() + ", public " + publicUrl + ", " + database
                + ", team file " + teamFile.map(Path::toString).orElse("none") + ", sandbox " + sandbox + ", slack "
                + slack.map(SlackSettings::toString).orElse("none") + ", teams "
                + teams.map(TeamsSettings::toString).orElse("none") + ", mail "
                + mail.isPresent() + ", mailbox "
                + mailbox.map(ImapSettings::toString).orElse("none") + ", phone " + phone + ", webhooks "
                + webhook.isPresent() + "]";
    }
}

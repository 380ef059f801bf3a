package dev.arke.boot;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.responder.ContactKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void hasDefaultsForEverything() {
        var settings = Settings.read(Map.of());

        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.database().url()).isEqualTo("jdbc:h2:file:./data/arke");
        assertThat(settings.teamFile()).isEmpty();
        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.slack()).isEmpty();
        assertThat(settings.teams()).isEmpty();
        assertThat(settings.linkByEmail()).isFalse();
        assertThat(settings.mail()).isEmpty();
        assertThat(settings.phone().kinds()).isEmpty();
        assertThat(settings.webhook()).isEmpty();
    }

    @Test
    void readsEverySettingFromTheEnvironment() {
        var settings = Settings.read(all());

        assertThat(settings.http().port()).isEqualTo(9090);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:9090"));
        assertThat(settings.database().isPostgres()).isTrue();
        assertThat(settings.teamFile()).hasValue(Path.of("team.yaml"));
        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.slack()).isPresent();
        assertThat(settings.teams()).isPresent();
        assertThat(settings.linkByEmail()).isTrue();
        assertThat(settings.mail()).isPresent();
        assertThat(settings.mailbox()).isPresent();
        assertThat(settings.phone().twilio()).isPresent();
        assertThat(settings.phone().gateway()).isPresent();
        assertThat(settings.webhook()).isPresent();
        assertThat(TeamFiles.carriers(settings))
                .containsExactlyInAnyOrder(
                        ContactKind.SANDBOX,
                        ContactKind.SLACK,
                        ContactKind.TEAMS,
                        ContactKind.EMAIL,
                        ContactKind.SMS,
                        ContactKind.CALL,
                        ContactKind.WEBHOOK);
        assertThat(all().keySet()).containsExactlyInAnyOrderElementsOf(Setting.names());
    }

    private static Map<String, String> all() {
        return Map.ofEntries(
                Map.entry("ARKE_HTTP_HOST", "127.0.0.2"),
                Map.entry("ARKE_HTTP_PORT", "9090"),
                Map.entry("ARKE_PUBLIC_URL", "http://localhost:9090/"),
                Map.entry("ARKE_DATABASE_URL", "jdbc:postgresql://db/arke?sslpassword=hidden-0"),
                Map.entry("ARKE_DATABASE_USER", "u"),
                Map.entry("ARKE_DATABASE_PASSWORD", "hidden-1"),
                Map.entry("ARKE_TEAM_FILE", "team.yaml"),
                Map.entry("ARKE_SANDBOX", "on"),
                Map.entry("SLACK_BOT_TOKEN", "xoxb-hidden-4"),
                Map.entry("SLACK_SIGNING_SECRET", "hidden-5-of-some-length"),
                Map.entry("SLACK_APP_TOKEN", "xapp-hidden-6"),
                Map.entry("SLACK_CLIENT_ID", "1.2"),
                Map.entry("SLACK_CLIENT_SECRET", "hidden-7"),
                Map.entry("SLACK_API_URL", "http://127.0.0.1:1/api"),
                Map.entry("SLACK_COMMAND", "/arke"),
                Map.entry("SLACK_THREAD_REPLIES", "on"),
                Map.entry("TEAMS_APP_ID", "11111111-2222-3333-4444-555555555555"),
                Map.entry("TEAMS_APP_SECRET", "hidden-8"),
                Map.entry("TEAMS_TENANT_ID", "99999999-8888-7777-6666-555555555555"),
                Map.entry("TEAMS_ANONYMOUS", "off"),
                Map.entry("ARKE_LINK_BY_EMAIL", "on"),
                Map.entry("IMAP_URL", "imaps://arke:hidden-imap@mail.example.com/Replies"),
                Map.entry("IMAP_ADDRESS", "arke+*@example.com"),
                Map.entry("SMTP_URL", "smtp://arke:hidden-2@127.0.0.1:2525"),
                Map.entry("SMTP_FROM", "arke@example.com"),
                Map.entry("SMTP_MAILS_A_MINUTE", "600"),
                Map.entry("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001"),
                Map.entry("TWILIO_AUTH_TOKEN", "hidden-9-and-long-enough"),
                Map.entry("TWILIO_FROM", "+33900000000"),
                Map.entry("TWILIO_API_URL", "http://127.0.0.1:1"),
                Map.entry("ARKE_SMS_URL", "https://sms.example.com/send?key=hidden-10"),
                Map.entry("ARKE_SMS_BODY", "key=hidden-11&to={to}&text={text}"),
                Map.entry("ARKE_SMS_HEADER", "Authorization: Bearer hidden-12"),
                Map.entry("ARKE_WEBHOOK_SECRET", "hidden-3-and-long-enough"),
                Map.entry("ARKE_WEBHOOK_ALLOW_PRIVATE", "10.1.0.0/16"));
    }

    @Test
    void showsNoSecret() {
        assertThat(Settings.read(all()).toString())
                .contains("jdbc:postgresql://db/arke")
                .doesNotContain("hidden");
    }

    @Test
    void aPasswordInTheDatabasesUrlIsRefusedAndNotShown() {
        for (var url : List.of(
                "jdbc:postgresql://db/arke?user=u&password=hidden",
                "jdbc:postgresql://db/arke?password=hidden",
                "jdbc:h2:file:./data/arke;PASSWORD=hidden"))
            assertThatThrownBy(() -> Settings.read(Map.of("ARKE_DATABASE_URL", url)))
                    .isInstanceOf(BadSettings.class)
                    .hasMessageContaining("ARKE_DATABASE_PASSWORD")
                    .hasMessageNotContaining("hidden");
    }

    @Test
    void aTeamsTestClientIsForThisMachineOnly() {
        assertThat(Settings.read(Map.of("TEAMS_ANONYMOUS", "on")).teams()).isPresent();
        assertThatThrownBy(() -> Settings.read(Map.of(
                        "TEAMS_ANONYMOUS", "on",
                        "ARKE_PUBLIC_URL", "https://arke.example.com",
                        "ARKE_HTTP_HOST", "0.0.0.0")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("TEAMS_ANONYMOUS is for trying out on this machine")
                .hasMessageContaining("TEAMS_ANONYMOUS needs no sign-in, and ARKE_HTTP_HOST 0.0.0.0");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var environment = Map.ofEntries(
                entry("ARKE_HTTP_PORT", "99999"),
                entry("ARKE_PUBLIC_URL", "arke.example.com"),
                entry("ARKE_DATABASE_URL", "jdbc:mysql:x"),
                entry("ARKE_SANDBOX", "yes"),
                entry("ARKE_TEAM_FIEL", "team.yaml"),
                entry("SLACK_BOT_TOKEN", "xoxp-hidden"),
                entry("SLACK_CLIENT_ID", "1.2"),
                entry("SLACK_API_URL", "slack"),
                entry("SLACK_COMMAND", "On Call"),
                entry("TEAMS_APP_ID", "hidden"),
                entry("TWILIO_FROM", "hidden"));

        assertThatThrownBy(() -> Settings.read(environment))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("ARKE_HTTP_PORT is “99999”")
                .hasMessageContaining("ARKE_PUBLIC_URL is “arke.example.com”")
                .hasMessageContaining("jdbc:h2:… and jdbc:postgresql:…")
                .hasMessageContaining("ARKE_SANDBOX is “yes”: expected on or off")
                .hasMessageContaining("Did you mean ARKE_TEAM_FILE?")
                .hasMessageContaining("SLACK_BOT_TOKEN must begin with xoxb-")
                .hasMessageContaining("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together")
                .hasMessageContaining("SLACK_API_URL is “slack”")
                .hasMessageContaining("SLACK_COMMAND is “On Call”")
                .hasMessageContaining("Without one of them anybody could speak as Slack")
                .hasMessageContaining("TEAMS_APP_ID is no ID")
                .hasMessageContaining("TEAMS_APP_SECRET is missing")
                .hasMessageContaining("TWILIO_FROM is no number")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void refusesTheSandboxWhereStrangersReachIt() {
        var environment = Map.of("ARKE_SANDBOX", "on", "ARKE_PUBLIC_URL", "https://arke.example.com");

        assertThatThrownBy(() -> Settings.read(environment)).hasMessageContaining("is not loopback");
    }

    @Test
    void refusesTheSandboxWhereOtherMachinesConnect() {
        var environment = Map.of("ARKE_SANDBOX", "on", "ARKE_HTTP_HOST", "0.0.0.0");

        assertThatThrownBy(() -> Settings.read(environment)).hasMessageContaining("lets other machines in");
    }

    @Test
    void readsAFileThatTheEnvironmentOverrides() throws IOException {
        var file = Files.writeString(folder.resolve("my.conf"), "# mine\nARKE_HTTP_PORT = 7000\nARKE_HTTP_HOST=::1\n");

        var settings = Settings.read(Map.of("ARKE_CONFIG", file.toString(), "ARKE_HTTP_PORT", "7001"));

        assertThat(settings.http().host()).isEqualTo("::1");
        assertThat(settings.http().port()).isEqualTo(7001);
    }

    @Test
    void namesTheLineOfAFileThatIsWrong() throws IOException {
        var file = Files.writeString(folder.resolve("my.conf"), "ARKE_HTTP_PORT=1\nwhat\nARKE_HTTP_PORT=2\n");

        assertThatThrownBy(() -> Settings.read(Map.of("ARKE_CONFIG", file.toString())))
                .hasMessageContaining("line 2: expected NAME=value")
                .hasMessageContaining("line 3: ARKE_HTTP_PORT is set twice");
    }

    @Test
    void saysThatTheFileNamedIsNotThere() {
        assertThatThrownBy(() -> Settings.read(
                        Map.of("ARKE_CONFIG", folder.resolve("none").toString())))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void theReadmeTellsEverySettingAsItIs() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var rows = new HashMap<String, String>();
        readme.lines()
                .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .forEach(cells -> rows.put(cells[1].replace("`", ""), cells[2].replace("`", "") + "|" + cells[3]));

        assertThat(Arrays.stream(Setting.values()))
                .allSatisfy(setting ->
                        assertThat(rows).containsEntry(setting.name(), setting.standard() + "|" + setting.meaning()));
        assertThat(rows.keySet()).hasSize(Setting.values().length + 1).contains("ARKE_CONFIG");
    }
}

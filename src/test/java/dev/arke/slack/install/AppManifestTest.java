package dev.arke.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.web.Scopes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits are those of api.slack.com/reference/manifests and of Slack's published manifest schema. */
final class AppManifestTest {
    private static final Path SHIPPED = Path.of("manifest", "slack");
    private static final AppManifest HTTP =
            new AppManifest(Optional.of(URI.create("https://arke.example.com")), "/oncall", "Arke", Extras.NONE);
    private static final AppManifest SOCKET = new AppManifest(Optional.empty(), "/oncall", "Arke", Extras.NONE);

    @Test
    void theShippedManifestsAreThoseOfTheCode() throws IOException {
        assertThat(SHIPPED.resolve("http.json")).content().isEqualTo(HTTP.json());
        assertThat(SHIPPED.resolve("socket-mode.json")).content().isEqualTo(SOCKET.json());
    }

    @Test
    void socketModeNamesNoAddress() throws IOException {
        var manifest = read(SOCKET);

        assertThat(SOCKET.json()).doesNotContain("http");
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
    }

    @Test
    void overHttpEverythingGoesToArkesRoutes() throws IOException {
        var manifest = read(HTTP);
        var events = "https://arke.example.com/slack/events";

        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
        assertThat(manifest.at("/settings/event_subscriptions/request_url").asText())
                .isEqualTo(events);
        assertThat(manifest.at("/settings/interactivity/request_url").asText()).isEqualTo(events);
        assertThat(manifest.at("/settings/interactivity/message_menu_options_url")
                        .asText())
                .isEqualTo(events);
        assertThat(manifest.at("/features/slash_commands/0/url").asText()).isEqualTo(events);
        assertThat(manifest.at("/oauth_config/redirect_urls/0").asText())
                .isEqualTo("https://arke.example.com/slack/oauth_redirect");
    }

    @Test
    void staysWithinSlacksLimits() throws IOException {
        var manifest = read(HTTP);

        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/features/shortcuts")).hasSizeBetween(1, 10).allSatisfy(shortcut -> {
            assertThat(shortcut.path("name").asText()).hasSizeBetween(1, 24);
            assertThat(shortcut.path("description").asText()).hasSizeBetween(1, 150);
        });
        assertThat(texts(manifest.at("/settings/event_subscriptions/bot_events")))
                .isEqualTo(AppSurface.EVENTS)
                .doesNotHaveDuplicates();
        assertThat(texts(manifest.at("/oauth_config/scopes/bot")))
                .isEqualTo(Scopes.NEEDED)
                .doesNotHaveDuplicates();
        assertThat(manifest.at("/features/slash_commands/0/should_escape").asBoolean())
                .isTrue();
    }

    @Test
    void asksNoScopeToReadWhatPeopleWriteInChannels() {
        assertThat(Scopes.NEEDED)
                .doesNotContain("channels:history", "groups:history", "mpim:history", "admin", "files:read");
    }

    @Test
    void seesMailAddressesOnlyWhereThatIsWanted() throws IOException {
        var reading = new AppManifest(Optional.empty(), "/oncall", "Arke", new Extras(true, false));

        assertThat(texts(read(reading).at("/oauth_config/scopes/bot")))
                .containsAll(Scopes.NEEDED)
                .contains("users:read.email")
                .hasSize(Scopes.NEEDED.size() + 1);
        assertThat(SOCKET.json()).doesNotContain("users:read.email");
    }

    @Test
    void readsChannelsOnlyWhereThatIsWanted() throws IOException {
        var hearing = read(new AppManifest(Optional.empty(), "/oncall", "Arke", new Extras(false, true)));

        assertThat(texts(hearing.at("/oauth_config/scopes/bot"))).contains("channels:history", "groups:history");
        assertThat(texts(hearing.at("/settings/event_subscriptions/bot_events")))
                .contains("message.channels", "message.groups")
                .hasSize(AppSurface.EVENTS.size() + 2);
        assertThat(SOCKET.json()).doesNotContain("message.channels", "message.groups");
    }

    /** Each scope and what it is for stands in the docs. */
    @Test
    void theDocsNameEveryScope() throws IOException {
        var docs = Files.readString(Path.of("src", "docs", "slack.md"));
        var table = docs.substring(docs.indexOf("## Scopes"), docs.indexOf("## When"));

        assertThat(table.lines().filter(line -> line.startsWith("| `")).flatMap(AppManifestTest::scopesOf))
                .containsExactlyInAnyOrderElementsOf(Scopes.needed(new Extras(true, true)));
    }

    private static Stream<String> scopesOf(String row) {
        var first = row.substring(2, row.indexOf(" |", 2));
        return Stream.of(first.replace("`", "").split(", ?", -1));
    }

    @Test
    void saysWhatSlackWouldRefuse() {
        assertThat(AppManifest.problem(Optional.of(URI.create("http://arke.example.com")), "/oncall", "Arke"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("https"));
        assertThat(AppManifest.problem(Optional.empty(), "oncall", "Arke"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("/oncall"));
        assertThat(AppManifest.problem(Optional.empty(), "/oncall", "A".repeat(36)))
                .isPresent();
        assertThat(AppManifest.problem(Optional.of(URI.create("https://arke.example.com/")), "/oncall", "Arke"))
                .isEmpty();
    }

    @Test
    void aSlashAtTheEndOfTheAddressIsNotDoubled() {
        var manifest =
                new AppManifest(Optional.of(URI.create("https://arke.example.com/")), "/oncall", "Arke", Extras.NONE);

        assertThat(manifest.json()).isEqualTo(HTTP.json());
    }

    private static JsonNode read(AppManifest manifest) throws IOException {
        return new ObjectMapper().readTree(manifest.json());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package dev.arke.testkit.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.testkit.MovableInstants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake finds strange what Teams would refuse, and does not find strange what Teams takes. */
final class FakeTeamsTest {
    private static final String ROOM = "19:pay@thread.tacv2";
    private static final String CHAT = "19:night@thread.v2";
    private static final String WORDS =
            "{\"type\": \"message\", \"summary\": \"s\", \"text\": \"t\", \"from\": {\"id\": \"28:x\"}}";

    private final MovableInstants clock = new MovableInstants();
    private final FakeTeams teams = FakeTeams.start(clock);
    private final HttpClient http = HttpClient.newHttpClient();

    private record Heard(int status, JsonNode json) {}

    @BeforeEach
    void people() {
        teams.channel(ROOM);
        teams.member("alice");
        teams.member("bob");
        teams.tenant().chat(CHAT, "29:bob");
    }

    @AfterEach
    void close() {
        http.close();
        teams.close();
    }

    @Test
    void aThreadIsThereOnceItWasBegunByTheBotOrBySomebody() {
        assertThat(post(ROOM + ";messageid=5").status()).isEqualTo(404);
        assertThat(teams.strange()).hasSize(1);
        teams.tenant().written(ROOM + ";messageid=5");
        assertThat(post(ROOM + ";messageid=5").status()).isEqualTo(201);
        assertThat(post(begin()).status()).isEqualTo(201);
        assertThat(post("19:other@thread.tacv2").status()).isEqualTo(404);
        assertThat(post(FakeTeams.direct("29:alice")).status()).isEqualTo(404);
        assertThat(teams.strange()).hasSize(3);
    }

    @Test
    void aMessageIsChangedInItsOwnConversationOnly() {
        var thread = begin();
        var id = thread.substring(thread.indexOf('=') + 1);

        assertThat(send("PUT", activities(thread) + "/" + id, WORDS).status()).isEqualTo(200);
        assertThat(teams.strange()).isEmpty();
        assertThat(send("PUT", activities(CHAT) + "/" + id, WORDS).status()).isEqualTo(404);
        assertThat(teams.strange()).singleElement().asString().contains(CHAT);
        assertThat(send("PUT", activities(thread) + "/17", WORDS).status()).isEqualTo(404);
        assertThat(teams.strange()).as("somebody may have deleted it").hasSize(1);
    }

    @Test
    void whoBlocksTheBotAndWhereItIsNotItIsToldSo() {
        teams.tenant().chatWithoutBot(CHAT, "29:bob");
        assertThat(post(CHAT).json().at("/error/code").asText()).isEqualTo("BotNotInConversationRoster");
        teams.open("29:alice");
        teams.tenant().block("29:alice");
        assertThat(post(FakeTeams.direct("29:alice")).json().at("/error/code").asText())
                .isEqualTo("MessageWritesBlocked");
        assertThat(teams.strange()).isEmpty();
    }

    @Test
    void eachConversationTakesSoMuchInATimeAndTheTenantToo() {
        for (int i = 0; i < 7; i++) assertThat(post(CHAT).status()).isEqualTo(201);
        assertThat(teams.strange()).isEmpty();
        assertThat(post(CHAT).status()).isEqualTo(429);
        assertThat(teams.strange()).singleElement().asString().contains("more than 7 times in PT1S");
        clock.advance(Duration.ofSeconds(1));
        assertThat(post(CHAT).status())
                .as("8 in two seconds, with the one before")
                .isEqualTo(429);
        clock.advance(Duration.ofSeconds(1));
        assertThat(post(CHAT).status()).isEqualTo(201);

        int before = teams.strange().size();
        for (int i = 0; i < 49; i++) teams.member("p" + i);
        for (int i = 0; i < 49; i++) open("29:p" + i);
        assertThat(teams.strange()).hasSize(before);
        assertThat(open("29:alice")).isEqualTo(429);
        assertThat(teams.strange().getLast()).contains("the tenant more than 50 times");
    }

    @Test
    void aRosterIsOfItsConversationAndComesInPages() {
        teams.pageSize(1);
        var team = "/v3/conversations/" + FakeTeams.TEAM + "/pagedmembers";
        var first = send("GET", team, "").json();
        assertThat(first.at("/members/0/id").asText()).isEqualTo("29:alice");
        var token = first.path("continuationToken").asText();
        var last = send("GET", team + "?continuationToken=" + token, "").json();
        assertThat(last.at("/members/0/id").asText()).isEqualTo("29:bob");
        assertThat(last.has("continuationToken")).isFalse();
        assertThat(send("GET", "/v3/conversations/" + CHAT + "/members", "").json())
                .singleElement()
                .satisfies(member -> assertThat(member.path("id").asText()).isEqualTo("29:bob"));
        assertThat(teams.strange()).isEmpty();

        var elsewhere = "/v3/conversations/" + CHAT + "/pagedmembers?continuationToken=" + token;
        assertThat(send("GET", elsewhere, "").status()).isEqualTo(400);
        assertThat(teams.strange()).hasSize(1);
    }

    private String begin() {
        var wanted = "{\"isGroup\": true, \"tenantId\": \"" + FakeTeams.TENANT
                + "\", \"channelData\": {\"channel\": {\"id\": \"" + ROOM + "\"}}, \"activity\": " + WORDS + "}";
        return send("POST", "/v3/conversations", wanted).json().path("id").asText();
    }

    private int open(String userId) {
        var wanted = "{\"isGroup\": false, \"tenantId\": \"" + FakeTeams.TENANT + "\", \"members\": [{\"id\": \""
                + userId + "\"}]}";
        return send("POST", "/v3/conversations", wanted).status();
    }

    private Heard post(String conversation) {
        return send("POST", activities(conversation), WORDS);
    }

    private static String activities(String conversation) {
        return "/v3/conversations/" + conversation + "/activities";
    }

    private Heard send(String method, String path, String body) {
        var url = teams.serviceUrl().replaceFirst("/$", "") + path;
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + FakeTeams.TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return new Heard(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

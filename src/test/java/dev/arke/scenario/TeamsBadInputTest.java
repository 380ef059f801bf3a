package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.BotFrameworkKeys;
import dev.arke.testkit.teams.FakeTeams;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are not Teams', and what Teams or somebody through it should not send: nothing changes by any of it. */
@EachDatabase
final class TeamsBadInputTest extends InTeams {
    TeamsBadInputTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void install() {
        office.install();
    }

    @Test
    void onlyWhatTheBotFrameworkSignedForThisBotTeamsAndAddressIsHeard() {
        var url = office.teams.serviceUrl();
        var refused = Map.of(
                "none", Optional.<String>empty(),
                "empty", Optional.of(""),
                "basic", Optional.of("Basic YTpi"),
                "no token", Optional.of("Bearer "),
                "malformed", Optional.of("Bearer not.a.token"),
                "two parts", Optional.of("Bearer a.b"),
                "forged", Optional.of("Bearer " + BotFrameworkKeys.forged(url)),
                "of another channel", Optional.of("Bearer " + BotFrameworkKeys.ofAnotherChannel(url)),
                "for another address", Optional.of("Bearer " + BotFrameworkKeys.token("https://evil.example.com/")),
                "for another bot",
                        Optional.of("Bearer " + BotFrameworkKeys.token(url, it -> it.withAudience("somebody-else"))));
        int before = office.teams.calls().size();
        var body = office.sends.personal(BOB, "page checkout \"all red\"").toString();

        refused.forEach((what, header) ->
                assertThat(office.sends.send(body, header).status()).as(what).isEqualTo(401));
        assertThat(List.of(
                        BotFrameworkKeys.token(url, it -> it.withIssuer("https://evil.example.com")),
                        BotFrameworkKeys.token(
                                url,
                                it -> it.withExpiresAt(Date.from(Instant.now().minusSeconds(600)))),
                        BotFrameworkKeys.token(
                                url,
                                it -> it.withNotBefore(Date.from(Instant.now().plusSeconds(600))))))
                .allSatisfy(token -> assertThat(office.sends
                                .send(body, Optional.of("Bearer " + token))
                                .status())
                        .isEqualTo(401));
        assertThat(office.sends
                        .send("not json", Optional.of("Bearer " + BotFrameworkKeys.token(url)))
                        .status())
                .isEqualTo(401);
        assertThat(office.open()).isEmpty();
        assertThat(office.teams.calls()).hasSize(before);

        assertThat(office.sends
                        .send(body, Optional.of("Bearer " + BotFrameworkKeys.token(url)))
                        .status())
                .isEqualTo(202);
        SlackOffice.await(() -> office.open().stream().findFirst());
    }

    @Test
    void whatIsNoActivityOrOfNoConversationIsLeft() {
        var none = office.sends.personal(BOB, "page checkout \"all red\"");
        none.remove("conversation");
        var nobody = office.sends.personal(BOB, "page checkout \"all red\"");
        nobody.remove("from");
        var unknown = office.sends.invoke("signin/verifyState", BOB, FakeTeams.direct(BOB));
        var elsewhere = office.sends.personal(BOB, "page checkout \"all red\"").put("channelId", "webchat");
        var typeless = office.sends.personal(BOB, "page checkout \"all red\"");
        typeless.remove("type");

        assertThat(office.sends.send(none).status()).isEqualTo(202);
        assertThat(office.sends.send(nobody).status()).isEqualTo(202);
        assertThat(office.sends.send(unknown).status()).isEqualTo(501);
        assertThat(office.sends.send(elsewhere).status()).isEqualTo(202);
        assertThat(office.sends.send(typeless).status()).isEqualTo(400);
        var huge = office.sends.personal(BOB, "x".repeat(300_000));
        assertThat(office.sends.send(huge).status()).isEqualTo(413);
        assertThat(office.open()).isEmpty();
    }

    @Test
    void dataThatIsNotOursSaysSoAndDoesNothing() {
        var root = office.incident();
        for (var data :
                List.of("{}", "{\"arke\":7}", "{\"arke\":{\"run\":7}}", "{\"verb\":\"ack\"}", "[]", "\"ack 1\"")) {
            var click = office.sends.click(ALICE, root.conversation(), root.id(), json(data));
            assertThat(office.sends.send(click).body()).as(data).contains("do not know this button");
        }
        var tampered =
                office.sends.click(ALICE, root.conversation(), root.id(), json("{\"arke\":{\"run\":\"ack 99\"}}"));
        assertThat(office.sends.send(tampered).status()).isEqualTo(200);
        var elsewhere = json("{\"arke\":{\"share\":\"who\",\"to\":\"19:secret@thread.tacv2\"}}");
        office.sends.send(office.sends.click(ALICE, root.conversation(), root.id(), elsewhere));
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void markupInTextIsReadAsTheTextItStandsFor() {
        var line = office.sends.inChannel(BOB, ROOM + ";messageid=9", "");
        line.put("text", "<div><at>Arke</at>&nbsp;page checkout &quot;a &lt;b&gt; &amp; c&quot;</div>");

        assertThat(office.sends.send(line).status()).isEqualTo(202);

        assertThat(SlackOffice.await(() -> office.open().stream().findFirst())
                        .facts()
                        .summary())
                .isEqualTo("a <b> & c");
    }

    @Test
    void anotherOrganisationsPeopleAreFromOutside() {
        var root = office.incident();
        var foreign = office.sends.click(ALICE, root.conversation(), root.id(), json("{\"arke\":{\"run\":\"ack 1\"}}"));
        ((ObjectNode) foreign.at("/channelData/tenant")).put("id", "another-tenant");

        assertThat(office.sends.send(foreign).status()).isEqualTo(200);
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package dev.arke.teamfile;

import static dev.arke.teamfile.TeamFiles.payments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.arke.database.Database;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ApplyTeamFile;
import dev.arke.engine.people.PreviewTeamFile;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
final class TeamFileRoutesTest {
    private static final String TOKEN = "the-token";

    private final AtomicInteger applied = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin server;
    private final Database database;
    private final AuditStore audit;

    TeamFileRoutesTest(Database database) {
        this.database = database;
        audit = new AuditStore(database.dsl());
        var stores = PeopleStores.ofFile(database);
        var clock = new MovableInstants();
        var ids = new Ids(clock, new Random(3));
        var transactions = database.transactions();
        var gate = new TeamFileGate(
                TeamFiles.AROUND,
                Set.of(ContactKind.EMAIL),
                new PreviewTeamFile(transactions, stores, ids),
                new ApplyTeamFile(transactions, stores, ids, clock));
        server = Javalin.create(
                config -> new TeamFileRoutes(gate, applied::incrementAndGet, TOKEN).register(config.routes));
    }

    @BeforeEach
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aDryRunShowsAndTheOtherChanges() throws Exception {
        assertThat(post("?dry=true", payments(), TOKEN).body.path("changes")).hasSize(12);
        assertThat(post("", payments(), TOKEN).body.path("changes")).hasSize(12);

        var again = post("", payments(), TOKEN);

        assertThat(again.status).isEqualTo(200);
        assertThat(again.body.path("changes")).isEmpty();
        assertThat(again.body.path("warnings")).isNotEmpty();
    }

    @Test
    void whatFollowsFromAChangeIsDoneBeforeTheAnswer() throws Exception {
        post("?dry=true", payments(), TOKEN);
        post("", "respnders: []", TOKEN);
        assertThat(applied).hasValue(0);

        post("", payments(), TOKEN);
        assertThat(applied).hasValue(1);
    }

    @Test
    void whatItChangedIsAuditedOnceAndAsTheCommandLines() throws Exception {
        post("?dry=true", payments(), TOKEN);
        post("", payments(), TOKEN);
        post("", payments(), TOKEN);
        post("", "respnders: []", TOKEN);

        assertThat(database.transactions().read(() -> audit.latest(10)))
                .extracting("actor", "origin", "verb", "subject", "allowed")
                .containsExactly(tuple("key:admin", "rest", "apply", "team file: 12 added", true));
    }

    @Test
    void aBadFileIsAnsweredWithItsMistakes() throws Exception {
        var answer = post("", "respnders: []", TOKEN);

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.body.path("problems").path(0).asText())
                .isEqualTo("line 1: respnders: there is no field of this name. Did you mean responders?");
    }

    @Test
    void onlyTheTokenOpensAndOnlyFromThisMachine() throws Exception {
        assertThat(post("", payments(), "wrong").status).isEqualTo(401);
        assertThat(post("", payments(), "").status).isEqualTo(401);
        assertThat(send(request("", payments(), TOKEN).header("X-Forwarded-For", "203.0.113.9")).status)
                .isEqualTo(403);
    }

    private record Answer(int status, JsonNode body) {}

    private Answer post(String query, String body, String token) throws IOException, InterruptedException {
        return send(request(query, body, token));
    }

    private HttpRequest.Builder request(String query, String body, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/admin/apply" + query))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), new JsonMapper().readTree(response.body()));
    }
}

package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.DeliveryStore;
import dev.arke.dialogue.AnswerInPlace;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.FinishLink;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.LinkUseCases;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.LinkToken;
import dev.arke.responder.PendingLinkStore;
import dev.arke.responder.Responder;
import dev.arke.responder.Wanted;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a one-time link, as a browser and as a program that follows links see it. */
@EachDatabase
final class ConnectRoutesTest {
    private static final Actor.Unlinked EVE = new Actor.Unlinked(ContactKind.SLACK, "T1", "U9", "Eve <b>& Co</b>");

    private final Database database;
    private final MovableInstants clock = new MovableInstants();
    private final List<String> answered = new ArrayList<>();
    private final Ids ids = new Ids(clock, new Random(3));
    private final ReadDirectory.Stores stores;
    private final LinkUseCases links;
    private final PendingLinkStore pending;
    private final ServerUnderTest server;
    private String path = "";

    ConnectRoutesTest(Database database) {
        this.database = database;
        stores = PeopleStores.of(database);
        pending = new PendingLinkStore(database.dsl());
        links = LinkUseCases.of(new LinkUseCases.Needs(
                database.transactions(),
                pending,
                stores.identities(),
                stores.version(),
                new AuditStore(database.dsl()),
                new DeliveryStore(database.dsl()),
                new ReadDirectory(stores),
                Set.of(ContactKind.SANDBOX),
                ConnectSettings.DEFAULT,
                () -> {},
                ids,
                clock));
        var routes = new ConnectRoutes(new FinishLink(links, new Answering(), AnswerInPlace.NOWHERE), clock);
        server = ServerUnderTest.start(List.of(routes::register));
    }

    @BeforeEach
    void aLinkThatWasSent() {
        var id = ids.next();
        var dm = new ContactMethod(ids.next(), id, ContactKind.SANDBOX, "alice", 0, Optional.empty());
        var alice = new Responder(
                id,
                "alice",
                "Alice Martin",
                ZoneId.of("Europe/Paris"),
                Optional.empty(),
                true,
                true,
                true,
                List.of(dm));
        var wanted = new Wanted(
                "note 1 <script>",
                "arke",
                "Arke",
                "/oncall",
                "Europe/Paris",
                Optional.empty(),
                Optional.empty(),
                Map.of());
        database.transactions().write(Durability.RELAXED, () -> {
            stores.responders().save(List.of(alice));
            stores.version().raise();
        });
        links.remember().remember(EVE, wanted);
        links.request().request(EVE, id);
        var token = LinkToken.fresh();
        database.transactions().write(Durability.RELAXED, () -> {
            var link = pending.of(EVE.platform(), EVE.tenant(), EVE.userId()).orElseThrow();
            pending.setToken(link.id(), token.hash());
        });
        path = "/connect/" + token.text();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lookingShowsWhoClaimsWhatAndChangesNothing() {
        var page = server.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("The Slack account Eve &lt;b&gt;&amp; Co&lt;/b&gt; (U9 of T1)", "Alice Martin (alice)")
                .contains("note 1 &lt;script&gt;", "<form method=\"post\">")
                .doesNotContain("<script", "<b>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(server.get(path).status()).isEqualTo(200);
        assertThat(answered).isEmpty();
    }

    @Test
    void confirmingDoesWhatWasWantedOnce() {
        var page = server.post(path, "");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Connected", "Noted, &lt;alice&gt;.");
        assertThat(answered).containsExactly("U9 note 1 <script>");
        assertThat(server.post(path, "").status()).isEqualTo(404);
        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(answered).hasSize(1);
    }

    @Test
    void aLinkThatIsNoneIsAClearPage() {
        for (var wrong : List.of("/connect/x", path + "x", "/connect/" + "A".repeat(43)))
            assertThat(server.get(wrong)).satisfies(page -> {
                assertThat(page.status()).isEqualTo(404);
                assertThat(page.text()).doesNotContain("Eve");
            });
        assertThat(server.post("/connect/" + "A".repeat(43), "").text()).contains("This link cannot be used");
    }

    @Test
    void whoeverTriesLinksThatLeadNowhereTooOftenWaits() {
        for (int i = 0; i < 30; i++)
            assertThat(server.get("/connect/" + i).status()).isEqualTo(404);

        assertThat(server.get("/connect/x").status()).isEqualTo(429);
        assertThat(server.post("/connect/x", "").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(server.get("/connect/x").status()).isEqualTo(404);
    }

    @Test
    void nobodyWaitsForWhatOthersBehindTheSameProxyTry() {
        for (int i = 0; i < 40; i++) server.get("/connect/" + i);

        for (int i = 0; i < 40; i++) assertThat(server.get(path).status()).isEqualTo(200);
        assertThat(server.post(path, "").status()).isEqualTo(200);
    }

    /** Answers every line, and remembers it. */
    private final class Answering implements Dialogue {
        @Override
        public Reply answer(Asker asker, Place place, String line) {
            answered.add(asker.userId() + " " + line);
            return new Reply.Private(Card.line(Tone.GOOD, Span.text("Noted, <alice>.")));
        }

        @Override
        public Reply hear(Asker asker, Place place, String line) {
            throw new AssertionError("nobody speaks here");
        }

        @Override
        public Expected expect(ContactKind platform, Place place, String line) {
            throw new AssertionError("nothing is to be told beforehand");
        }

        @Override
        public Reply open(Asker asker, Place place, String verb, Map<String, String> given) {
            throw new AssertionError("no form is here");
        }

        @Override
        public List<Card> home(Asker asker, Place place) {
            throw new AssertionError("nobody is at home");
        }

        @Override
        public Reply joined(Asker asker, Place place) {
            throw new AssertionError("nobody joins here");
        }

        @Override
        public Submitted submit(Asker asker, Place place, String verb, Map<String, String> values) {
            throw new AssertionError("no form is here");
        }

        @Override
        public List<String> complete(Asker asker, Place place, String begun) {
            throw new AssertionError("nobody types here");
        }
    }
}

package dev.arke.scenario;

import static dev.arke.scenario.MailOffice.ALICE;
import static dev.arke.scenario.MailOffice.BOB;
import static dev.arke.scenario.MailOffice.header;
import static dev.arke.scenario.MailOffice.link;
import static dev.arke.scenario.MailOffice.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.incident.AskQuestion;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a page in a mailbox to an incident that somebody has, by a link and the page behind it. */
@EachDatabase
final class MailLinksTest {
    private final TestDatabase database;
    private MailOffice office;

    MailLinksTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new MailOffice(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void lookingTakesNothingAndPressingTakesIt() {
        var mail = office.page("disk full");
        var path = link(mail, "Acknowledge");

        for (int i = 0; i < 3; i++) {
            var page = office.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("urgent #1 shop: disk full. Nobody has it yet.", "<form method=\"post\">")
                    .contains("Acknowledge as alice");
        }
        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);

        var done = office.press(path, "");

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("You have #1 now. Nobody else is paged.");
        assertThat(office.world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().word()).isEqualTo("person:alice"));
        assertThat(office.world.read(() -> new AuditStore(database.database().dsl()).latest(10)))
                .extracting(entry -> entry.actor() + " " + entry.origin() + " " + entry.verb())
                .contains("person:alice email acknowledge");
        office.world.advance(Duration.ofHours(1));
        assertThat(office.mails(BOB)).isEmpty();
    }

    @Test
    void thePagesSpeakTheLanguageOfWhomTheMailWentTo() {
        office.aliceSpeaksFrench();
        var mail = office.page("<b>l'alerte {0} d’hier</b>");
        var path = link(mail, "Prendre");

        assertThat(office.get(path, "en").body())
                .contains("<html lang=\"fr\">", "<title>Prendre ? · Arke</title>", "Prendre (je suis alice)")
                .contains("priorité urgente, #1 shop : &lt;b&gt;l'alerte {0} d’hier&lt;/b&gt;. Personne ne s’en occupe"
                        + " encore.")
                .contains("Si vous n’êtes pas <strong>alice</strong>, fermez cette page.")
                .doesNotContain("Nobody", "press");
        assertThat(office.get(link(mail, "Résoudre")).body())
                .contains("Une note pour la chronologie", "Résoudre (je suis alice)");
        assertThat(office.press(path, "").body())
                .contains(
                        "Réponse d’Arke",
                        "Vous vous occupez de #1. Personne d’autre n’est appelé.",
                        "Vous pouvez fermer");
        assertThat(office.get(path).body())
                .contains("Il n’y a plus rien à faire", "alice s’en occupe depuis", "UTC+1")
                .doesNotContain("<form");
        assertThat(office.press(path, "").body()).contains("Vous vous occupez déjà de #1.");
    }

    @Test
    void aLinkOfNobodySpeaksTheLanguageOfTheBrowser() {
        assertThat(office.get("/mail/x.y", "tr, fr-CA;q=0.8, en;q=0.5").body())
                .contains("<html lang=\"fr\">", "Ce lien ne marche pas", "Il a plus de 7 jours");
        for (var other : new String[] {"en-GB, fr;q=0.3", "tr", "*", "", "fr;q=x,,;", "-".repeat(3000)})
            assertThat(office.get("/mail/x.y", other).body())
                    .as(other)
                    .contains("<html lang=\"en\">", "This link cannot be used", "It is older than 7 days");
        assertThat(office.get("/mail/x.y").body()).contains("This link cannot be used");
        for (int i = 0; i < 30; i++) office.get("/mail/x.y");
        assertThat(office.get("/mail/x.y", "fr").body()).contains("Trop d’essais", "Attendez une minute");
    }

    @Test
    void whatSomebodyHasAlreadyIsToldInWords() {
        var alice = link(office.page("disk full"), "Acknowledge");
        office.world.advance(Duration.ofMinutes(10));
        var bob = link(office.last(BOB), "Acknowledge");
        office.press(bob, "");

        assertThat(office.get(alice).body())
                .contains("Nothing is left to do", "bob has had it since")
                .doesNotContain("<form");
        assertThat(office.press(alice, "").body()).contains("bob has had #1 since");
        assertThat(office.press(bob, "").body()).contains("You have #1 already.");
        assertThat(office.world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().word()).isEqualTo("person:bob"));
    }

    @Test
    void resolvingTakesANoteAlong() {
        var path = link(office.page("disk full"), "Resolve");
        assertThat(office.get(path).body()).contains("<textarea name=\"words\"", "Resolve as alice");

        assertThat(office.press(path, "moved the logs & went <b>home</b>").body())
                .contains("#1 is resolved.");

        assertThat(office.world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Resolved.class,
                        over -> assertThat(over.by().word()).isEqualTo("person:alice"));
        assertThat(office.world.events(1)).anyMatch(event -> event.toString().contains("moved the logs & went"));
        assertThat(office.get(path).body()).contains("Nothing is left to do").doesNotContain("<form");
        assertThat(office.press(path, "").body()).contains("#1 is resolved already, by alice");
    }

    @Test
    void aNoteIsAboutNoFurtherIncidents() {
        var path = link(office.page("disk full"), "Resolve");
        for (int i = 2; i < 5; i++) office.page("other " + i);

        assertThat(office.press(path, "#2 was the cause, see «#3» and \"4\"").body())
                .contains("#1 is resolved.")
                .doesNotContain("#2 is", "#3 is");

        assertThat(office.world.incident(1)).isInstanceOf(Incident.Resolved.class);
        for (int i = 2; i < 5; i++) assertThat(office.world.incident(i)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.world.events(1))
                .anyMatch(event -> event.toString().contains("#2 was the cause, see '#3' and '4'"));
        var bare = link(office.page("yet another"), "Resolve");
        assertThat(office.press(bare, "2 3").body()).contains("#5 is resolved.");
        assertThat(office.world.incident(2)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aLinkOfAnotherKindOrTimeIsAClearPageAndDoesNothing() {
        var path = link(office.page("disk full"), "Acknowledge");
        for (var wrong : new String[] {path + "x", path.substring(0, path.length() - 9), "/mail/x.y", "/mail/."}) {
            assertThat(office.get(wrong).statusCode()).as(wrong).isEqualTo(404);
            assertThat(office.press(wrong, "").body()).contains("This link cannot be used");
        }
        office.world.clock().advance(Duration.ofDays(7));

        assertThat(office.get(path).statusCode()).isEqualTo(404);
        assertThat(office.press(path, "").statusCode()).isEqualTo(404);
        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
        office.world.take(Purpose.PAGE);
    }

    @Test
    void rightsAreThoseOfNowNotOfWhenTheMailWasSent() {
        var path = link(office.page("disk full"), "Acknowledge");
        office.world.team(MailOffice.TEAM
                .replace("- {page: [alice], wait: 10m}", "")
                .replace("members: [alice, bob, dana]", "members: [bob, dana]")
                .replaceAll("\\s+- \\{name: alice.*", ""));

        assertThat(office.press(path, "").body()).contains("Your account in Arke is deactivated.");
        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
        office.world.take(Purpose.NOTICE);
    }

    @Test
    void severalAtOnceAreTakenAtOnce() {
        for (var what : new String[] {"a", "b", "c"})
            office.world.alerts("monitor", List.of(Shop.firing(what).toAlert()));
        var path = link(office.last(ALICE), "Acknowledge");

        assertThat(office.press(path, "").body()).contains("You have #3 now.");
    }

    @Test
    void aStormIsOneMailWithALinkForAllOfIt() {
        office.world.alerts(
                "monitor",
                IntStream.range(0, 8)
                        .mapToObj(i -> Shop.firing("disk " + i).toAlert())
                        .toList());
        assertThat(office.mails(ALICE)).hasSize(1);
        var mail = office.last(ALICE);
        var path = link(mail, "Acknowledge all 8");
        assertThat(office.get(path).body()).contains("disk 0", "disk 7");

        assertThat(office.press(path, "").body()).contains("You have #1, #2, #3, #4, #5, #6, #7, #8 now.");

        assertThat(office.world.openIncidents()).allMatch(Incident.Acknowledged.class::isInstance);
        assertThat(office.get(link(mail, "Take #3")).body())
                .contains("Nothing is left to do", "disk 2")
                .doesNotContain("disk 3");
    }

    @Test
    void aQuestionIsAnsweredOnItsPage() {
        office.page("disk full");
        var world = office.world;
        world.act("bob", 1, new IncidentAct.Acknowledge());
        assertThat(world.engine()
                        .incidents()
                        .questions()
                        .ask()
                        .ask(new By(world.person("bob"), "test"), 1, world.responder("alice"), "which shard?"))
                .isInstanceOf(AskQuestion.Outcome.Asked.class);
        world.work();
        var path = link(office.last(ALICE), "Answer…");
        assertThat(office.get(path).body()).contains("bob asks: “which shard?”", "required", "Answer as alice");

        assertThat(office.press(path, "shard 7").body()).contains("I took this as your answer to bob");

        assertThat(world.events(1)).contains(new IncidentEvent.QuestionAnswered("bob", "which shard?", "shard 7"));
        assertThat(part(office.last(BOB), 0)).contains("alice answers your question");
        assertThat(office.get(path).body()).contains("Nothing is left to do");
        assertThat(office.press(path, "shard 8").body()).contains("is answered already, by alice: “shard 7”");
    }

    @Test
    void allMailsAboutAnIncidentAreOneConversation() {
        var first = office.page("disk full");
        var world = office.world;
        world.act("bob", 1, new IncidentAct.Acknowledge());
        world.act("bob", 1, new IncidentAct.Unacknowledge());
        world.work();
        var second = office.last(ALICE);

        assertThat(office.mails(ALICE)).hasSizeGreaterThan(1);
        assertThat(header(first, "References"))
                .isEqualTo("<arke.about." + world.incident(1).id() + "@arke.test>");
        assertThat(header(second, "References")).isEqualTo(header(first, "References"));
        assertThat(header(second, "In-Reply-To")).isEqualTo(header(first, "References"));
        assertThat(header(second, "Message-ID"))
                .isNotEqualTo(header(first, "Message-ID"))
                .matches("<arke\\.[a-z2-7]{46}@arke\\.test>");
        assertThat(header(office.page("other"), "References")).isNotEqualTo(header(first, "References"));
    }

    @Test
    void thePageIsReadOnAPhoneWithItsButtonsFirst() {
        var html = part(office.page("disk full"), 1);

        assertThat(html.indexOf(">Acknowledge</a>")).isPositive().isLessThan(html.indexOf("Priority"));
        assertThat(html).contains("href=\"http://arke.test/mail/", "Escalate: <code>escalate 1</code>");
        assertThat(part(office.last(ALICE), 0)).contains("In chat:\nEscalate: escalate 1");
    }
}

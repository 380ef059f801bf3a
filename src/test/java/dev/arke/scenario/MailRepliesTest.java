package dev.arke.scenario;

import static dev.arke.database.generated.Tables.MAILBOX;
import static dev.arke.scenario.MailOffice.ALICE;
import static dev.arke.scenario.MailOffice.ARKE;
import static dev.arke.scenario.MailOffice.BOB;
import static dev.arke.scenario.MailOffice.header;
import static dev.arke.scenario.MailOffice.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Durability;
import dev.arke.delivery.Message.Purpose;
import dev.arke.dialogue.HearMail.Heard;
import dev.arke.engine.incident.AskQuestion;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.By;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies to pages and questions, as they come in over a real IMAP server. */
@EachDatabase
final class MailRepliesTest {
    private final TestDatabase database;
    private MailOffice office;

    MailRepliesTest(TestDatabase database) {
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
    void ackTakesTheIncidentAndSaysSoBelowThePage() {
        var page = office.page("disk full");

        assertThat(office.reply(page, ALICE, "ack\n\nOn Monday 12 Arke wrote:\n> resolve this"))
                .containsExactly(Heard.RUN);

        assertThat(owner(1)).isEqualTo("person:alice");
        var answer = office.last(ALICE);
        assertThat(part(answer, 0)).contains("You have #1 now. Nobody else is paged.");
        assertThat(header(answer, "References")).isEqualTo(header(page, "References"));
        assertThat(header(answer, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(office.look()).isEmpty();
    }

    @Test
    void whoSpeaksFrenchIsAnsweredInFrench() {
        office.aliceSpeaksFrench();
        var page = office.page("l'alerte {0}");
        assertThat(part(page, 0)).contains("Ou répondez à ce mail : ack, resolve", "Depuis: ", "UTC+1");

        assertThat(answerTo(page, "hein {1} ?"))
                .isEqualTo("Je ne sais pas quoi faire de « hein {1} ? ». Écrivez ack, resolve et ce que vous avez fait,"
                        + " ou note et ce que vous voyez, au-dessus du message cité.");
        assertThat(answerTo(page, "> ack")).startsWith("Votre réponse est vide. Écrivez ack");
        assertThat(answerTo(page, "ack 2")).startsWith("Le message auquel vous répondez concerne #1, je n’ai");
        assertThat(answerTo(page, "snooze")).startsWith("Il manque quelque chose. Écrivez ack");
        assertThat(answerTo(page, "ack")).isEqualTo("Vous vous occupez de #1. Personne d’autre n’est appelé.");
        assertThat(answerTo(page, "ack")).isEqualTo("Vous vous occupez déjà de #1.");
        assertThat(answerTo(page, "note l'index {0}")).isEqualTo("Votre note est dans la chronologie de #1.");
        assertThat(answerTo(page, "snooze 1h"))
                .matches(
                        "#1 est en pause jusqu’à \\S+ \\d+ \\S+ \\d{4} \\d\\d:\\d\\d UTC\\+1\\. Ensuite les appels .*");
        assertThat(answerTo(page, "unack")).isEqualTo("Plus personne ne s’occupe de #1, et les appels reprennent.");
        office.world.clock().advance(Duration.ofMinutes(10));
        assertThat(answerTo(page, "resolve c'est fini")).isEqualTo("#1 est résolu.");
        assertThat(answerTo(page, "resolve")).startsWith("#1 est déjà résolu, par alice, ");

        office.send("From: " + ALICE + "\nTo: " + ARKE + "\nSubject: Re: x\nMessage-ID: <w@x>\n\nack 1\n");
        assertThat(part(office.last(ALICE), 0)).startsWith("Je ne vois pas à quel message de moi vous répondez");
        office.world.take(Purpose.PAGE);
    }

    @Test
    void whoSpeaksFrenchHearsInFrenchThatItIsNotTheirs() {
        office.aliceSpeaksFrench();
        office.page("disk full");
        office.world.advance(Duration.ofMinutes(10));
        var bobs = office.last(BOB);

        assertThat(office.reply(bobs, ALICE, "ack")).containsExactly(Heard.NOT_THEIRS);
        assertThat(part(office.last(ALICE), 0)).startsWith("Le message auquel vous répondez a été envoyé à quelqu’un");
        office.reply(bobs, BOB, "ack");
        assertThat(part(office.last(BOB), 0)).contains("You have #1 now.");
        assertThat(answerTo(office.mails(ALICE).getFirst(), "ack")).matches("bob s’occupe de #1 depuis .* UTC\\+1\\.");
    }

    @Test
    void aQuestionIsAskedAndAnsweredInFrench() {
        office.aliceSpeaksFrench();
        office.page("disk full");
        ask("which {0}?");
        var asked = office.last(ALICE);
        assertThat(part(asked, 0)).contains("bob vous demande :", "which {0}?", "Ou répondez simplement à ce mail.");

        assertThat(answerTo(asked, "l'index {1}"))
                .isEqualTo("C’est noté comme votre réponse à bob (“which {0}?”) sur #1 : “l'index {1}”. Elle est dans"
                        + " la chronologie, et les rappels s’arrêtent.");
        assertThat(answerTo(asked, "encore"))
                .startsWith("La question sur #1 a déjà sa réponse, de alice : “l'index {1}”.");
        assertThat(part(office.last(BOB), 0)).contains("alice answers your question");
    }

    private String answerTo(MimeMessage page, String words) {
        office.reply(page, ALICE, words);
        return part(office.last(ALICE), 0).strip();
    }

    @Test
    void peopleWriteMoreThanTheVerb() {
        assertThat(office.reply(office.page("a"), ALICE, "Ack, on it!\nAlice")).containsExactly(Heard.RUN);
        assertThat(owner(1)).isEqualTo("person:alice");
        assertThat(office.reply(office.page("b"), ALICE, "  claim  ")).containsExactly(Heard.RUN);
        assertThat(owner(2)).isEqualTo("person:alice");
    }

    @Test
    void resolveTakesItsLineAndNoteAllOfIt() {
        var page = office.page("disk full");

        office.reply(page, ALICE, "note it is the journal\nand the cache\n-- \nAlice");
        office.reply(page, ALICE, "resolve moved the logs\nbye");

        assertThat(office.world.events(1))
                .anyMatch(event -> event.toString().contains("it is the journal\nand the cache"))
                .noneMatch(event -> event.toString().contains("bye"));
        assertThat(office.world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Resolved.class,
                        over -> assertThat(over.by().word()).isEqualTo("person:alice"));
        office.reply(page, ALICE, "ack");
        assertThat(part(office.last(ALICE), 0)).contains("#1 is resolved");
    }

    @Test
    void whoComesSecondHearsWhoHasIt() {
        var alice = office.page("disk full");
        office.world.advance(Duration.ofMinutes(10));
        office.reply(office.last(BOB), BOB, "ack");

        office.reply(alice, ALICE, "ack");

        assertThat(part(office.last(ALICE), 0)).contains("bob has had #1 since");
        assertThat(owner(1)).isEqualTo("person:bob");
    }

    @Test
    void anAnswerToAQuestionIsAllThatWasWritten() {
        office.page("disk full");
        ask("which shard?");
        var asked = office.last(ALICE);
        assertThat(part(asked, 0)).contains("Or just reply to this mail with your answer.");

        assertThat(office.reply(asked, ALICE, "Note that there are two:\nshard 7 and 9\n\n> x"))
                .containsExactly(Heard.RUN);

        assertThat(office.world.events(1))
                .contains(new IncidentEvent.QuestionAnswered(
                        "bob", "which shard?", "Note that there are two:\nshard 7 and 9"));
        assertThat(part(office.last(BOB), 0)).contains("alice answers your question");
        office.reply(asked, ALICE, "shard 8");
        assertThat(part(office.last(ALICE), 0)).contains("is answered already, by alice");
    }

    @Test
    void whoIsAskedMayTakeItInstead() {
        office.page("disk full");
        ask("which shard?");

        office.reply(office.last(ALICE), ALICE, "resolve");

        assertThat(office.world.incident(1)).isInstanceOf(Incident.Resolved.class);
    }

    @Test
    void aTokenInTheAddressIsEnoughWhereIdsWereRewritten() {
        office.close();
        office = new MailOffice(database, "arke+*@arke.test");
        office.look();
        var page = office.page("disk full");
        var to = header(page, "Reply-To");
        assertThat(to).matches("arke\\+[a-z2-7]{46}@arke\\.test");

        assertThat(office.send("From: Alice <" + ALICE + ">\nTo: " + to.toUpperCase(Locale.ROOT)
                        + "\nSubject: Re: x\nIn-Reply-To: <rewritten@else.test>\n\nack\n"))
                .containsExactly(Heard.RUN);

        assertThat(owner(1)).isEqualTo("person:alice");
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        var page = office.page("disk full");

        assertThat(office.reply(page, BOB, "ack")).containsExactly(Heard.NOT_THEIRS);
        assertThat(part(office.last(BOB), 0)).contains("went to somebody else");
        assertThat(office.reply(page, "eve@else.test", "ack")).containsExactly(Heard.NOT_THEIRS);
        assertThat(office.mails("eve@else.test")).isEmpty();
        assertThat(office.send("From: " + ALICE + ", " + BOB + "\nTo: " + ARKE + "\nIn-Reply-To: "
                        + header(page, "Message-ID") + "\n\nack\n"))
                .containsExactly(Heard.NOT_THEIRS);

        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
        office.world.expectNothingElse();
    }

    @Test
    void withoutATokenOfOursNothingHappens() {
        var page = office.page("disk full");
        var token = header(page, "Message-ID");
        var forged = token.replaceFirst("\\.[a-z2-7]", token.startsWith("<arke.a") ? ".b" : ".a");

        assertThat(office.send("From: " + ALICE + "\nTo: " + ARKE + "\nSubject: Re: Page: urgent #1\n\nack 1\n"))
                .containsExactly(Heard.NO_REPLY);
        assertThat(part(office.last(ALICE), 0)).contains("I cannot tell which message of mine you answer");
        assertThat(office.send("From: " + ALICE + "\nTo: " + ARKE + "\nIn-Reply-To: " + forged + "\n\nack\n"))
                .containsExactly(Heard.NO_REPLY);
        assertThat(office.send("From: eve@else.test\nTo: " + ARKE + "\n\nack 1\n"))
                .containsExactly(Heard.STRANGER);

        assertThat(office.mails("eve@else.test")).isEmpty();
        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aReplyIsAboutItsIncidentOnly() {
        var page = office.page("a");
        office.page("b");

        assertThat(office.reply(page, ALICE, "ack 2")).containsExactly(Heard.UNCLEAR);
        assertThat(part(office.last(ALICE), 0)).contains("The message you answer is about #1");
        assertThat(office.reply(page, ALICE, "admin key mine admin")).containsExactly(Heard.UNCLEAR);
        assertThat(office.reply(page, ALICE, "What is this?")).containsExactly(Heard.UNCLEAR);
        assertThat(part(office.last(ALICE), 0)).contains("Write ack, resolve and what you did");
        assertThat(office.reply(page, ALICE, "> ack")).containsExactly(Heard.UNCLEAR);

        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.world.incident(2)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void machinesAreNotAnswered() {
        var page = office.page("disk full");
        for (var header : List.of(
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "X-Auto-Response-Suppress: All",
                "X-Autoreply: yes",
                "List-Id: <x.example.com>",
                "Return-Path: <>",
                "Content-Type: multipart/report; boundary=x"))
            assertThat(office.send(header + "\nFrom: " + ALICE + "\nTo: " + ARKE + "\nMessage-ID: <" + header.hashCode()
                            + "@x>\nIn-Reply-To: " + header(page, "Message-ID") + "\n\nack\n"))
                    .as(header)
                    .containsExactly(Heard.MACHINE);

        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.mails(ALICE)).hasSize(1);
    }

    /** Amazon SES puts it into each mail that it passes on. */
    @Test
    void whatARelayAddsMakesNoMachineOfAPerson() {
        var page = office.page("disk full");

        assertThat(office.send("Feedback-ID: 1.eu-west-1.x=:AmazonSES\nFrom: " + ALICE + "\nTo: " + ARKE
                        + "\nMessage-ID: <relayed@x>\nIn-Reply-To: " + header(page, "Message-ID") + "\n\nack\n"))
                .containsExactly(Heard.RUN);

        assertThat(owner(1)).isEqualTo("person:alice");
    }

    @Test
    void whatComesBackToUsIsLeftAlone() {
        var page = office.page("disk full");

        assertThat(office.deliver(page)).containsExactly(Heard.OWN);

        // The page, and its copy in our mailbox.
        assertThat(office.mails(ALICE)).hasSize(2);
    }

    @Test
    void twoMachinesThatAnswerEachOtherSoonStop() {
        var page = office.page("disk full");

        for (int i = 0; i < 30; i++)
            office.send("From: " + ALICE + "\nTo: " + ARKE + "\nMessage-ID: <" + i + "@x>\nIn-Reply-To: "
                    + header(page, "Message-ID") + "\n\nThank you for your mail " + i + "\n");

        assertThat(office.mails(ALICE)).hasSize(1 + 10);
        office.world.clock().advance(Duration.ofMinutes(10));
        office.reply(page, ALICE, "hm?");
        assertThat(office.mails(ALICE)).hasSize(1 + 11);
        office.world.take(Purpose.PAGE);
    }

    @Test
    void aMailIsHandledOnceOverRestartsAndOnAllNodes() {
        var page = office.page("disk full");
        var note = "From: " + ALICE + "\nTo: " + ARKE + "\nMessage-ID: <once@x>\nIn-Reply-To: "
                + header(page, "Message-ID") + "\n\nnote seen\n";

        assertThat(office.send(note)).containsExactly(Heard.RUN);
        assertThat(office.anotherNode().look()).isTrue();
        assertThat(office.send(note)).isEmpty();

        assertThat(office.world.events(1))
                .filteredOn(event -> event.toString().contains("seen"))
                .hasSize(1);
    }

    @Test
    void whatWasThereBeforeTheFirstLookIsLeftAlone() {
        office.close();
        database.database().transactions().write(Durability.RELAXED, () -> {
            database.database().dsl().deleteFrom(MAILBOX).execute();
        });
        office = new MailOffice(database, "");
        var page = office.page("disk full");
        office.put("From: " + ALICE + "\nTo: " + ARKE + "\nIn-Reply-To: " + header(page, "Message-ID") + "\n\nack\n");

        assertThat(office.look()).isEmpty();
        assertThat(office.reply(page, ALICE, "hm?")).containsExactly(Heard.UNCLEAR);
        assertThat(office.world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void whatIsTooMuchForTheReaderIsSetAsideAndTheNextIsRead() {
        var mail = office.page("disk full");
        office.put("From: " + ALICE + "\nTo: " + ARKE + "\nMessage-ID: <odd@mail.test>\nSubject: odd\n\nwords\n");
        var fragile = office.hearing(letter -> {
            throw new StackOverflowError();
        });

        for (int i = 0; i < 2; i++) assertThat(fragile.look()).isFalse();
        assertThat(fragile.problem()).contains("reading it failed; see Arke's log");
        assertThat(fragile.look()).isTrue();
        assertThat(office.reply(mail, ALICE, "ack")).containsExactly(Heard.FAILED, Heard.RUN);
        fragile.close();
    }

    @Test
    void aServerThatIsAwayIsToldAndNothingIsLost() {
        var page = office.page("disk full");
        office.look();
        assertThat(office.mailbox().problem()).isEmpty();
        office.stopImap();

        assertThat(office.mailbox().look()).isFalse();
        assertThat(office.mailbox().problem())
                .hasValueSatisfying(words -> assertThat(words).contains("127.0.0.1"));

        office.startImap();
        assertThat(office.reply(page, ALICE, "ack")).containsExactly(Heard.RUN);
        assertThat(office.mailbox().problem()).isEmpty();
        assertThat(owner(1)).isEqualTo("person:alice");
    }

    private String owner(long number) {
        return office.world.incident(number) instanceof Incident.Acknowledged held
                ? held.owner().word()
                : "nobody";
    }

    private void ask(String words) {
        var world = office.world;
        world.act("bob", 1, new IncidentAct.Acknowledge());
        assertThat(world.engine()
                        .incidents()
                        .questions()
                        .ask()
                        .ask(new By(world.person("bob"), "test"), 1, world.responder("alice"), words))
                .isInstanceOf(AskQuestion.Outcome.Asked.class);
        world.work();
    }
}

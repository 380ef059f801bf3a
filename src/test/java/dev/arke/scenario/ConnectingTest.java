package dev.arke.scenario;

import static dev.arke.database.generated.Tables.DELIVERY;
import static dev.arke.database.generated.Tables.PENDING_LINK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.Conversation;
import dev.arke.boot.EngineParts;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.dialogue.AnswerInPlace;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.FinishLink;
import dev.arke.dialogue.Place;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.IdentityByEmail;
import dev.arke.incident.Incident;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.LinkToken;
import dev.arke.responder.Responder;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a chat account that nobody knows to the responder it is of. */
@EachDatabase
final class ConnectingTest {
    private static final Pattern LINK = Pattern.compile("http://arke\\.test/connect/([\\w-]{43})");
    private static final EngineParts.Settings SETTINGS =
            EngineParts.Settings.DEFAULT.with(new ConnectSettings(URI.create("http://arke.test"), true));

    private final TestDatabase database;
    private final World world;
    private final Dialogue dialogue;
    private final FinishLink finish;

    ConnectingTest(TestDatabase database) {
        this.database = database;
        world = new World(
                database, SETTINGS, ContactKind.SANDBOX, ContactKind.SLACK, ContactKind.TEAMS, ContactKind.EMAIL);
        dialogue = Conversation.with(world.engine());
        finish = new FinishLink(world.engine().links(), dialogue, AnswerInPlace.NOWHERE);
    }

    @BeforeEach
    void anIncident() {
        world.team(Shop.TEAM.replace("policy: web}", "policy: web, linked_only: true}"));
        Shop.incident(world, "disk");
    }

    @Test
    void whatWasRefusedIsDoneOnceWhenTheLinkIsConfirmed() {
        assertThat(says("U9", "resolve 1 it was the cache"))
                .startsWith("I left #1 as it is. I do not know which responder you are.")
                .contains("Connect me…: connect", "I remember it for 15 minutes.");
        assertThat(says("U9", "connect alice"))
                .startsWith("I sent a link to alice by sandbox. Open it within 15 minutes")
                .endsWith("and do what you asked for: resolve 1 it was the cache");
        var token = linkSentTo("alice");

        assertThat(finish.look(token)).get().satisfies(claimed -> {
            assertThat(claimed.account().word()).isEqualTo("slack:T1/U9");
            assertThat(claimed.responder().name()).isEqualTo("alice");
        });
        assertThat(finish.look(token)).isPresent();
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
        assertThat(finish.confirm(token))
                .get()
                .satisfies(done -> assertThat(done.answer()).get().asString().startsWith("#1 is resolved."));
        world.work();

        assertThat(world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Resolved.class,
                        over -> assertThat(over.by().word()).isEqualTo("person:alice"));
        assertThat(finish.look(token)).isEmpty();
        assertThat(finish.confirm(token)).isEmpty();
        assertThat(world.take(Purpose.NOTICE)).singleElement().satisfies(told -> {
            assertThat(told.message().address()).isEqualTo("T1/U9");
            assertThat(told.text())
                    .startsWith("This account is connected: you are alice to me now. You had asked for")
                    .contains("#1 is resolved.");
        });
        assertThat(says("U9", "me")).contains("You are alice", "Slack U9 of T1: connected in chat.");
        assertThat(audited())
                .contains(
                        "slack:T1/U9 resolve #1 false",
                        "slack:T1/U9 connect alice true",
                        "person:alice connect slack:T1/U9 as alice true");
    }

    @Test
    void aSecretThatCannotBeShownIsSaidToBeMade() {
        assertThat(says("U9", "feed")).contains("I do not know which responder you are.");
        says("U9", "connect alice");
        finish.confirm(linkSentTo("alice"));
        world.work();

        assertThat(world.take(Purpose.NOTICE))
                .singleElement()
                .satisfies(told -> assertThat(told.text())
                        .contains("It is done. The result is a secret")
                        .doesNotContain("/calendar/"));
        assertThat(says("U9", "feed"))
                .contains("You have had an address for the shifts you have", "New address: feed new");
    }

    @Test
    void anAcknowledgementCountsAtOnceButNotWhereTheServiceWantsToKnowWho() {
        assertThat(says("U9", "ack 1")).startsWith("You have #1 now.").contains("Connect me…");
        world.alert("monitor", Shop.firing("slow").labels(Map.of("team", "web")).toAlert());
        world.take(Purpose.CARD);
        assertThat(world.pages()).containsExactly("chen");

        assertThat(says("U9", "ack 2"))
                .startsWith("I left #2 as it is. I do not know which responder you are.")
                .contains("Connect me…");
        assertThat(world.incident(2)).isInstanceOf(Incident.Triggered.class);
        says("U9", "connect alice");
        finish.confirm(linkSentTo("alice"));
        world.work();

        assertThat(world.incident(2))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().word()).isEqualTo("person:alice"));
        assertThat(world.take(Purpose.NOTICE)).hasSize(1);
    }

    @Test
    void aLinkIsGoneAfterAQuarterOfAnHour() {
        says("U9", "connect alice");
        var token = linkSentTo("alice");

        world.sleepFor(Duration.ofMinutes(15));

        assertThat(finish.look(token)).isEmpty();
        assertThat(finish.confirm(token)).isEmpty();
        assertThat(says("U9", "me")).startsWith("I do not know");
        world.take(Purpose.PAGE);
        world.take(Purpose.CHANNEL_PAGE);
    }

    @Test
    void onlyTheLastLinkWorksAndNoTableHoldsOne() {
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", new Outcome.Again(Duration.ZERO, FailureReason.TIMEOUT, "who knows"));
        says("U9", "connect alice");
        world.advance(Duration.ofSeconds(30));
        var sent = world.take(Purpose.NOTICE);
        assertThat(sent).hasSize(2);
        var first = token(sent.getFirst());
        var second = token(sent.getLast());

        assertThat(first).isNotEqualTo(second);
        assertThat(finish.look(first)).isEmpty();
        assertThat(finish.look(second)).isPresent();
        assertThat(world.read(() -> database.database()
                        .dsl()
                        .select(PENDING_LINK.TOKEN_HASH)
                        .from(PENDING_LINK)
                        .fetchSingle(PENDING_LINK.TOKEN_HASH)))
                .isEqualTo(new LinkToken(second).hash())
                .isNotEqualTo(second);
        assertThat(world.read(() -> database.database().dsl().fetchCount(DELIVERY, DELIVERY.WORDS.isNotNull())))
                .isZero();
    }

    @Test
    void aLinkForOneIsNoLinkForAnother() {
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", new Outcome.Again(Duration.ZERO, FailureReason.TIMEOUT, "who knows"));
        says("U9", "connect alice");
        var first = linkSentTo("alice");
        says("U9", "connect bob");
        var second = linkSentTo("bob");
        world.advance(Duration.ofSeconds(30));

        assertThat(finish.confirm(first)).isEmpty();
        assertThat(finish.confirm(second))
                .get()
                .satisfies(done -> assertThat(done.linked().responder().name()).isEqualTo("bob"));
        world.work();
        world.take(Purpose.NOTICE);
    }

    @Test
    void noLinkGoesToTheAccountThatAsksForIt() {
        world.team(Shop.TEAM
                .replace("{name: chen, sandbox: chen}", "{name: chen, teams: chen@example.com}")
                .replace("{name: bob,", "{name: bob, teams: bob@example.com, email: bob@example.org,")
                .replace(" sandbox: bob,", ""));

        assertThat(teams("chen@example.com", "connect chen"))
                .startsWith("I have no other way to reach chen where a link could prove that it is you.")
                .endsWith("Ask an admin (dana) to type /oncall connect @Eve chen.");
        assertThat(teams("bob@example.com", "connect bob")).startsWith("I sent a link to bob by mail.");
        linkSentTo("bob@example.org");
    }

    @Test
    void aLinkThatWasUsedOpensNothingAlsoWhenTheAccountIsTakenAwayAgain() {
        says("U9", "connect alice");
        var token = linkSentTo("alice");
        finish.confirm(token);
        world.work();
        says("U9", "disconnect");

        assertThat(finish.confirm(token)).isEmpty();
        assertThat(says("U9", "me")).startsWith("I do not know");
        world.take(Purpose.NOTICE);
    }

    @Test
    void nobodyDisconnectsSomebodyElseButAnAdmin() {
        link("U9", "alice");
        link("U8", "bob");

        assertThat(says("U8", "disconnect <@U9|eve>")).startsWith("Only admins of Arke may do this.");
        assertThat(says("U7", "disconnect <@U9|eve>")).startsWith("I do not know which responder you are.");
        assertThat(says("U9", "me")).contains("You are alice");
        world.take(Purpose.NOTICE);
    }

    @Test
    void thereIsALimitToLinks() {
        for (int i = 0; i < 5; i++) assertThat(says("U9", "connect alice")).startsWith("I sent a link");
        assertThat(says("U9", "connect alice"))
                .startsWith("Too many links were asked for, so I sent none.")
                .contains("ask an admin (dana)");
        for (int i = 1; i < 5; i++) assertThat(says("V" + i, "connect alice")).startsWith("I sent a link");
        assertThat(says("V6", "connect alice")).startsWith("Too many links");
        assertThat(says("V6", "connect bob")).startsWith("I sent a link");
        world.take(Purpose.NOTICE);

        world.sleepFor(Duration.ofHours(1));
        assertThat(says("U9", "connect alice")).startsWith("I sent a link");
        world.take(Purpose.NOTICE);
        world.take(Purpose.PAGE);
        world.take(Purpose.CHANNEL_PAGE);
    }

    @Test
    void anAdminConnectsSomebodyAtOnceAndNobodyElseDoes() {
        says("U9", "note 1 it is the cache");
        assertThat(sandbox("bob", "connect hana bob")).startsWith("Only admins of Arke may do this.");

        link("U1", "dana");
        assertThat(says("U1", "connect <@U9|eve> bob"))
                .startsWith("The Slack account eve (U9 of T1) is bob's from now on.");

        world.work();
        assertThat(world.take(Purpose.NOTICE))
                .filteredOn(told -> told.message().address().equals("T1/U9"))
                .singleElement()
                .satisfies(told -> assertThat(told.text()).contains("Your note is in the timeline of #1"));
        assertThat(says("U1", "connect <@U9|eve> alice")).contains("is bob's already.");
        assertThat(says("U1", "disconnect <@U9|eve>")).contains("is not bob's any more.");
        assertThat(says("U9", "me")).startsWith("I do not know");
        assertThat(audited())
                .contains(
                        "person:dana connect slack:T1/U9 as bob true",
                        "person:dana disconnect slack:T1/U9 of bob true");
    }

    @Test
    void linksOfTheChatSurviveTheFileWhichOwnsOnlyWhatItNames() {
        link("U9", "alice");
        link("U8", "alice");

        world.team(Shop.TEAM.replace("{name: bob,", "{name: bob, slack: U8,"));

        assertThat(says("U9", "me")).contains("You are alice");
        assertThat(says("U8", "me")).contains("You are bob");
        assertThat(says("U8", "disconnect")).contains("is bob's by the team file, so it can only be changed there.");
        assertThat(says("U9", "disconnect")).contains("is not alice's any more.");
        assertThat(says("U9", "disconnect")).contains("is nobody's, as far as I know.");
        world.take(Purpose.NOTICE);
    }

    @Test
    void somebodyKnownIsToldWhoTheyAre() {
        link("U9", "alice");
        var known = "I know you: you are alice with this account.";

        assertThat(says("U9", "connect")).startsWith(known).contains("sandbox alice: named in the team file.");
        assertThat(says("U9", "connect bob")).startsWith(known);
        world.take(Purpose.NOTICE);
    }

    @Test
    void aVerifiedMailAddressLinksWhereItIsAllowed() {
        assertThat(byEmail(world, "U9", "ALICE@Example.com")).isEqualTo("alice");
        assertThat(byEmail(world, "U9", "bob@example.com")).isEqualTo("alice");
        assertThat(byEmail(world, "U8", "nobody@example.com")).isEqualTo("nobody");
        assertThat(byEmail(world, "U8", " ")).isEqualTo("nobody");
        assertThat(says("U9", "me")).contains("You are alice");
        world.team(Shop.TEAM.replace("{name: chen,", "{name: chen, email: Alice@example.com,"));
        assertThat(byEmail(world, "U7", "alice@example.com")).isEqualTo("nobody");
        assertThat(audited()).contains("system:arke connect slack:T1/U9 as alice true");
    }

    @Test
    void andNotWhereItIsNotAllowed() {
        var strict = new World(database, ContactKind.SANDBOX);

        assertThat(byEmail(strict, "U9", "alice@example.com")).isEqualTo("nobody");
    }

    @Test
    void whoIsDisconnectedIsNotLinkedByMailAgainButByTheirOwnConnectOrAnAdmin() {
        byEmail(world, "U9", "alice@example.com");
        assertThat(says("U9", "disconnect")).contains("is not alice's any more");

        assertThat(byEmail(world, "U9", "alice@example.com")).isEqualTo("nobody");
        assertThat(byEmail(world, "U8", "alice@example.com")).isEqualTo("alice");

        link("U9", "alice");
        assertThat(says("U9", "disconnect")).contains("is not alice's any more");
        assertThat(byEmail(world, "U9", "alice@example.com")).isEqualTo("nobody");

        link("U1", "dana");
        assertThat(says("U1", "disconnect <@U8>")).contains("is not alice's any more");
        assertThat(byEmail(world, "U8", "alice@example.com")).isEqualTo("nobody");
        assertThat(says("U1", "connect <@U8> alice")).contains("is alice's from now on");
        assertThat(byEmail(world, "U8", "alice@example.com")).isEqualTo("alice");
        world.take(Purpose.NOTICE);
    }

    private static String byEmail(World world, String user, String email) {
        world.engine().links().byEmail().link(List.of(new IdentityByEmail.Vouched(account(user), List.of(email))));
        return world.read(() -> world.engine().directory().current())
                .identity(ContactKind.SLACK, "T1", user)
                .filter(Responder::active)
                .map(Responder::name)
                .orElse("nobody");
    }

    private static Actor.Unlinked account(String user) {
        return new Actor.Unlinked(ContactKind.SLACK, "T1", user, "Eve");
    }

    private void link(String user, String responder) {
        says(user, "connect " + responder);
        assertThat(finish.confirm(linkSentTo(responder))).isPresent();
        world.work();
    }

    private String says(String user, String line) {
        return answer(new Asker(ContactKind.SLACK, "T1", user, "Eve", ZoneOffset.UTC, Asker.Kind.MEMBER), line);
    }

    private String sandbox(String user, String line) {
        return answer(new Asker(ContactKind.SANDBOX, "sandbox", user, user, ZoneOffset.UTC, Asker.Kind.MEMBER), line);
    }

    private String teams(String user, String line) {
        return answer(new Asker(ContactKind.TEAMS, "T1", user, "Eve", ZoneOffset.UTC, Asker.Kind.MEMBER), line);
    }

    private String answer(Asker asker, String line) {
        var place = new Place(new Bot("U0ARKE", "arke", "/oncall"), Optional.empty(), Optional.empty(), Map.of());
        var reply = dialogue.answer(asker, place, line);
        world.work();
        return switch (reply) {
            case Reply.Private told -> PlainText.of(told.card());
            case Reply.Public told -> PlainText.of(told.card());
            case Reply.Open open -> "form " + open.form().verb();
            case Reply.Silent ignored -> "";
        };
    }

    private String linkSentTo(String address) {
        var sent = world.take(Purpose.NOTICE).stream()
                .filter(one -> LINK.matcher(one.text()).find())
                .toList();
        assertThat(sent)
                .singleElement()
                .satisfies(one -> assertThat(one.message().address()).isEqualTo(address));
        return token(sent.getFirst());
    }

    private static String token(Arrived sent) {
        var link = LINK.matcher(sent.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private List<String> audited() {
        var audit = new AuditStore(database.database().dsl());
        return world.read(() -> audit.latest(50)).stream()
                .map(entry -> entry.actor() + " " + entry.verb() + " " + entry.subject() + " " + entry.allowed())
                .toList();
    }
}

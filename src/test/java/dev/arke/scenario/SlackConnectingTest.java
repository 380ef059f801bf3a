package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.BOB;
import static dev.arke.scenario.SlackOffice.CARD_TS;
import static dev.arke.scenario.SlackOffice.GUEST;
import static dev.arke.scenario.SlackOffice.HANA;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.Incident;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.web.Scopes;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakePeople.Person;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members of a workspace whom nobody is linked to: known by verified mail where that is allowed, else by a one-time link. */
@EachDatabase
final class SlackConnectingTest {
    private static final Pattern LINK = Pattern.compile("http://arke\\.test/connect/([\\w-]{43})");

    private final TestDatabase database;
    private SlackOffice office;

    SlackConnectingTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new SlackOffice(database);
        office.slack.workspaces().scopes(Scopes.needed(new Extras(true, false)));
        office.change(
                "- {name: bob, slack: U0BOB}",
                "- {name: bob, slack: U0BOB}\n  - {name: hana, email: Hana@example.com}\n"
                        + "  - {name: gast, email: g@example.com}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aMemberIsKnownByTheMailAddressThatSlackVouchesFor() {
        long number = office.incident();

        assertThat(office.ask(HANA, "resolve " + number)).contains("#" + number + " is resolved");

        assertThat(knownAs(HANA)).contains("hana");
        assertThat(office.incident(number))
                .isInstanceOfSatisfying(
                        Incident.Resolved.class,
                        over -> assertThat(over.by().word()).isEqualTo("person:hana"));
    }

    @Test
    void anAddressThatNobodyHasConfirmedProvesNothing() {
        office.slack.people().unconfirmed(new Person("U0EVE", "eve", "hana@example.com", "UTC", Person.Kind.MEMBER));

        assertThat(office.ask("U0EVE", "me")).contains("I do not know which responder you are");
        assertThat(knownAs("U0EVE")).isEmpty();
    }

    @Test
    void guestsBotsAndAccountsOfOtherWorkspacesAreNeverLinked() {
        office.ask(GUEST, "me");
        for (var kind : new Person.Kind[] {Person.Kind.BOT, Person.Kind.STRANGER, Person.Kind.DISABLED}) {
            var id = "U0" + kind;
            office.slack.people().add(new Person(id, "x", "hana@example.com", "UTC", kind));
            office.ask(id, "me");
            assertThat(knownAs(id)).isEmpty();
        }
        assertThat(knownAs(GUEST)).isEmpty();
        office.sends.from("T0OTHER");
        office.ask(HANA, "me");
        assertThat(knownAs(HANA)).isEmpty();
    }

    @Test
    void withoutTheScopeNobodyIsLinkedAndAnAcknowledgementCountsAllTheSame() {
        office.slack.workspaces().scopes(Scopes.needed(Extras.NONE));
        long number = office.incident();

        assertThat(office.ask(HANA, "ack " + number)).contains("You have #" + number, "Connect me…");

        office.becomes(number, Incident.Acknowledged.class);
        assertThat(knownAs(HANA)).isEmpty();
    }

    @Test
    void whatAMemberWasRefusedIsDoneOnceTheyAreLinkedAndAnsweredWhereTheyAsked() {
        long number = refused();

        var told = linkAsBob();

        assertThat(office.incident(number))
                .isInstanceOfSatisfying(
                        Incident.Resolved.class,
                        over -> assertThat(over.by().word()).isEqualTo("person:bob"));
        assertThat(office.slack.chat().ephemerals().getLast()).satisfies(shown -> {
            assertThat(shown.channel()).isEqualTo(ROOM);
            assertThat(shown.user()).isEqualTo("U0EVE");
            assertThat(shown.threadTs()).isEmpty();
            assertThat(shown.text() + shown.blocks()).contains("#" + number + " is resolved");
        });
        assertThat(told).contains("you are bob to me now", "I answered where you asked.");
    }

    @Test
    void byDirectMessageWhereArkeMayNotSpeak() {
        long number = refused();
        office.slack.next("chat.postEphemeral", Answer.error("not_in_channel"));

        assertThat(linkAsBob()).contains("#" + number + " is resolved").doesNotContain("where you asked");
    }

    @Test
    void andInTheThreadWhereArkeWasMentioned() {
        eve();
        long number = office.incident();
        office.event(office.sends.mention("U0EVE", Spot.in(ROOM).thread(CARD_TS), "resolve"));
        var refused = await(() -> office.slack.chat().ephemerals().stream().findFirst());
        assertThat(refused.text()).contains("I left");

        linkAsBob();

        office.becomes(number, Incident.Resolved.class);
        assertThat(office.slack.chat().ephemerals().getLast().threadTs()).contains(CARD_TS);
    }

    @Test
    void aResponderMayHaveAccountsInSeveralWorkspaces() {
        office.change("slack: U0BOB", "slack: T0OTHER/U0BOB");
        assertThat(office.directory().identity(ContactKind.SLACK, "T0OTHER", BOB))
                .map(Responder::name)
                .contains("bob");
        assertThat(knownAs(BOB)).isEmpty();

        office.change("slack: U0BOB", "slack: T0THIRD/U0BOB");
        assertThat(office.directory().identity(ContactKind.SLACK, "T0OTHER", BOB))
                .isEmpty();
        assertThat(office.directory().identity(ContactKind.SLACK, "T0THIRD", BOB))
                .isPresent();
    }

    private Optional<String> knownAs(String user) {
        return office.directory()
                .identity(ContactKind.SLACK, FakeSlack.TEAM, user)
                .map(Responder::name);
    }

    private void eve() {
        office.slack.people().add(new Person("U0EVE", "eve", "eve@elsewhere.example", "UTC", Person.Kind.MEMBER));
    }

    /** Eve is refused to resolve an incident, by its number. */
    private long refused() {
        eve();
        long number = office.incident();
        assertThat(office.ask("U0EVE", "resolve " + number)).contains("I left #" + number, "Connect me…");
        return number;
    }

    /** Eve says by the form that she is bob, who confirms it; answers what the account is told by direct message. */
    private String linkAsBob() {
        office.carrier.take();
        office.sends.click("U0EVE", Spot.privately(ROOM), "run:1", "connect");
        int before = office.told();
        office.sends.submit("U0EVE", office.form(), Map.of("target", "bob"));
        assertThat(office.told(before).body().toString()).contains("I sent a link to bob by Slack");
        office.work();
        var link = office.carrier.take().stream()
                .filter(sent -> sent.message().address().equals(BOB))
                .map(Arrived::text)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        assertThat(office.links().confirm(link.group(1))).isPresent();
        office.work();
        return office.carrier.take().stream()
                .filter(sent -> sent.message().address().equals(FakeSlack.TEAM + "/U0EVE"))
                .map(Arrived::text)
                .findFirst()
                .orElseThrow();
    }
}

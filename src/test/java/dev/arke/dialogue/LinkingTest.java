package dev.arke.dialogue;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Form;
import dev.arke.card.Form.Input.ChoiceInput;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.database.Database;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code link} and {@code unlink}, by line, by form and by an invitation. */
@EachDatabase
final class LinkingTest {
    private static final Place STATUS = new Place(
            new Bot("arke", "Arke", "/oncall"),
            Optional.of(new ChannelAddress(ContactKind.SANDBOX, "status")),
            Optional.empty(),
            Map.of());

    private final Database database;
    private final Office office;

    LinkingTest(Database database) {
        this.database = database;
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void aLineLinksSaysSoToTheChannelAndCanBeTakenBack() {
        var reply = reply("alice", "link payments min high");

        assertThat(Office.text(reply))
                .startsWith("This channel shows team payments now: incidents of high priority and above; their timeline"
                        + " in threads; handoffs are announced.");
        assertThat(notices())
                .containsExactly("status: alice linked this channel to team payments: incidents of high priority and"
                        + " above, their timeline in threads, handoffs are announced.");
        assertThat(office.audited())
                .extracting(entry -> entry.actor() + " " + entry.verb() + " " + entry.subject())
                .containsExactly("person:alice link sandbox:status");

        assertThat(undone("alice", reply)).startsWith("This channel is not linked to team payments any more.");
        assertThat(says("alice", "unlink payments")).startsWith("That is not linked to this channel.");
    }

    @Test
    void onlyTheOptionsNamedChangeAndUndoGivesTheOldOnesBack() {
        says("alice", "link checkout min high topic group oncall-pay");

        var changed = reply("alice", "link checkout flat no group");
        assertThat(Office.text(changed))
                .startsWith("The link to service checkout is changed: incidents of high priority and above; changes of"
                        + " their state as posts of their own; the topic says who is on call; handoffs");
        assertThat(undone("alice", changed)).contains("in threads", "the group @oncall-pay is whoever is on call");
        assertThat(says("alice", "link checkout topic")).startsWith("service checkout is already linked here");
    }

    @Test
    void linkAloneShowsWhatIsLinkedOrAsks() {
        var form = ((Reply.Open) reply("alice", "link")).form();
        assertThat(((ChoiceInput) form.input("target").orElseThrow()).choices())
                .extracting(Form.Choice::value)
                .containsExactly("team payments", "service checkout", "service ledger", "team web", "service web");

        says("alice", "link payments");
        says("alice", "link web min urgent");
        var card = ((Reply.Private) reply("bob", "link")).card();
        assertThat(card.summary()).isEqualTo("This channel has 2 links.");
        assertThat(Office.text(new Reply.Private(card)))
                .contains("team payments: incidents of every priority", "team web: urgent incidents only");
        var lines = card.body().stream()
                .filter(Element.Actions.class::isInstance)
                .flatMap(actions -> ((Element.Actions) actions).buttons().stream())
                .map(Button::line);
        assertThat(lines).contains("link team web options", "unlink team web");
        assertThat(says("alice", "unlink")).startsWith("Which one? This channel has 2 links.");
    }

    @Test
    void theFormShowsWhatIsAndSavesWhatIsFilledIn() {
        says("alice", "link web min urgent flat topic group oncall-web no handoffs");

        var form = ((Reply.Open) reply("alice", "link web options")).form();
        var values = new HashMap<String, String>();
        form.inputs().forEach(input -> values.put(input.name(), input.initial()));
        assertThat(values)
                .isEqualTo(Map.of(
                        "target", "team web",
                        "priority", "urgent",
                        "timeline", "flat",
                        "topic", "yes",
                        "group", "oncall-web",
                        "handoffs", "no"));
        assertThat(submit("alice", values)).startsWith("team web is already linked here");

        values.putAll(Map.of("priority", "low", "timeline", "thread", "topic", "no", "group", " ", "handoffs", "yes"));
        assertThat(submit("alice", values))
                .startsWith("The link to team web is changed: incidents of every priority; their timeline in threads;"
                        + " handoffs are announced.");

        values.putAll(Map.of("target", "team wep", "group", "on call!", "priority", "loud"));
        assertThat(office.dialogue.submit(Office.asker("alice"), STATUS, "link", values))
                .isEqualTo(new Submitted.Invalid(Map.of(
                        "target", "Which team or service? Choose one or write its name.",
                        "priority", "Choose one of what is offered in each field.")));
        values.putAll(Map.of("target", "team web", "priority", "low"));
        assertThat(office.dialogue.submit(Office.asker("alice"), STATUS, "link", values))
                .isEqualTo(new Submitted.Invalid(
                        Map.of("group", "Write the group's handle, like oncall-payments, without spaces.")));
    }

    @Test
    void onlyAdminsOfTheTeamLinkIt() {
        assertThat(says("dana", "link web")).startsWith("This channel shows team web now");
        assertThat(says("dana", "link payments")).contains("Only admins of the team may change this.");
        assertThat(says("bob", "link web")).contains("Only admins of the team may change this.");
        assertThat(says("bob", "unlink web")).contains("Only admins of the team may change this.");
        assertThat(says("bob", "link new")).contains("Only admins of a team may link it to a channel.");
        assertThat(says("hana", "link web")).contains("I do not know which responder you are.");
        assertThat(office.audited()).filteredOn(entry -> !entry.allowed()).hasSize(4);
        var form = ((Reply.Open) reply("dana", "link new")).form();
        assertThat(((ChoiceInput) form.input("target").orElseThrow()).choices())
                .extracting(Form.Choice::value)
                .containsExactly("team web", "service web");
    }

    @Test
    void namesAndPlacesThatFitNotAreAnswered() {
        assertThat(says("alice", "link paymints")).contains("Nothing was changed.", "payments: link payments");
        assertThat(says("alice", "link @bob")).contains("Nothing was changed.");
        assertThat(says("alice", "unlink")).startsWith("That is not linked to this channel.");
        for (var line : List.of("link", "link payments", "unlink"))
            assertThat(Office.text(office.dialogue.answer(Office.asker("alice"), Office.directMessages(), line)))
                    .contains("Links are made in the channel");
        assertThat(office.says("alice", "unlink payments")).contains("the team file makes it the team's");
    }

    @Test
    void aLinkedChannelIsAPlaceOfTheTeam() {
        says("alice", "link ledger");
        office.incident("disk full");
        office.says("alice", "page ledger \"books do not balance\"");

        assertThat(says("bob", "who")).contains("On call for payments");
        assertThat(says("bob", "ack")).contains("You have #2 now");
    }

    @Test
    void whoeverInvitesArkeIsOfferedTheirTeams() {
        var offer = ((Reply.Private) office.dialogue.joined(Office.asker("dana"), STATUS)).card();
        assertThat(offer.summary()).contains("Whose incidents should this channel show?");
        assertThat(offer.buttons()).extracting(Button::line).containsExactly("link team web", "link new");

        assertThat(Office.text(office.dialogue.joined(Office.asker("bob"), STATUS)))
                .contains("An admin of a team can link it");
        assertThat(Office.text(office.dialogue.joined(Office.asker("bob"), Office.room())))
                .contains("I am here for payments");
        assertThat(Office.text(office.dialogue.joined(Office.outsider("eve"), STATUS)))
                .contains("Guests and people of other organisations cannot use Arke.");
    }

    private Reply reply(String who, String line) {
        return office.dialogue.answer(Office.asker(who), STATUS, line);
    }

    private String says(String who, String line) {
        return Office.text(reply(who, line));
    }

    private String submit(String who, Map<String, String> values) {
        var done = (Submitted.Done) office.dialogue.submit(Office.asker(who), STATUS, "link", values);
        return Office.text(done.reply());
    }

    private String undone(String who, Reply reply) {
        var undo = ((Reply.Private) reply)
                .card().buttons().stream()
                        .filter(button -> button.label().equals("Undo"))
                        .findFirst()
                        .orElseThrow();
        return says(who, undo.line());
    }

    private List<String> notices() {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DELIVERY.ADDRESS, DELIVERY.WORDS)
                        .from(DELIVERY)
                        .where(DELIVERY.KIND.eq("notice"))
                        .orderBy(DELIVERY.ID)
                        .fetch(row -> row.value1() + ": " + row.value2()));
    }
}

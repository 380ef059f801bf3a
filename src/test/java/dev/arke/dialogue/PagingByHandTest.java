package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calling somebody from chat. */
@EachDatabase
final class PagingByHandTest {
    private final Office office;

    PagingByHandTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void aServiceIsPagedByItsPolicy() {
        var answer = office.reply("bob", "page checkout \"High error rate\" p1");

        assertThat(Office.text(answer))
                .startsWith(
                        "#1 is open on checkout. I am paging alice, and whoever comes next until somebody takes it.");
        assertThat(lines(answer)).containsExactly("show 1", "ack 1", "resolve 1 paged by mistake");
        assertThat(office.paged(1)).containsExactly("alice");
        assertThat(office.find(1).facts().priority().word()).isEqualTo("urgent");
        assertThat(office.says("bob", "show 1"))
                .contains("#1 High error rate", "Opened by bob, priority urgent.", "Paged by: bob")
                .doesNotContain("paged_by");
    }

    @Test
    void eachPageIsAnIncidentOfItsOwn() {
        office.says("bob", "page checkout \"High error rate\"");
        office.says("bob", "page checkout \"High error rate\"");

        assertThat(office.says("bob", "list")).startsWith("2 open incidents");
    }

    @Test
    void aPersonIsPagedTwiceAndThenThePolicyGoesOn() {
        assertThat(office.says("alice", "page @chen disk full on db-3"))
                .startsWith("#1 is open on checkout. I am paging chen");
        assertThat(office.paged(1)).containsExactly("chen");

        pass(Duration.ofMinutes(5));
        assertThat(office.messages(1))
                .filteredOn(message -> message.kind().word().equals("page"))
                .hasSize(2);
        assertThat(office.paged(1)).containsExactly("chen");

        pass(Duration.ofMinutes(5));
        assertThat(office.paged(1)).containsExactly("chen", "alice");
        assertThat(office.find(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void pagingTheSamePersonAgainNeedsNoNewPolicyVersion() {
        office.says("alice", "page chen one");
        office.says("alice", "page chen two");
        office.says("alice", "page bob three");

        assertThat(office.find(1).facts().policyVersionId())
                .isEqualTo(office.find(2).facts().policyVersionId())
                .isNotEqualTo(office.find(3).facts().policyVersionId());
        assertThat(office.says("alice", "page checkout four")).contains("I am paging alice");
        assertThat(office.find(4).facts().policyVersionId()).isEqualTo(office.standard.versionId());
    }

    @Test
    void aTeamWithSeveralServicesIsAskedWhichAndNothingIsOpened() {
        var answer = office.reply("alice", "page payments \"it is all red\" urgent");

        assertThat(Office.text(answer))
                .startsWith("Nobody was paged yet: the team has several services. Which one is it?")
                .contains(
                        "checkout: page checkout \"it is all red\" urgent",
                        "ledger: page ledger \"it is all red\" urgent");
        assertThat(office.says("alice", "list all")).startsWith("No open incidents");
    }

    @Test
    void aTeamsServiceOfTheSameNameIsMeant() {
        assertThat(office.says("alice", "page web site down")).startsWith("#1 is open on web.");
    }

    @Test
    void whenNobodyCanBePagedThatIsSaid() {
        assertThat(office.says("bob", "page dana \"where are you\""))
                .contains("I am paging alice")
                .doesNotContain("paging dana");
    }

    @Test
    void aWrongNameIsAskedBack() {
        assertThat(office.says("alice", "page chekout \"say \"what\"\""))
                .startsWith("Nobody was paged. I know no service, team or person called chekout.")
                .contains("Page checkout: page checkout ");
    }

    @Test
    void hostileWordsAreJustWords() {
        var words = "<!channel> <@U1> \u202E\u0000*bold* `x` " + "💥".repeat(400);

        office.says("alice", "page checkout \"" + words + "\"");

        assertThat(office.find(1).facts().summary())
                .startsWith("<!channel> <@U1> *bold* `x` 💥")
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("\u202E");
    }

    private void pass(Duration time) {
        office.clock.advance(time);
        office.useCases.escalate().escalateAllDue();
    }

    private static List<String> lines(Reply reply) {
        return ((Reply.Private) reply)
                .card().buttons().stream().map(Button::line).toList();
    }
}

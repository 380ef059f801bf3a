package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.BarChart;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.slack.Gallery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code report}: what was stood, how often people were paged, and what is not covered. */
@EachDatabase
final class ReportsTest {
    private final Office office;

    ReportsTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void aTeamsReportAddsUpWhatIsPast() {
        assertThat(office.says("chen", "report"))
                .startsWith("Report on payments\nFrom 2026-01-01 to 2026-01-31, both included")
                .contains("alice: 4 h as primary in 1 turn")
                .contains("chen: 4 h as secondary in 1 turn")
                .doesNotContain("bob");

        office.clock.advance(Duration.ofHours(6));

        assertThat(office.says("chen", "report of checkout this month"))
                .contains("alice: 8 h as primary in 1 turn", "bob: 2 h as primary in 1 turn");
        assertThat(office.says("chen", "report @bob 2026-01")).contains("Report on bob", "payments: 2 h as primary");
        assertThat(office.says("chen", "report payments last month"))
                .contains("From 2025-12-01 to 2025-12-31")
                .contains("Nobody was on call in that time");
    }

    @Test
    void pagesThatReachedSomebodyCountOnceEach() {
        office.incident("disk is full");
        office.incident("disk is full again");
        office.delivered();
        office.clock.advance(Duration.ofMinutes(1));

        assertThat(office.says("bob", "report payments")).contains("4 h 1 min as primary in 1 turn; paged 2 times");
    }

    @Test
    void pagesByAContactMethodThatWasReplacedCountToo() {
        office.incident("disk is full");
        office.delivered();
        office.clock.advance(Duration.ofMinutes(1));
        office.contact("alice", "alice2");

        assertThat(office.says("bob", "report payments")).contains("paged 1 time");
    }

    @Test
    void whoStoodInIsCounted() {
        office.says("bob", "take 1h");
        office.clock.advance(Duration.ofHours(2));

        assertThat(office.says("bob", "report"))
                .contains("bob: 1 h as primary in 1 turn; stood in for others in 1 shift")
                .contains("was covered by others in 1 shift");
    }

    @Test
    void coverageSaysWhatIsWrongAndAdminsSeeItAtHome() {
        assertThat(office.says("bob", "report coverage")).contains("Nothing is wrong up to");
        assertThat(home("alice")).doesNotContain("Coverage");

        office.shift("primary", office.chen, Duration.ofHours(1), Duration.ofHours(2));
        office.shift("primary", office.dana, Duration.ofHours(12), Duration.ofHours(13));

        var told = office.reply("bob", "report coverage payments");
        assertThat(Office.text(told))
                .contains("alice and chen are both primary from")
                .contains("dana is primary from", "cannot be reached");
        assertThat(home("alice")).contains("Coverage: what to look at", "payments", "dana is primary from");
        assertThat(home("bob")).doesNotContain("Coverage");
        Gallery.keep("report-coverage", ((Reply.Private) told).card(), Optional.empty());
        Gallery.keepHome("coverage", cards("alice"));
    }

    @Test
    void aReportHasAChartThatIsAlsoSaidInWords() {
        office.clock.advance(Duration.ofHours(6));
        var card = ((Reply.Private) office.reply("chen", "report payments")).card();
        var picture = (Element.Picture) card.body().get(1);

        assertThat(picture.alt())
                .contains("hours on call, 2026-01-01 to 2026-01-31. alice: 8 h. bob: 2 h. chen: 10 h.");
        assertThat(((BarChart) picture.drawing()).rows().getFirst().values()).containsExactly(8.0, 0.0);
        Gallery.keep("report", card, Optional.empty());
    }

    @Test
    void aReportIsAlsoAFileForPay() {
        office.clock.advance(Duration.ofHours(6));
        var card = ((Reply.Private) office.reply("bob", "report payments 2026-01 csv")).card();
        var file = (Element.TextFile) card.body().getLast();

        assertThat(file.name()).isEqualTo("report-payments-2026-01-01-2026-01-31.csv");
        assertThat(file.content().lines())
                .containsExactly(
                        "from,to,person,team,duty,turns,hours,night_hours,weekend_hours,holiday_hours,pages,pages_at_night,"
                            + "covers_for_others,covered_by_others",
                        "2026-01-01,2026-01-31,alice,payments,primary,1,8.00,0.00,0.00,0.00,0,0,0,0",
                        "2026-01-01,2026-01-31,bob,payments,primary,1,2.00,0.00,0.00,0.00,0,0,0,0",
                        "2026-01-01,2026-01-31,chen,payments,secondary,1,10.00,0.00,0.00,0.00,0,0,0,0");
        assertThat(office.says("bob", "report payments 2026-01"))
                .contains("As CSV: report payments 2026-01-01 to 2026-01-31 csv");
    }

    @Test
    void whoCouldTakeAGapOrACoverIsNamedWithWhy() {
        assertThat(office.says("alice", "cover anybody for me from now to 2026-01-12T12:00"))
                .contains(
                        "The best of those who are free: bob (not on the roster, only 2 h of rest, none of this duty");
        office.gap("secondary", Duration.ofDays(2), Duration.ofDays(3));

        assertThat(office.says("alice", "report coverage"))
                .contains(
                        "Nobody is secondary from", "The first gap could be taken by alice (not on the roster, rested")
                .contains("bob takes it: override bob from 2026-01-14T09:00:00Z to 2026-01-15T09:00:00Z secondary");
        assertThat(office.says("alice", "override bob from 2026-01-14T09:00:00Z to 2026-01-15T09:00:00Z secondary"))
                .contains("bob");
        assertThat(office.says("alice", "report coverage")).contains("Nothing is wrong");
    }

    @Test
    void mistakesAreToldWithWhatToType() {
        assertThat(office.says("bob", "report paymets")).contains("I know no", "paymets");
        assertThat(office.says("bob", "report payments 2026-01-40"))
                .contains("I cannot read days in 2026-01-40", "report payments 2027-03-01 to 2027-03-14");
        assertThat(office.says("bob", "report payments 2026-02-01 to 2026-01-01"))
                .contains("I cannot read days");
        assertThat(office.says("bob", "report coverage dana")).contains("I know no team or service called dana.");
    }

    private List<Card> cards(String who) {
        return office.dialogue.home(Office.asker(who), Office.directMessages());
    }

    private String home(String who) {
        return cards(who).stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }
}

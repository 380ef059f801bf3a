package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Timeline;
import dev.arke.card.Tone;
import dev.arke.database.Database;
import dev.arke.responder.TeamExtras;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.slack.Gallery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code shifts} and {@code rotation}: what is on the calendar, and why. */
@EachDatabase
final class CalendarLooksTest {
    private final Office office;

    CalendarLooksTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void shiftsAreOnesOwnSomebodysOrATeams() {
        assertThat(office.says("alice", "shifts")).startsWith("Shifts of alice").contains("primary for payments until");
        assertThat(office.says("alice", "shifts @bob"))
                .startsWith("Shifts of bob")
                .contains("primary for payments from");
        assertThat(office.says("alice", "shifts of dana")).contains("No shifts are planned for dana.");
        assertThat(office.says("alice", "shifts checkout"))
                .startsWith("Next on call for payments")
                .contains("bob");
        assertThat(office.says("alice", "shifts bobb")).contains("I know no person, team or service called bobb.");
        assertThat(office.says("hana", "shifts")).contains("I do not know which responder you are.");
    }

    @Test
    void whyTellsHowSomebodyWasChosen() {
        office.weekly("fair");

        assertThat(office.says("bob", "rotation list"))
                .startsWith("Rotations of payments")
                .contains("weekly: shadow, every 1w in Europe/Paris, fair of alice, bob, chen");
        assertThat(office.says("bob", "rotation why payments shadow at \"2026-01-23 09:00\""))
                .contains(
                        "shadow from",
                        "by rotation weekly, because of those available, they had the least of this duty");
        assertThat(office.says("bob", "rotation why shadow"))
                .contains("nobody on the roster can", "passed over: alice, who has another duty of the team then");
        assertThat(office.says("bob", "rotation why primary")).contains("alice, put there by hand.");
    }

    @Test
    void aCalendarIsDrawnInTheReadersZoneAndSaidInWords() {
        office.says("chen", "vacation 2026-01-20 to 2026-01-21");

        var card = ((Reply.Private) office.reply("bob", "calendar")).card();
        var picture = (Element.Picture) card.body().getFirst();
        var drawing = (Timeline) picture.drawing();
        assertThat(card.summary()).isEqualTo("Calendar of payments · 12 Jan 2026 to 25 Jan 2026");
        assertThat(drawing.zone()).isEqualTo(Office.PARIS);
        assertThat(drawing.from()).isEqualTo("2026-01-11T23:00:00Z");
        assertThat(drawing.rows()).extracting(Timeline.Row::label).containsExactly("alice", "bob", "chen");
        assertThat(picture.alt())
                .contains("alice: primary from Mon 12 Jan 06:00 to Mon 12 Jan 14:00")
                .contains("chen: secondary from Mon 12 Jan 06:00 to Mon 12 Jan 22:00, vacation from Tue 20 Jan 00:00");
        assertThat(office.says("bob", "calendar checkout month")).contains("12 Jan 2026 to 15 Feb 2026");
        assertThat(office.says("bob", "calendar web 3w")).contains("No shifts are planned in that time.");
        assertThat(office.says("bob", "calendar paymets")).contains("I know no team or service called paymets.");
        Gallery.keep("calendar", card, Optional.of("calendar"));
    }

    @Test
    void aGapIsARowOfItsOwn() {
        office.weekly("fair");
        office.deactivate("bob");
        office.says("alice", "vacation 2026-01-26 to 2026-03-26");
        office.says("chen", "vacation 2026-01-26 to 2026-03-26");
        office.clock.advance(Duration.ofDays(1));
        office.calendar.fill().fillAllDue();

        var card = ((Reply.Private) office.reply("alice", "calendar payments month")).card();
        var rows = ((Timeline) ((Element.Picture) card.body().getFirst()).drawing()).rows();
        assertThat(card.tone()).isEqualTo(Tone.WARNING);
        assertThat(rows.getFirst().label()).isEqualTo("nobody");
        assertThat(rows.getFirst().bars())
                .isNotEmpty()
                .allSatisfy(bar -> assertThat(bar.kind()).isEqualTo(Timeline.Kind.GAP));
    }

    @Test
    void aTeamShowsDutiesOfOthersAndItsPager() {
        office.extras(new TeamExtras(
                List.of(new TeamExtras.Shown("web", "primary"), new TeamExtras.Shown("payments", "secondary")),
                Optional.of("+33 1 23 45 67 89"),
                Optional.of(Duration.ofHours(20))));

        assertThat(office.says("bob", "who checkout"))
                .contains("primary: alice until", "secondary of payments: chen until", "Nobody is scheduled for web.")
                .contains("The pager that goes with the primary's duty: +33 1 23 45 67 89");
        assertThat(office.says("bob", "who web")).doesNotContain("payments", "pager");
        office.shift("primary", office.bob, Duration.ofHours(27), Duration.ofHours(30));
        assertThat(office.says("bob", "report coverage")).contains("bob has only 15 h off");
        office.shift(office.web, "primary", office.dana, Duration.ofHours(27), Duration.ofHours(30));
        office.shift(office.web, "secondary", office.dana, Duration.ofHours(31), Duration.ofHours(32));
        assertThat(office.says("bob", "calendar payments"))
                .contains("dana: primary of web from Tue 13 Jan")
                .doesNotContain("secondary of web");

        assertThat(office.says("bob", "report coverage")).doesNotContain("of web");
        assertThat(office.says("alice", "report payments 2026-01-12 to 2026-01-12"))
                .doesNotContain("of web");
        office.shift(office.web, "primary", office.dana, Duration.ofHours(-3), Duration.ofHours(-1));
        assertThat(office.says("alice", "report payments 2026-01-12 to 2026-01-12"))
                .contains("dana: 2 h as primary of web in 1 turn");
        office.gap(office.web, "primary", Duration.ofHours(40), Duration.ofHours(44));
        office.gap(office.web, "secondary", Duration.ofHours(40), Duration.ofHours(44));
        assertThat(office.says("bob", "report coverage"))
                .contains("Nobody is primary of web from Wed 14 Jan")
                .doesNotContain("Nobody is secondary");
        assertThat(office.says("bob", "report coverage web")).contains("Nobody is secondary from");
    }

    @Test
    void mistakesAreToldWithWhatToType() {
        assertThat(office.says("bob", "rotation spin")).contains("I know no team or service called spin.");
        assertThat(office.says("bob", "rotation why paymets"))
                .contains("I know no team or service called paymets.", "rotation why payments");
        assertThat(office.says("bob", "rotation why payments at noonish")).contains("I cannot read a time in noonish");
    }
}

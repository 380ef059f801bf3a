package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.responder.Responder;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code take}, {@code cover}, {@code override} and {@code undo}. It is Monday 12 January 2026, 10:00 in Paris; alice is
 * primary until 14:00, then bob until 22:00; chen is secondary.
 */
@EachDatabase
final class CoveringByChatTest {
    private final Office office;

    CoveringByChatTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void takeActsAtOnceIsSaidInPublicAndUndone() {
        var reply = (Reply.Private) office.reply("bob", "take 2h");

        assertThat(Office.text(reply))
                .startsWith("You cover alice as primary of payments from Mon 12 Jan 2026 09:00 UTC to Mon 12 Jan 2026"
                        + " 11:00 UTC.");
        assertThat(office.says("bob", "who")).contains("primary: bob until");
        assertThat(office.says("bob", "rotation why primary"))
                .contains("bob instead of alice, put there by hand at")
                .contains("by bob.");
        assertThat(office.noticed())
                .containsExactlyInAnyOrder(
                        "payments: bob covers alice as primary of payments from Mon 12 Jan 2026 10:00 to Mon 12 Jan"
                                + " 2026 12:00 (Europe/Paris).",
                        "alice: bob covers alice as primary of payments from Mon 12 Jan 2026 10:00 to Mon 12 Jan 2026"
                                + " 12:00 (Europe/Paris).");

        office.clock.advance(Duration.ofMinutes(10));
        var undo = reply.card().buttons().getFirst();
        assertThat(undo.label()).isEqualTo("Undo");
        assertThat(office.says("bob", undo.line()))
                .contains("Your change of payments (Mon 12 Jan 2026 09:00 UTC)", "is taken back");

        assertThat(office.says("bob", "who")).contains("primary: alice until");
        assertThat(office.noticed())
                .hasSize(4)
                .last()
                .asString()
                .contains("Taken back by bob: bob does not cover alice");
        assertThat(office.says("bob", undo.line())).contains("is taken back already");
        assertThat(office.says("bob", "shifts payments")).contains("alice until Mon 12 Jan 2026 13:00 UTC");
    }

    @Test
    void undoTakesOnlyTheLastChangeAndOnlyWhatNobodyChangedSince() {
        var first = ((Reply.Private) office.reply("bob", "take 2h"))
                .card()
                .buttons()
                .getFirst();
        office.says("bob", "take 3h secondary anyway");
        assertThat(office.says("bob", first.line())).contains("that was not your last change");

        office.says("alice", "override @alice from now for 1h secondary anyway");
        assertThat(office.says("bob", "undo")).contains("somebody has changed the same shifts again");
        assertThat(office.says("dana", "undo")).contains("You have changed nothing on a calendar yet.");

        office.clock.advance(Duration.ofHours(5));
        assertThat(office.says("alice", "undo")).contains("is past");
    }

    @Test
    void secondOfTwoWhoChangeTheSameHearsWhatTheFirstDid() throws Exception {
        office.insert(List.of(shift(office.alice, Duration.ofDays(2), Duration.ofDays(3))));
        var line = " for @alice from 2026-01-14T12:00 to 2026-01-15T08:00";
        Callable<String> bob = () -> office.says("bob", "cover me" + line);
        Callable<String> chen = () -> office.says("chen", "cover me" + line);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(bob, chen)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();

            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("You cover alice"))
                    .hasSize(1);
            var second = answers.stream()
                    .filter(answer -> !answer.startsWith("You cover"))
                    .findFirst()
                    .orElseThrow();
            var winner = answers.getFirst().startsWith("You") ? "bob" : "chen";
            assertThat(second)
                    .startsWith("Nothing was changed: alice is not on call for payments in that time.")
                    .contains("primary: " + winner + " from", "instead of alice, changed by " + winner + " at");
        }
        assertThat(office.shifts().stream()
                        .filter(shift -> shift.interval()
                                .start()
                                .isAfter(office.clock.instant().plus(Duration.ofDays(1)))))
                .hasSize(3);
    }

    @Test
    void onlyOneselfOrAnAdminPutsSomebodyOnCall() {
        assertThat(office.says("bob", "cover @chen for @alice from 11:00 to 12:00"))
                .contains("only chen or an admin of payments can do that", "/oncall cover me for alice from");
        assertThat(office.says("dana", "take 2h payments")).contains("dana is not in team payments");
        assertThat(office.says("hana", "take 2h")).contains("I do not know which responder you are");
        assertThat(office.shifts()).hasSize(3);

        assertThat(office.says("alice", "cover @chen for @bob from 14:00 to 15:00 anyway"))
                .startsWith("chen covers bob as primary of payments");
        assertThat(office.noticed())
                .anyMatch(words -> words.startsWith("chen: chen covers bob") && words.endsWith("alice changed it."))
                .anyMatch(words -> words.startsWith("bob: chen covers bob"));
        assertThat(office.audited()).anyMatch(entry -> entry.verb().equals("cover") && !entry.allowed());
    }

    @Test
    void twoDutiesAtOnceAreAskedAbout() {
        var reply = (Reply.Private) office.reply("chen", "take 1h");

        assertThat(Office.text(reply))
                .startsWith("Nothing was changed yet: you have something else in that time:")
                .contains("secondary of payments");
        assertThat(office.shifts()).hasSize(3);
        var anyway = reply.card().buttons().getFirst();
        assertThat(office.says("chen", anyway.line())).startsWith("You cover alice as primary");
    }

    @Test
    void placeThatNobodyHasIsTakenToo() {
        var gap = new Shift(
                office.ids.next(),
                office.payments.id(),
                Role.Duty.PRIMARY,
                Optional.empty(),
                new Interval(
                        office.clock.instant().plus(Duration.ofDays(1)),
                        office.clock.instant().plus(Duration.ofDays(2))),
                new Provenance.Edited(Optional.empty()));
        office.insert(List.of(gap));

        assertThat(office.says("bob", "override me from tomorrow 12:00 to 18:00"))
                .startsWith("You cover a place that nobody had as primary of payments");
    }

    @Test
    void badInputIsToldWithWhatToType() {
        for (var line : List.of(
                "take",
                "take 0h",
                "take soon",
                "override @bob from",
                "override @bob from fri 18:00",
                "override @bob sometime",
                "cover @bob for @alice from 2026-01-14T10:00 to 2026-01-14T09:00",
                "cover @bob for @alice from 2026-01-10T10:00 to 2026-01-11T09:00",
                "cover @bobb for @alice from fri 18:00 to sat 9am",
                "override payments from fri 18:00 to sat 9am",
                "override @bob from fri 18:00 to sat 9am of paymets",
                "take 2h shadow",
                "undo everything now")) {
            assertThat(office.says("alice", line)).as(line).contains("/oncall");
        }
        assertThat(office.shifts()).hasSize(3);
        assertThat(office.noticed()).isEmpty();
    }

    @Test
    void formAsksForWhatTheLineDidNotSay() {
        assertThat(office.says("alice", "cover @chen for @bob")).isEqualTo("form cover");
        var form = ((Reply.Open) office.reply("alice", "cover @chen for @bob")).form();
        assertThat(form.inputs().stream().map(Form.Input::name))
                .containsExactly("target", "instead_of", "from", "to", "duty");
        assertThat(form.input("target").orElseThrow().initial()).isEqualTo("chen");
        assertThat(form.input("instead_of").orElseThrow().initial()).isEqualTo("bob");

        assertThat(submit("cover", bobForAlice("whenever", "4h")))
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsOnlyKeys("from"));
        assertThat(submit("cover", bobForAlice("now", "never")))
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsOnlyKeys("to"));
        assertThat(Stream.of("1h", "11:00", "mon 11:00").map(to -> submit("cover", bobForAlice("now", to))))
                .allMatch(Submitted.Done.class::isInstance);
        assertThat(office.says("alice", "who")).contains("primary: bob until");
        assertThat(((Reply.Open) office.reply("bob", "override"))
                        .form().inputs().stream().map(Form.Input::name))
                .containsExactly("target", "from", "to", "duty");
    }

    @Test
    void formProposesTwoPeopleAndTakesNoOneTwice() {
        var form = ((Reply.Open) office.reply("alice", "cover")).form();
        assertThat(form.input("target").orElseThrow().initial()).isEqualTo("alice");
        assertThat(form.input("instead_of").orElseThrow().initial()).isEqualTo("bob");

        var twice = Map.of("target", "bob", "instead_of", "bob", "from", "now", "to", "2h", "duty", "primary");
        assertThat(submit("cover", twice))
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsOnlyKeys("instead_of"));
        assertThat(office.says("alice", "cover @bob for @bob 2h")).contains("nobody stands in for themselves");
        assertThat(office.shifts()).hasSize(3);
    }

    @Test
    void aFormAsksAnybodyWhoIsFreeToo() {
        var who = ((Reply.Open) office.reply("alice", "cover"))
                .form()
                .input("target")
                .orElseThrow();
        assertThat(((Form.Input.ChoiceInput) who).choices().getLast().value()).isEqualTo("anybody");

        var values = Map.of("target", "anybody", "instead_of", "alice", "from", "now", "to", "2h", "duty", "primary");
        assertThat(Office.text(((Submitted.Done) submit("cover", values)).reply()))
                .startsWith("I asked bob");
    }

    @Test
    void lengthAloneIsFromNowOn() {
        assertThat(office.says("alice", "cover bob for alice 2h"))
                .startsWith("bob covers you as primary of payments from Mon 12 Jan 2026 09:00 UTC to Mon 12 Jan 2026"
                        + " 11:00 UTC.");
        assertThat(office.says("alice", "override me 30m")).contains("to Mon 12 Jan 2026 09:30 UTC");
    }

    private Submitted submit(String verb, Map<String, String> values) {
        return office.dialogue.submit(Office.asker("alice"), Office.room(), verb, values);
    }

    private Shift shift(Responder who, Duration from, Duration to) {
        var now = office.clock.instant();
        return new Shift(
                office.ids.next(),
                office.payments.id(),
                Role.Duty.PRIMARY,
                Optional.of(who.id()),
                new Interval(now.plus(from), now.plus(to)),
                new Provenance.Edited(Optional.empty()));
    }

    private static Map<String, String> bobForAlice(String from, String to) {
        return Map.of("target", "bob", "instead_of", "alice", "from", from, "to", to, "duty", "primary");
    }
}

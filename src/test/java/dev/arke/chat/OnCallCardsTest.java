package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.OnCall;
import dev.arke.calendar.OnCall.Stretch;
import dev.arke.calendar.Role.Duty;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.PlainText;
import dev.arke.card.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person who asks "who" and "next" reads. */
class OnCallCardsTest {
    private static final Instant NOW = Instant.parse("2026-01-14T09:00:00Z");
    private static final Instant HANDOFF = Instant.parse("2026-01-19T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final UUID ALICE = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);

    @Test
    void saysWhoUntilWhenAndWhoFollows() {
        var card = WhoCard.of(
                payments(
                        new OnCall(Duty.PRIMARY, List.of(week(ALICE, 0)), List.of(week(BOB, 1))),
                        new OnCall(Duty.SECONDARY, List.of(week(BOB, 0), week(ALICE, 0)), List.of())),
                NOW,
                LookPhrases.ENGLISH);

        assertThat(PlainText.of(card)).isEqualTo("""
            On call for payments
            - primary: alice until Mon 19 Jan 2026 08:00 UTC, then bob.
            - secondary: bob until Mon 19 Jan 2026 08:00 UTC and alice until Mon 19 Jan 2026 08:00 UTC; \
            shifts are planned up to then.
            Who is next: next payments\
            """);
        assertThat(card.summary()).isEqualTo("On call for payments: primary alice, secondary bob and alice");
        assertThat(card.tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void gapIsSaidInWordsAndInRed() {
        var card = WhoCard.of(
                payments(new OnCall(Duty.PRIMARY, List.of(gap(0)), List.of(week(BOB, 1)))), NOW, LookPhrases.ENGLISH);

        assertThat(PlainText.of(card)).contains("""
            - primary: nobody until Mon 19 Jan 2026 08:00 UTC (no one on the roster can take it), then bob.\
            """);
        assertThat(card.summary()).isEqualTo("On call for payments: primary nobody");
        assertThat(card.tone()).isEqualTo(Tone.ALARM);
    }

    @Test
    void gapThatFollowsIsSaid() {
        var card = WhoCard.of(
                payments(new OnCall(Duty.PRIMARY, List.of(week(BOB, 0)), List.of(gap(1)))), NOW, LookPhrases.ENGLISH);

        assertThat(PlainText.of(card)).contains("""
            - primary: bob until Mon 19 Jan 2026 08:00 UTC, then nobody until Mon 26 Jan 2026 08:00 UTC \
            (no one on the roster can take it).\
            """);
    }

    @Test
    void hoursThatNobodyCoversAreNoAlarm() {
        var between = WhoCard.of(
                payments(new OnCall(Duty.PRIMARY, List.of(), List.of(week(BOB, 1)))), NOW, LookPhrases.ENGLISH);
        var before = WhoCard.of(
                payments(new OnCall(Duty.PRIMARY, List.of(week(ALICE, 0)), List.of(week(BOB, 2)))),
                NOW,
                LookPhrases.ENGLISH);

        assertThat(PlainText.of(between)).contains("""
            - primary: nobody at this hour; next bob from Mon 19 Jan 2026 08:00 UTC.\
            """);
        assertThat(between.tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(PlainText.of(before)).contains("""
            - primary: alice until Mon 19 Jan 2026 08:00 UTC, then nobody until Mon 26 Jan 2026 08:00 UTC, \
            then bob.\
            """);
    }

    @Test
    void anotherInstantAndAServiceAreNamed() {
        var then = new TeamOnCall(
                "payments",
                Optional.of("checkout"),
                NOW,
                List.of(new OnCall(Duty.PRIMARY, List.of(week(ALICE, 0)), List.of(week(BOB, 1)))),
                names());

        assertThat(PlainText.of(WhoCard.of(then, NOW.minusSeconds(60), LookPhrases.ENGLISH)))
                .startsWith("""
                    On call for checkout (team payments)
                    At Wed 14 Jan 2026 09:00 UTC:
                    - primary: alice\
                    """);
    }

    @Test
    void teamWithoutShiftsIsToldWhatToDo() {
        assertThat(PlainText.of(WhoCard.of(payments(), NOW, LookPhrases.ENGLISH)))
                .isEqualTo("""
                    On call for payments
                    Nobody is on call: team payments has no shifts planned. An admin can add a rotation for it to the \
                    team file and apply it.\
                    """);
        assertThat(NextCard.of(payments(), LookPhrases.ENGLISH).tone()).isEqualTo(Tone.WARNING);
        assertThat(PlainText.of(WhoCard.of(payments(), NOW.minusSeconds(1), LookPhrases.ENGLISH)))
                .contains("Nobody is planned for then: team payments has no shifts at that time yet.")
                .doesNotContain("An admin");
        assertThat(PlainText.of(WhoCard.of(payments(), NOW.plusSeconds(1), LookPhrases.ENGLISH)))
                .contains("Nobody was on call then");
    }

    @Test
    void nextIsAListOfHandoffsWithAnEnd() {
        var coming = IntStream.rangeClosed(1, 7)
                .mapToObj(week -> week == 2 ? gap(week) : week(week % 2 == 0 ? ALICE : BOB, week))
                .toList();

        var card =
                NextCard.of(payments(new OnCall(Duty.PRIMARY, List.of(week(ALICE, 0)), coming)), LookPhrases.ENGLISH);

        assertThat(PlainText.of(card)).isEqualTo("""
            Next on call for payments
            primary
            Now alice until Mon 19 Jan 2026 08:00 UTC.
            - Mon 19 Jan 2026 08:00 UTC to Mon 26 Jan 2026 08:00 UTC: bob
            - Mon 26 Jan 2026 08:00 UTC to Mon 2 Feb 2026 08:00 UTC: nobody (no one on the roster can take it)
            - Mon 2 Feb 2026 08:00 UTC to Mon 9 Feb 2026 08:00 UTC: bob
            - Mon 9 Feb 2026 08:00 UTC to Mon 16 Feb 2026 08:00 UTC: alice
            - Mon 16 Feb 2026 08:00 UTC to Mon 23 Feb 2026 08:00 UTC: bob
            2 more planned, until Mon 9 Mar 2026 08:00 UTC.
            Who is on call now: who payments\
            """);
        assertThat(card.tone()).isEqualTo(Tone.WARNING);
    }

    private static TeamOnCall payments(OnCall... duties) {
        return new TeamOnCall("payments", Optional.empty(), NOW, List.of(duties), names());
    }

    private static Map<UUID, String> names() {
        return Map.of(ALICE, "alice", BOB, "bob");
    }

    private static Stretch week(UUID person, int week) {
        return new Stretch(Optional.of(person), during(week));
    }

    private static Stretch gap(int week) {
        return new Stretch(Optional.empty(), during(week));
    }

    /** Week 0 ends at the handoff. */
    private static Interval during(int week) {
        return new Interval(HANDOFF.plus(WEEK.multipliedBy(week - 1)), HANDOFF.plus(WEEK.multipliedBy(week)));
    }
}

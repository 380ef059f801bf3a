package dev.arke.delivery;

import static dev.arke.delivery.Rows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettlementTest {
    private static final Outcome DELIVERED = new Outcome.Delivered("C1/1.2");
    private static final Outcome REFUSED = new Outcome.PayloadRefused("invalid_blocks");
    private static final Outcome GONE = new Outcome.RecipientGone("user_not_found");
    private static final Outcome AGAIN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "503");

    @Test
    void aDeliveredPageHasNothingMoreToDo() {
        var row = settle(page(State.WAITING, 1, 0), DELIVERED, 1);

        assertThat(row.state()).isEqualTo(State.DELIVERED);
        assertThat(row.lane()).isEqualTo(1);
        assertThat(row.progress().dueAt()).isEmpty();
        assertThat(row.progress().fallsThroughAt()).isEmpty();
        assertThat(row.progress().shown().messageRef()).contains("C1/1.2");
        assertThat(row.progress().shown().deliveredAt()).contains(NOW);
    }

    @Test
    void whatChangedOnTheWayIsEditedAtOnce() {
        assertThat(settle(page(State.WAITING, 2, 0), DELIVERED, 1).progress().dueAt())
                .contains(NOW);
        assertThat(settle(page(State.DELIVERED, 5, 1), DELIVERED, 5).progress().dueAt())
                .isEmpty();
    }

    @Test
    void aCancelledPageThatArrivesIsEditedToSaySo() {
        var row = settle(page(State.CANCELLED, 1, 0), DELIVERED, 1);

        assertThat(row.state()).isEqualTo(State.DELIVERED);
        assertThat(row.progress().dueAt()).contains(NOW);
        assertThat(row.progress().shown().isStale()).isTrue();
    }

    @Test
    void aCancelledPageThatFailsStaysCancelled() {
        for (var outcome : new Outcome[] {AGAIN, GONE, REFUSED}) {
            var row = settle(page(State.CANCELLED, 1, 0), outcome, 1);
            assertThat(row.state()).isEqualTo(State.CANCELLED);
            assertThat(row.progress().dueAt()).isEmpty();
        }
    }

    @Test
    void aFailureThatMayPassIsTriedAgainAndKeepsItsFallThrough() {
        var row = settle(page(State.WAITING, 1, 0), AGAIN, 1);

        assertThat(row.state()).isEqualTo(State.WAITING);
        assertThat(row.progress().dueAt())
                .hasValueSatisfying(at -> assertThat(at).isAfter(NOW));
        assertThat(row.progress().fallsThroughAt()).isPresent();
        assertThat(row.progress().trouble().attempts()).isEqualTo(1);
        assertThat(row.progress().trouble().reason()).contains(FailureReason.SERVER);
    }

    @Test
    void aRefusedFormIsFollowedByPlainTextAndThenGivenUp() {
        var plain = settle(page(State.WAITING, 1, 0), REFUSED, 1);
        assertThat(plain.progress().plain()).isTrue();
        assertThat(plain.progress().dueAt()).contains(NOW);

        assertThat(settle(plain, REFUSED, 1).state()).isEqualTo(State.FAILED);
    }

    @Test
    void aDeadAddressFailsForGoodAndABrokenCarrierDoesNot() {
        assertThat(settle(page(State.WAITING, 1, 0), GONE, 1).state()).isEqualTo(State.FAILED);
        var broken = new Outcome.CarrierBroken(FailureReason.AUTH, "token_revoked");
        assertThat(settle(page(State.WAITING, 1, 0), broken, 1).state()).isEqualTo(State.WAITING);
    }

    @Test
    void anEditThatFailsForGoodLeavesTheMessageDelivered() {
        var row = settle(page(State.DELIVERED, 2, 1), GONE, 2);

        assertThat(row.state()).isEqualTo(State.DELIVERED);
        assertThat(row.progress().dueAt()).isEmpty();
    }

    @Test
    void aRowPutBackCountsNoAttempt() {
        var row = Settlement.of(page(State.WAITING, 1, 0), new Attempt.PutBack(NOW.plusSeconds(3)), NOW);

        assertThat(row.progress().dueAt()).contains(NOW.plusSeconds(3));
        assertThat(row.progress().trouble()).isEqualTo(Trouble.NONE);
        assertThat(Settlement.of(page(State.CANCELLED, 1, 0), new Attempt.PutBack(NOW), NOW)
                        .progress()
                        .dueAt())
                .isEmpty();
    }

    @Test
    void whatIsPutOffOrTriedAgainHasBeenDueSinceItFirstWas() {
        var since = Optional.of(NOW.minusSeconds(5));
        var waiting = page(State.WAITING, 1, 0);

        assertThat(Settlement.of(waiting, new Attempt.PutBack(NOW.plusSeconds(3)), NOW)
                        .progress()
                        .dueSince())
                .isEqualTo(since);
        for (var outcome : new Outcome[] {AGAIN, REFUSED})
            assertThat(settle(waiting, outcome, 1).progress().dueSince()).isEqualTo(since);
        for (var outcome : new Outcome[] {DELIVERED, GONE})
            assertThat(settle(waiting, outcome, 1).progress().dueSince()).isEmpty();
        assertThat(settle(page(State.DELIVERED, 2, 1), DELIVERED, 1).progress().dueSince())
                .contains(NOW);
    }

    @Test
    void successForgetsTrouble() {
        var troubled = settle(page(State.WAITING, 1, 0), AGAIN, 1);

        assertThat(settle(troubled, DELIVERED, 1).progress().trouble()).isEqualTo(Trouble.NONE);
    }

    @Test
    void nothingToDoIsDoneUnlessMoreIsWantedByNow() {
        assertThat(Settlement.of(page(State.DELIVERED, 3, 1), new Attempt.NothingToDo(3), NOW)
                        .progress()
                        .dueAt())
                .isEmpty();
        assertThat(Settlement.of(page(State.DELIVERED, 4, 1), new Attempt.NothingToDo(3), NOW)
                        .progress()
                        .dueAt())
                .contains(NOW);
    }

    @Test
    void anUnwantedPageIsCancelled() {
        var row = Settlement.of(page(State.WAITING, 1, 0), new Attempt.Unwanted(), NOW);

        assertThat(row.state()).isEqualTo(State.CANCELLED);
        assertThat(row.progress().dueAt()).isEmpty();
        assertThat(row.progress().fallsThroughAt()).isEmpty();
    }

    private static Delivery settle(Delivery row, Outcome outcome, int revision) {
        return Settlement.of(row, Attempt.Sent.of(outcome, revision), NOW);
    }

    private static Delivery page(State state, int wanted, int revision) {
        boolean waiting = state == State.WAITING;
        return new Delivery(
                Rows.id(),
                Optional.of(Rows.id()),
                Kind.PAGE,
                1,
                Recipient.of(Rows.method(ContactKind.SLACK)),
                state,
                new Progress(
                        state == State.CANCELLED ? Optional.empty() : Optional.of(NOW.plusSeconds(30)),
                        state == State.CANCELLED ? Optional.empty() : Optional.of(NOW.minusSeconds(5)),
                        waiting ? Optional.of(NOW.plusSeconds(20)) : Optional.empty(),
                        true,
                        false,
                        Trouble.NONE,
                        new Shown(wanted, revision, Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW);
    }
}

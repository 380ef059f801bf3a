package dev.arke.engine.delivery;

import dev.arke.delivery.Attempt;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.Outcome;

/** A row as it was locked and as it is settled. */
record Change(Delivery before, Delivery after, Attempt attempt) {
    boolean isFirstDelivery() {
        return before.state() != State.DELIVERED && after.state() == State.DELIVERED;
    }

    boolean isPage() {
        return after.kind() == Kind.PAGE;
    }

    boolean isQuestion() {
        return after.kind() == Kind.QUESTION;
    }

    boolean isLost() {
        return before.state() == State.WAITING && after.state() == State.FAILED;
    }

    /** It arrived for the first time or failed for good; not what was called off while it was on its way. */
    boolean hasEnded() {
        return before.state() != State.CANCELLED && (isFirstDelivery() || isLost());
    }

    /** It failed for good, or its carrier will not come back within the message's patience. */
    boolean hasFallen() {
        if (!(isPage() || isQuestion()) || before.state() != State.WAITING) return false;
        boolean isFirst = before.progress().fallsThroughAt().isPresent();
        return isLost() || (isBroken() && isFirst && isNews());
    }

    /** While a step waits for it, a carrier may say the same many times. */
    private boolean isNews() {
        return !before.progress()
                .trouble()
                .problem()
                .equals(after.progress().trouble().problem());
    }

    private boolean isBroken() {
        return attempt instanceof Attempt.Sent sent && sent.outcome() instanceof Outcome.CarrierBroken;
    }
}

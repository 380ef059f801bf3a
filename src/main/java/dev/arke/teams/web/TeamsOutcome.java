package dev.arke.teams.web;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;

/** What a failure of Teams means for a delivery. */
final class TeamsOutcome {
    private TeamsOutcome() {}

    /** {@code plain}: the message had no form that could be left out. */
    static Outcome of(TeamsFailure failure, boolean plain) {
        var problem = failure.problem();
        return switch (failure.kind()) {
            case RATE_LIMITED -> again(failure, FailureReason.RATE_LIMITED);
            case TIMEOUT -> again(failure, FailureReason.TIMEOUT);
            case SERVER -> again(failure, FailureReason.SERVER);
            case AUTH -> new Outcome.CarrierBroken(FailureReason.AUTH, problem);
            case RECIPIENT, MISSING -> new Outcome.RecipientGone(problem);
            // What it says no to without a word that we know may be the form: plain text has the best chance.
            case PAYLOAD, OTHER -> plain ? again(failure, FailureReason.REJECTED) : new Outcome.PayloadRefused(problem);
        };
    }

    private static Outcome again(TeamsFailure failure, FailureReason reason) {
        return new Outcome.Again(failure.after(), reason, failure.problem());
    }
}

package dev.arke.phone.twilio;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.util.Optional;

/** What Twilio's callbacks say became of a text or a call; empty for what tells nothing yet. Pure. */
final class TwilioStatus {
    private TwilioStatus() {}

    /** MessageStatus: only the network's receipt counts as arrived, "sent" is no more than on its way. */
    static Optional<Outcome> ofText(String status, int errorCode, String sid) {
        return switch (status) {
            case "delivered", "read" -> Optional.of(new Outcome.Delivered(sid));
            case "undelivered", "failed" -> Optional.of(TwilioErrors.undelivered(errorCode));
            case "canceled" -> Optional.of(new Outcome.Undelivered(FailureReason.CANCELLED, "Twilio cancelled it"));
            default -> Optional.empty();
        };
    }

    /** CallStatus. Completed is heard to the end, unless a machine was found before. */
    static Optional<Outcome> ofCall(String status, String sid) {
        return switch (status) {
            case "completed" -> Optional.of(new Outcome.Delivered(sid));
            case "busy" -> Optional.of(new Outcome.Undelivered(FailureReason.OTHER, "the line was busy"));
            case "no-answer" ->
                Optional.of(new Outcome.Undelivered(FailureReason.TIMEOUT, "nobody answered the phone"));
            case "failed" ->
                Optional.of(new Outcome.Undelivered(FailureReason.OTHER, "the call could not be connected"));
            case "canceled" -> Optional.of(new Outcome.Undelivered(FailureReason.CANCELLED, "the call was cancelled"));
            default -> Optional.empty();
        };
    }

    /** AnsweredBy of machine detection: human, unknown, fax, machine_start and machine_end_…. */
    static Optional<Outcome> ofAnswer(String answeredBy, String sid) {
        if (answeredBy.startsWith("machine_") || answeredBy.equals("fax"))
            return Optional.of(new Outcome.Undelivered(FailureReason.OTHER, "a machine answered the phone"));
        return answeredBy.equals("human") || answeredBy.equals("unknown")
                ? Optional.of(new Outcome.Delivered(sid))
                : Optional.empty();
    }
}

package dev.arke.phone.twilio;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.util.Optional;

/** What Twilio's callbacks say became of a text; empty for what tells nothing yet. Pure. */
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
}

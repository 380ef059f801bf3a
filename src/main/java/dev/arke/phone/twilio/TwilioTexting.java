package dev.arke.phone.twilio;

import dev.arke.delivery.Outcome;
import dev.arke.phone.Texting;
import java.util.Optional;
import java.util.UUID;

/** Texts by Twilio. */
public record TwilioTexting(TwilioClient client, boolean hearsReplies) implements Texting {
    /** What one number may send (twilio.com/docs/messaging, limits of a long code: one a second). */
    private static final int TEXTS_A_MINUTE = 60;

    @Override
    public Outcome send(String to, String text, UUID deliveryId) {
        return client.text(to, text, deliveryId);
    }

    @Override
    public int textsAMinute() {
        return TEXTS_A_MINUTE;
    }

    @Override
    public Optional<String> problem() {
        return client.problem();
    }
}

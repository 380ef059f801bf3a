package dev.arke.phone.twilio;

import dev.arke.delivery.Outcome;
import dev.arke.phone.Calling;
import dev.arke.phone.Speech;
import java.util.Optional;
import java.util.UUID;

/** Calls by Twilio. */
public record TwilioCalling(TwilioClient client, Callbacks callbacks) implements Calling {
    /** Accounts may begin one call a second (twilio.com/docs/voice/api, calls per second). */
    private static final int CALLS_A_MINUTE = 60;

    @Override
    public Outcome call(String to, Speech speech, boolean asks, UUID deliveryId) {
        var keys = callbacks.to(Callbacks.KEYS, deliveryId).filter(uri -> asks);
        var twiml = keys.map(uri -> SpokenTwiml.asking(speech, uri)).orElseGet(() -> SpokenTwiml.telling(speech));
        return client.call(to, twiml.toXml(), deliveryId);
    }

    @Override
    public int callsAMinute() {
        return CALLS_A_MINUTE;
    }

    @Override
    public Optional<String> problem() {
        return client.problem();
    }
}

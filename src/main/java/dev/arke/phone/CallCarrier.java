package dev.arke.phone;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads messages aloud over the phone. Safe for many threads. */
public final class CallCarrier implements Carrier {
    private final Calling calling;

    public CallCarrier(Calling calling) {
        this.calling = calling;
    }

    @Override
    public ContactKind kind() {
        return ContactKind.CALL;
    }

    @Override
    public Outcome send(Message message) {
        // What was said cannot be changed.
        if (message.edits().isPresent() || message.purpose() == Message.Purpose.THREAD)
            return new Outcome.Delivered(message.edits().or(message::thread).orElse(""));
        if (!SmsCarrier.NUMBER.matcher(message.address()).matches())
            return new Outcome.RecipientGone("this is not a phone number with + and its country's code");
        var speech = Speech.of(message.card(), message.reader());
        boolean asks = message.purpose() == Message.Purpose.PAGE;
        return calling.call(message.address(), speech, asks, message.deliveryId());
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of(new RateScope("call", calling.callsAMinute(), Duration.ofMinutes(1)));
    }

    @Override
    public Optional<String> problem() {
        return calling.problem();
    }
}

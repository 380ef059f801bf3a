package dev.arke.phone;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends messages as short texts. Safe for many threads. */
public final class SmsCarrier implements Carrier {
    static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Texting texting;

    public SmsCarrier(Texting texting) {
        this.texting = texting;
    }

    @Override
    public ContactKind kind() {
        return ContactKind.SMS;
    }

    @Override
    public Outcome send(Message message) {
        // A text that has left cannot be changed, and one for each line of a timeline would bury the pages.
        if (message.edits().isPresent() || message.purpose() == Message.Purpose.THREAD)
            return new Outcome.Delivered(message.edits().or(message::thread).orElse(""));
        if (!NUMBER.matcher(message.address()).matches())
            return new Outcome.RecipientGone("this is not a phone number with + and its country's code");
        return texting.send(message.address(), SmsText.of(message, texting.hearsReplies()), message.deliveryId());
    }

    @Override
    public int atOnce() {
        return texting.atOnce();
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of(new RateScope("sms", texting.textsAMinute(), Duration.ofMinutes(1)));
    }

    @Override
    public Optional<String> problem() {
        return texting.problem();
    }
}

package dev.arke.phone.twilio;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.time.Duration;
import java.util.Set;

/** Twilio's error codes (twilio.com/docs/api/errors) and what they mean for a delivery. Its words are left out: they repeat numbers. */
final class TwilioErrors {
    /** No such number, none that can be texted, one that has asked for no more texts. */
    private static final Set<Integer> NOBODY =
            Set.of(21211, 21214, 21217, 21265, 21610, 21614, 21635, 13223, 13224, 13225);

    /** Of our account: its number, its rights, its money. */
    private static final Set<Integer> OURS = Set.of(
            20003, 20005, 20008, 21212, 21215, 21216, 21219, 21408, 21603, 21606, 21607, 21608, 21609, 21612, 21626,
            21659, 21660, 21661, 30002, 30032, 30034, 10001, 13227);

    private static final Set<Integer> SOON = Set.of(20429, 21611, 30001, 14107);

    /** The text itself. */
    private static final Set<Integer> TEXT = Set.of(21602, 21605, 21617, 21618, 21619, 21620);

    /** The network says for good that nobody gets texts there: unknown, or a landline. */
    private static final Set<Integer> DEAD_LATER = Set.of(30005, 30006);

    private TwilioErrors() {}

    /** What an answer of the API means; {@code code} is 0 when it has none. */
    static Outcome outcome(int status, int code) {
        var said = "Twilio answered " + status + (code == 0 ? "" : " (error " + code + ")");
        if (status == 401 || code == 20003)
            return new Outcome.CarrierBroken(
                    FailureReason.AUTH, said + ": it does not accept TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN");
        if (status == 429 || SOON.contains(code)) return again(FailureReason.RATE_LIMITED, said + ": not so fast");
        if (status >= 500) return again(FailureReason.SERVER, said);
        if (status == 408) return again(FailureReason.TIMEOUT, said);
        if (NOBODY.contains(code)) return new Outcome.RecipientGone(said + ": nobody can be reached at this number");
        if (OURS.contains(code) || status == 403 || status == 404)
            return new Outcome.CarrierBroken(
                    FailureReason.REJECTED, said + ": look that error up in Twilio's console; it is about our account");
        if (TEXT.contains(code)) return new Outcome.PayloadRefused(said);
        return new Outcome.Undelivered(FailureReason.REJECTED, said);
    }

    /** What a callback of a text that did not arrive means. */
    static Outcome undelivered(int code) {
        var said = "the network did not deliver it" + (code == 0 ? "" : " (error " + code + ")");
        return DEAD_LATER.contains(code)
                ? new Outcome.RecipientGone(said + ": this number takes no texts")
                : new Outcome.Undelivered(FailureReason.OTHER, said);
    }

    private static Outcome again(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }
}

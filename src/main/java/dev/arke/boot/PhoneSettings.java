package dev.arke.boot;

import dev.arke.phone.gateway.GatewaySettings;
import dev.arke.phone.twilio.TwilioSettings;
import dev.arke.responder.ContactKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who sends texts and makes calls: Twilio both, a gateway texts; where both are set up, texts go by the gateway. */
public record PhoneSettings(Optional<TwilioSettings> twilio, Optional<GatewaySettings> gateway) {
    public static final PhoneSettings NONE = new PhoneSettings(Optional.empty(), Optional.empty());

    /** The ways of contact that are set up. */
    public Set<ContactKind> kinds() {
        var kinds = EnumSet.noneOf(ContactKind.class);
        if (twilio.isPresent() || gateway.isPresent()) kinds.add(ContactKind.SMS);
        if (twilio.isPresent()) kinds.add(ContactKind.CALL);
        return kinds;
    }

    @Override
    public String toString() {
        if (kinds().isEmpty()) return "none";
        return twilio.map(TwilioSettings::toString).orElse("")
                + gateway.map(GatewaySettings::toString).orElse("");
    }
}

package dev.arke.phone.twilio;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;

/**
 * Whether a request is Twilio's: its X-Twilio-Signature is an HMAC of the address that Twilio called and of every
 * parameter (twilio.com/docs/usage/security), compared in a time that does not tell where they differ. The address is that
 * of our settings, as a proxy in front of us changes what we see.
 */
final class SignedRequests {
    static final String HEADER = "X-Twilio-Signature";

    private final RequestValidator validator;
    private final URI base;

    SignedRequests(TwilioSettings settings, URI base) {
        this.validator = new RequestValidator(settings.authToken());
        this.base = base;
    }

    /** {@code target}: path and query. */
    boolean isTwilios(String target, Map<String, String> params, String signature) {
        return !signature.isEmpty() && validator.validate(base + target, params, signature);
    }
}

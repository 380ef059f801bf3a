package dev.arke.phone.twilio;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where Twilio tells us what became of a message, and of its calls' keys. */
record Callbacks(Optional<URI> base) {
    static final String TEXTS = "/phone/twilio/texts";
    static final String STATUS = "/phone/twilio/status/";
    static final String ANSWERED_BY = "/phone/twilio/answered-by/";
    static final String KEYS = "/phone/twilio/keys/";

    /** Empty where nothing is heard. */
    Optional<URI> to(String path, UUID deliveryId) {
        return base.map(uri -> URI.create(uri + path + deliveryId));
    }
}

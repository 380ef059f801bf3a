package dev.arke.phone.twilio;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where Twilio tells us what became of a message. */
record Callbacks(Optional<URI> base) {
    static final String TEXTS = "/phone/twilio/texts";
    static final String STATUS = "/phone/twilio/status/";

    /** Empty where nothing is heard. */
    Optional<URI> to(String path, UUID deliveryId) {
        return base.map(uri -> URI.create(uri + path + deliveryId));
    }
}

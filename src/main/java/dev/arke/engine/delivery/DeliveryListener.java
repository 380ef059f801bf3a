package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Outcome;
import dev.arke.responder.ContactKind;

/** Told of each message handed to a carrier and what came of it, for counting. Called on many threads. */
public interface DeliveryListener {
    void handedOver(ContactKind carrier, Delivery.Kind kind, Outcome outcome);
}

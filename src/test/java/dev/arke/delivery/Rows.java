package dev.arke.delivery;

import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.testkit.MovableInstants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Rows for the tests of this package. */
final class Rows {
    static final Instant NOW = MovableInstants.START;
    static final Duration LEASE = Duration.ofSeconds(30);
    static final ChannelAddress CHANNEL = new ChannelAddress(ContactKind.SANDBOX, "#payments");
    private static long count;

    private Rows() {}

    static synchronized UUID id() {
        return new UUID(0x0190_0000_0000_7000L + count++, 0x8000_0000_0000_0000L);
    }

    static ContactMethod method(ContactKind kind) {
        return new ContactMethod(id(), id(), kind, "address of " + kind.word(), 0, Optional.empty());
    }

    static PlannedDelivery page(UUID incident, int turn, ContactMethod method, Instant dueAt) {
        return PlannedDelivery.page(
                id(), incident, turn, method.responderId(), method, dueAt, dueAt.plusSeconds(30), NOW);
    }

    static PlannedDelivery card(UUID incident) {
        return PlannedDelivery.card(id(), incident, CHANNEL, NOW);
    }

    static PlannedDelivery thread(UUID incident) {
        return PlannedDelivery.thread(id(), incident, CHANNEL, NOW);
    }
}

package dev.arke.engine.delivery;

import dev.arke.delivery.Outcome;
import java.util.UUID;

/** A carrier says later what became of a message that it had taken: it arrived, nobody answered, the network gave it up. */
public final class HearOutcomes {
    private final RecordOutcomes recordOutcomes;
    private final DeliveryListener listener;

    HearOutcomes(RecordOutcomes recordOutcomes, DeliveryListener listener) {
        this.recordOutcomes = recordOutcomes;
        this.listener = listener;
    }

    /**
     * The first word counts, and what comes again or too late changes nothing. {@code deliveryId} is what the message was
     * known by; one that nobody knows is passed over.
     */
    public void hear(UUID deliveryId, Outcome outcome) {
        recordOutcomes
                .heard(deliveryId, outcome)
                .ifPresent(row -> listener.handedOver(row.to().carrier(), row.kind(), outcome));
    }

    /** A message that had arrived at a server came back from there. */
    public void returned(UUID deliveryId, Outcome outcome) {
        recordOutcomes
                .returned(deliveryId, outcome)
                .ifPresent(row -> listener.handedOver(row.to().carrier(), row.kind(), outcome));
    }
}

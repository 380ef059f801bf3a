package dev.arke.engine.delivery;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stands where no carrier is set up, so that what was planned for it fails loudly and falls through at once. */
record MissingCarrier(ContactKind kind) implements Carrier {
    /** While a carrier is set up on one node after the other, those that have it are let first for so long. */
    static final Duration LATE = Duration.ofSeconds(10);

    @Override
    public Outcome send(Message message) {
        return new Outcome.CarrierBroken(FailureReason.OTHER, kind.word() + " is not set up on this Arke");
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of();
    }

    @Override
    public Optional<String> problem() {
        return Optional.of(kind.word() + " is not set up");
    }
}

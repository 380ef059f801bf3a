package dev.arke.bench;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Optional;

/** A carrier to a chat that takes as much as it is sent. */
record UnlimitedCarrier(Carrier carrier) implements Carrier {
    @Override
    public ContactKind kind() {
        return carrier.kind();
    }

    @Override
    public Outcome send(Message message) {
        return carrier.send(message);
    }

    @Override
    public int atOnce() {
        return carrier.atOnce();
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of();
    }

    @Override
    public Optional<String> problem() {
        return carrier.problem();
    }
}

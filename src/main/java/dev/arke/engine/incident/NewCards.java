package dev.arke.engine.incident;

import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Told of new incidents inside the unit that opens them, so that each gets its card in its team's channels. */
public interface NewCards {
    record NewCard(UUID incidentId, List<ChannelAddress> channels) {}

    void plan(List<NewCard> cards, Instant now);
}

package dev.arke.engine.incident;

import dev.arke.delivery.PlannedDelivery;
import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asked for the cards of new incidents inside the unit that opens them, one for each of their teams' channels. */
public interface NewCards {
    record NewCard(UUID incidentId, List<ChannelAddress> channels) {}

    /** What is to be added to the outbox; the caller does that, with the pages. */
    List<PlannedDelivery> plan(List<NewCard> cards, Instant now);

    /** Everything that is to be added, with the pages held back that a channel has too many of. */
    List<PlannedDelivery> paced(List<PlannedDelivery> planned, Instant now);
}

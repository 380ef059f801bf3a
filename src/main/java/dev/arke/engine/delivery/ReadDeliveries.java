package dev.arke.engine.delivery;

import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import java.util.List;
import java.util.UUID;

/** What was sent or is to be sent for an incident, with what came of it; oldest first. */
public final class ReadDeliveries {
    private final Transactions transactions;
    private final DeliveryStore deliveries;

    ReadDeliveries(Transactions transactions, DeliveryStore deliveries) {
        this.transactions = transactions;
        this.deliveries = deliveries;
    }

    public List<Delivery> read(UUID incidentId) {
        return transactions.read(() -> deliveries.ofIncident(incidentId));
    }
}

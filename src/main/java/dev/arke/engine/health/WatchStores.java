package dev.arke.engine.health;

import dev.arke.delivery.BacklogStore;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.LatenessStore;
import dev.arke.incident.OpenIncidentStore;

/** The stores that the watch reads, and writes its notices to. */
public record WatchStores(
        BacklogStore backlog, OpenIncidentStore incidents, LatenessStore lateness, DeliveryStore deliveries) {}

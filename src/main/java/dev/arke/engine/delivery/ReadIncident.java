package dev.arke.engine.delivery;

import dev.arke.chat.IncidentView;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Collected;
import dev.arke.incident.TimelineEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads one incident whole: as its card shows it, its timeline, and what was sent for it. */
public final class ReadIncident {
    private static final int MOST_ALERTS = 20;

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final IncidentStores stores;
    private final DeliveryStore deliveries;
    private final ReadIncidentViews views;

    /** The timeline and the deliveries, each oldest first; {@code collected}: the alerts behind a grouped or storm one. */
    public record Whole(
            IncidentView view, Collected collected, List<TimelineEntry> timeline, List<Delivery> deliveries) {
        public Whole {
            timeline = List.copyOf(timeline);
            deliveries = List.copyOf(deliveries);
        }
    }

    public ReadIncident(
            Transactions transactions,
            ReadDirectory directory,
            IncidentStores stores,
            DeliveryStore deliveries,
            ReadIncidentViews views) {
        this.transactions = transactions;
        this.directory = directory;
        this.stores = stores;
        this.deliveries = deliveries;
        this.views = views;
    }

    /** Empty when there is no incident of this number. */
    public Optional<Whole> read(long number) {
        return transactions.read(() -> stores.incidents().readByNumbers(List.of(number)).stream()
                .findFirst()
                .map(incident -> {
                    var ids = List.of(incident.id());
                    var view = views.read(ids, directory.current()).get(incident.id());
                    return new Whole(
                            Objects.requireNonNull(view, "an incident that is there has a view"),
                            stores.collected().of(incident.id(), MOST_ALERTS),
                            stores.timeline().of(ids).getOrDefault(incident.id(), List.of()),
                            deliveries.ofIncident(incident.id()));
                }));
    }
}

package dev.arke.engine.incident;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.Receipt.Fate;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the alerts of many requests into incidents, in one unit: routes, deduplicates, opens, counts, raises, resolves,
 * and fires the first step. All of it is stored or none.
 */
public final class TriggerIncidents {
    private final Transactions transactions;
    private final IncidentStores stores;
    private final ReadDirectory directory;
    private final FollowTransition follow;
    private final FireSteps fireSteps;
    private final WriteChanges writeChanges;
    private final TellQuotas tellQuotas;
    private final IntakeSettings settings;
    private final Ids ids;
    private final InstantSource clock;

    TriggerIncidents(
            Transactions transactions,
            IncidentStores stores,
            ReadDirectory directory,
            FollowTransition follow,
            FireSteps fireSteps,
            WriteChanges writeChanges,
            TellQuotas tellQuotas,
            IntakeSettings settings,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.follow = follow;
        this.fireSteps = fireSteps;
        this.writeChanges = writeChanges;
        this.tellQuotas = tellQuotas;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** A receipt for each request, in their order. */
    public List<Receipt> trigger(List<Inbound> requests) {
        return trigger(directory ->
                requests.stream().map(request -> route(request, directory)).toList());
    }

    /** For alerts of Arke's own about an integration: straight to the integration's service. */
    Receipt triggerUnrouted(Inbound request) {
        return trigger(directory -> List.of(request.alerts().stream()
                        .map(alert -> Optional.of(RoutedAlert.unrouted(alert, request, directory)))
                        .toList()))
                .getFirst();
    }

    private List<Receipt> trigger(Function<Directory, List<List<Optional<RoutedAlert>>>> routing) {
        return transactions.write(Durability.SYNCED, () -> {
            var directory = this.directory.current();
            return trigger(routing.apply(directory), new IncidentChanges(ids, clock.instant()), directory);
        });
    }

    private List<Receipt> trigger(
            List<List<Optional<RoutedAlert>>> requests, IncidentChanges changes, Directory directory) {
        var all = requests.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList();
        var batch = IntakeBatch.read(all, directory, stores, settings, changes.now());
        int expected = batch.expectedToOpen(all, settings);
        var intake = new TakeAlert(batch, changes, directory, follow, stores.incidents(), settings, expected);
        var receipts = new ArrayList<Receipt>();
        for (var request : requests)
            receipts.add(new Receipt(
                    request.stream().map(alert -> take(alert, intake)).toList()));
        fireSteps.fire(newOnes(changes), changes, directory);
        writeChanges.write(changes, directory);
        batch.write(stores, changes.now());
        tellQuotas.tellAfterCommit(all, batch.quotas(), directory);
        return receipts;
    }

    private static List<Optional<RoutedAlert>> route(Inbound request, Directory directory) {
        return request.alerts().stream()
                .map(alert -> RoutedAlert.route(alert, request, directory))
                .toList();
    }

    private static Receipt.Line take(Optional<RoutedAlert> routed, TakeAlert intake) {
        return routed.map(intake::take).orElse(new Receipt.Line("", Fate.DROPPED, Optional.empty()));
    }

    private static List<FireSteps.Order> newOnes(IncidentChanges changes) {
        var orders = new ArrayList<FireSteps.Order>();
        for (var incident : changes.opened()) {
            if (incident instanceof Incident.Triggered triggered)
                orders.add(new FireSteps.Order(triggered, FireSteps.Which.AGAIN));
        }
        return orders;
    }
}

package dev.arke.engine.incident;

import dev.arke.alert.Alert;
import dev.arke.alert.Integration;
import dev.arke.alert.UnreadableRequest;
import dev.arke.alert.UnreadableRequestStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a body that came under a valid key and could not be taken, and opens one incident per integration about it: a
 * monitor whose alerts cannot be read is as bad as no monitor.
 */
public final class RecordUnreadable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordUnreadable.class);

    private final Transactions transactions;
    private final UnreadableRequestStore requests;
    private final TriggerIncidents trigger;
    private final Ids ids;
    private final InstantSource clock;

    RecordUnreadable(
            Transactions transactions,
            UnreadableRequestStore requests,
            TriggerIncidents trigger,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.trigger = trigger;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code status} is the HTTP status that the sender is answered. */
    public Receipt recordUnreadable(Integration integration, int status, String problem, String body) {
        LOG.atError()
                .addKeyValue("integration", integration.name())
                .addKeyValue("status", status)
                .addKeyValue("problem", problem)
                .log("alerts cannot be read");
        var alert = Alert.firing("arke:unreadable:" + integration.id(), "cannot read alerts of " + integration.name())
                .details(problem + "\n\nWhat came is kept. Mend the sender, then resolve this incident.")
                .toAlert();
        return transactions.write(Durability.SYNCED, () -> {
            requests.insert(
                    new UnreadableRequest(ids.next(), integration.id(), clock.instant(), status, problem, body));
            return trigger.triggerUnrouted(new Inbound(integration.id(), List.of(alert), body));
        });
    }
}

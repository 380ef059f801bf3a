package dev.arke.engine.incident;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.CollectedAlert;
import dev.arke.incident.FloodStore.Flood;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Ends floods that have calmed down: from then on each new alert opens an incident of its own again. What was collected
 * and still fires stays with the storm incident, whose timeline says how much that is.
 */
public final class EndFloods {
    private static final int SAMPLE = 10;
    private static final Actor ARKE = new Actor.Arke();

    private final Transactions transactions;
    private final IncidentStores stores;
    private final ReadDirectory directory;
    private final WriteChanges writeChanges;
    private final IntakeSettings settings;
    private final Ids ids;
    private final InstantSource clock;

    EndFloods(
            Transactions transactions,
            IncidentStores stores,
            ReadDirectory directory,
            WriteChanges writeChanges,
            IntakeSettings settings,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.writeChanges = writeChanges;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Called every 10 seconds; answers how many ended. */
    public int endAllOver() {
        var floods = transactions.read(() -> stores.floods().all());
        return floods.isEmpty() ? 0 : transactions.write(Durability.RELAXED, () -> end(floods));
    }

    private int end(List<Flood> floods) {
        var changes = new IncidentChanges(ids, clock.instant());
        // Locked, so that no alert joins while its flood is counted.
        stores.incidents().lock(floods.stream().map(Flood::incidentId).toList());
        int ended = 0;
        for (var flood : floods) {
            if (!isOver(flood, directory.current(), changes.now())
                    || !stores.floods().end(flood)) continue;
            changes.say(flood.incidentId(), ARKE, event(flood));
            ended++;
        }
        if (ended > 0) writeChanges.write(changes, directory.current());
        return ended;
    }

    private boolean isOver(Flood flood, Directory directory, Instant now) {
        ToIntFunction<Instant> collected = since -> stores.collected().begunSince(flood.incidentId(), since);
        return collected.applyAsInt(now.minus(settings.floodWindow())) < settings.calm()
                && Quotas.isCalm(flood, collected, directory, stores.quotas(), now);
    }

    private IncidentEvent event(Flood flood) {
        var collected = stores.collected().of(flood.incidentId(), SAMPLE);
        var sample = collected.sample().stream().map(CollectedAlert::summary).toList();
        return new IncidentEvent.FloodEnded(collected.all(), collected.firing(), sample);
    }
}

package dev.arke.boot;

import dev.arke.engine.delivery.PreviewPage;
import dev.arke.engine.delivery.TryTemplates;
import dev.arke.incident.IncidentQueryStore;

/** What pages would say, on an engine. */
public final class Previews {
    private Previews() {}

    static PreviewPage of(EngineParts engine) {
        var database = engine.needs().database();
        return new PreviewPage(
                database.transactions(),
                engine.directory(),
                new IncidentQueryStore(database.dsl()),
                engine.deliveries().views());
    }

    /** Within limits, which are this object's. */
    public static TryTemplates forPrograms(EngineParts engine) {
        return new TryTemplates(of(engine), engine.needs().clock());
    }
}

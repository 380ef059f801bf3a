package dev.arke.boot;

import dev.arke.delivery.NotificationStore;
import dev.arke.engine.reach.SendNotification;

/** Messages without an incident, on an engine. */
public final class Notifications {
    private Notifications() {}

    public static SendNotification with(EngineParts engine) {
        var needs = engine.needs();
        var stores = EngineStores.on(needs.database());
        return new SendNotification(
                needs.database().transactions(),
                new SendNotification.Stores(
                        new NotificationStore(needs.database().dsl()), stores.deliveries(), stores.audit()),
                engine.directory(),
                needs.kinds(),
                engine.wakeSenders()::wake,
                needs.ids(),
                needs.clock());
    }
}

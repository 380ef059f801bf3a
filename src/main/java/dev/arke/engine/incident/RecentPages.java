package dev.arke.engine.incident;

import dev.arke.delivery.DeliveryStore;
import dev.arke.page.Instead;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When pages came by somebody's ways of contact: read once for each who asks, kept up as more are planned in this unit. */
final class RecentPages implements PagePlan.Recent {
    private final Instant now;
    private final Set<UUID> read = new HashSet<>();
    private final Map<UUID, List<Instant>> byMethod = new HashMap<>();

    RecentPages(Instant now) {
        this.now = now;
    }

    RecentPages of(Responder person, DeliveryStore deliveries) {
        if (read.add(person.id()))
            deliveries
                    .pagesSince(person.id(), now.minus(Instead.LONGEST), now)
                    .forEach((method, at) -> byMethod.computeIfAbsent(method, any -> new ArrayList<>())
                            .addAll(at));
        return this;
    }

    void planned(ContactMethod method, Instant at) {
        if (!at.isAfter(now))
            byMethod.computeIfAbsent(method.id(), any -> new ArrayList<>()).add(now);
    }

    @Override
    public int pages(ContactMethod method, Duration within) {
        var since = now.minus(within);
        return (int) byMethod.getOrDefault(method.id(), List.of()).stream()
                .filter(since::isBefore)
                .count();
    }
}

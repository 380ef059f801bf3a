package dev.arke.engine.delivery;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bundled pages share one message, which is edited through the first of them: the others are never due themselves. */
record WholeBundles(Instant now) {
    List<Delivery> of(List<Delivery> settled) {
        var changed = settled.stream()
                .filter(row -> isPart(row) && row.progress().dueAt().isPresent())
                .flatMap(row -> row.standsIn().stream())
                .collect(Collectors.toSet());
        return settled.stream()
                .map(row -> {
                    if (isPart(row)) return row.with(row.progress().due(Optional.empty()));
                    return changed.contains(row.id()) ? row.with(row.progress().wantingMore(now)) : row;
                })
                .toList();
    }

    private static boolean isPart(Delivery row) {
        return row.kind() == Kind.PAGE
                && row.state() == State.DELIVERED
                && row.standsIn().filter(lead -> !lead.equals(row.id())).isPresent();
    }
}

package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.page.ReplyCodeStore;
import dev.arke.responder.ContactKind;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives each incident that somebody is texted about the short number by which they answer; the same in every text. */
final class GiveReplyCodes {
    private final Transactions transactions;
    private final ReplyCodeStore codes;
    private final InstantSource clock;

    GiveReplyCodes(Transactions transactions, ReplyCodeStore codes, InstantSource clock) {
        this.transactions = transactions;
        this.codes = codes;
        this.clock = clock;
    }

    /** By the rows that page by text. */
    Map<UUID, Integer> give(List<Delivery> claimed) {
        var rows = claimed.stream().filter(GiveReplyCodes::isText).toList();
        if (rows.isEmpty()) return Map.of();
        return transactions.writeOverRivals(Durability.RELAXED, () -> giveUnit(rows));
    }

    private static boolean isText(Delivery row) {
        return row.to().carrier() == ContactKind.SMS
                && row.kind() == Kind.PAGE
                && row.state() == State.WAITING
                && !row.isHandedOver()
                && row.to().responderId().isPresent();
    }

    private Map<UUID, Integer> giveUnit(List<Delivery> rows) {
        var byPerson = rows.stream()
                .collect(Collectors.groupingBy(row -> row.to().responderId().orElseThrow()));
        var given = new HashMap<UUID, Integer>();
        byPerson.forEach((person, own) -> {
            var incidents =
                    own.stream().map(row -> row.incidentId().orElseThrow()).collect(Collectors.toSet());
            var byIncident = codes.given(person, incidents, clock.instant());
            own.forEach(row ->
                    given.put(row.id(), byIncident.getOrDefault(row.incidentId().orElseThrow(), 0)));
        });
        return given;
    }
}

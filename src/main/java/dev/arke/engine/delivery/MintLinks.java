package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Actor;
import dev.arke.responder.LinkToken;
import dev.arke.responder.PendingLink;
import dev.arke.responder.PendingLinkStore;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the secret of a one-time link each time the link is about to be sent, and keeps only its hash: no table ever
 * holds one that works. A message that is sent twice has another secret the second time, and only that one works.
 */
final class MintLinks {
    /** A link as it is sent. */
    record Minted(Actor.Unlinked account, String responder, URI page, Instant expiresAt) {
        @Override
        public String toString() {
            return "link for " + account.word();
        }
    }

    private final Transactions transactions;
    private final PendingLinkStore pending;
    private final ReadDirectory directory;
    private final ConnectSettings settings;
    private final InstantSource clock;

    MintLinks(
            Transactions transactions,
            PendingLinkStore pending,
            ReadDirectory directory,
            ConnectSettings settings,
            InstantSource clock) {
        this.transactions = transactions;
        this.pending = pending;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /** By the rows that send them; those that are over, or are for somebody else by now, are left out. */
    Map<UUID, Minted> mint(List<Delivery> claimed) {
        var rows = claimed.stream()
                .filter(row -> row.kind() == Kind.LINK && row.state() == State.WAITING)
                .toList();
        if (rows.isEmpty()) return Map.of();
        return transactions.write(Durability.RELAXED, () -> mintUnit(rows));
    }

    private Map<UUID, Minted> mintUnit(List<Delivery> rows) {
        var now = clock.instant();
        var ids = rows.stream().flatMap(row -> row.aboutId().stream()).collect(Collectors.toSet());
        var links = pending.read(ids).stream()
                .filter(link -> !link.isOver(now))
                .collect(Collectors.toMap(PendingLink::id, Function.identity()));
        var minted = new HashMap<UUID, Minted>();
        for (var row : rows)
            row.aboutId()
                    .map(links::get)
                    .filter(link -> link.claimed().equals(row.to().responderId()))
                    .ifPresent(link -> minted.put(row.id(), mint(link)));
        return minted;
    }

    private Minted mint(PendingLink link) {
        var token = LinkToken.fresh();
        pending.setToken(link.id(), token.hash());
        var responder = directory.current().responder(link.claimed().orElseThrow());
        return new Minted(
                link.account(),
                responder.name(),
                settings.page(token.text()),
                link.expiresAt().orElseThrow());
    }
}

package dev.arke.engine.people;

import dev.arke.card.Reader;
import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.LinkToken;
import dev.arke.responder.PendingLink;
import dev.arke.responder.Responder;
import dev.arke.responder.Wanted;
import java.time.Instant;
import java.util.Optional;

/** Whoever was sent a one-time link follows it: first to look, which changes nothing, then to confirm, once. */
public final class FollowLink {
    /** Who says whose they are, and what they want done once it is confirmed. */
    public record Claimed(Actor.Unlinked account, Responder responder, Reader reader, Optional<Wanted> wanted) {}

    private final Needs needs;
    private final WriteIdentity write;

    FollowLink(Needs needs, WriteIdentity write) {
        this.needs = needs;
        this.write = write;
    }

    /** Empty when the link is unknown, used, or too old. */
    public Optional<Claimed> look(LinkToken token) {
        return needs.transactions().read(() -> find(token, needs.clock().instant()));
    }

    /** Links the account, once; empty as above. */
    public Optional<Linked> confirm(LinkToken token) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            return find(token, needs.clock().instant()).map(claimed -> {
                var responder = claimed.responder();
                var by = new By(new Actor.Person(responder.id(), responder.name()), "link");
                return write.link(
                        by, claimed.account(), responder, needs.directory().current());
            });
        });
    }

    /** Every link that can be used is compared, so that the time taken tells nothing of them. */
    private Optional<Claimed> find(LinkToken token, Instant now) {
        Optional<PendingLink> found = Optional.empty();
        for (var link : needs.pending().usable(now))
            if (token.hasHash(link.tokenHash().orElse(""))) found = Optional.of(link);
        var directory = needs.directory().current();
        return found.filter(link -> isUnknown(link.account(), directory))
                .flatMap(link -> link.claimed()
                        .map(directory::responder)
                        .filter(Responder::active)
                        .map(responder -> new Claimed(
                                link.account(), responder, directory.readerOf(responder.id()), link.stillWanted(now))));
    }

    private static boolean isUnknown(Actor.Unlinked account, Directory directory) {
        return directory
                .identity(account.platform(), account.tenant(), account.userId())
                .isEmpty();
    }
}

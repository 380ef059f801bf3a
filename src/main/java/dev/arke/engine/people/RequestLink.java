package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.page.PagePlan;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.PendingLink;
import dev.arke.responder.Responder;
import dev.arke.responder.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account says that it is a responder's. That is proved by a one-time link, sent to a contact method which the
 * responder has already, and never to the account that says so.
 */
public final class RequestLink {
    private static final int MOST_FOR_ONE = 5;

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code wanted} is done once the link is confirmed. */
        record Sent(Responder responder, ContactKind by, Optional<Wanted> wanted) implements Outcome {}

        /** No contact method of the responder can carry a link to anybody but the account itself. */
        record NoWay(Responder responder) implements Outcome {}

        record TooMany() implements Outcome {}

        /** Somebody is linked to the account by now. */
        record Known(Responder responder) implements Outcome {}
    }

    private final Needs needs;

    RequestLink(Needs needs) {
        this.needs = needs;
    }

    /** For an active responder. */
    public Outcome request(Actor.Unlinked account, UUID responderId) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var directory = needs.directory().current();
            var now = needs.clock().instant();
            var known = directory.identity(account.platform(), account.tenant(), account.userId());
            if (known.isPresent()) return new Outcome.Known(known.get());
            var responder = directory.responder(responderId);
            var outcome = request(account, responder, now);
            needs.audit()
                    .append(List.of(AuditStore.AuditEntry.of(
                            needs.ids().next(),
                            now,
                            new By(account, account.platform().word()),
                            "connect",
                            responder.name(),
                            outcome instanceof Outcome.Sent)));
            return outcome;
        });
    }

    private Outcome request(Actor.Unlinked account, Responder responder, Instant now) {
        var link = needs.pending()
                .of(account.platform(), account.tenant(), account.userId())
                .orElseGet(() -> PendingLink.of(needs.ids().next(), account, now));
        if (link.isSpent(now) || claims(responder, link, now) >= MOST_FOR_ONE) return new Outcome.TooMany();
        var method = PagePlan.usable(responder.methods(), needs.carriers()).stream()
                .filter(one -> canCarry(one) && !isOf(account, one))
                .findFirst();
        if (method.isEmpty()) return new Outcome.NoWay(responder);
        needs.pending().save(link.claiming(responder.id(), now));
        needs.deliveries().plan(List.of(PlannedDelivery.link(needs.ids().next(), link.id(), method.get(), now)));
        needs.transactions().afterCommit(needs.wakeSender());
        return new Outcome.Sent(responder, method.get().kind(), link.stillWanted(now));
    }

    /** How many other accounts say at this moment that they are this responder's. */
    private long claims(Responder responder, PendingLink besides, Instant now) {
        return needs.pending().usable(now).stream()
                .filter(other -> !other.id().equals(besides.id()))
                .filter(other -> other.claimed().filter(responder.id()::equals).isPresent())
                .count();
    }

    private static boolean canCarry(ContactMethod method) {
        return switch (method.kind()) {
            case SLACK, TEAMS, SANDBOX, EMAIL, SMS -> true;
            case CALL, WEBHOOK -> false;
        };
    }

    /** Slack addresses name another workspace before a slash. */
    private static boolean isOf(Actor.Unlinked account, ContactMethod method) {
        var address = method.address();
        return method.kind() == account.platform()
                && address.substring(address.lastIndexOf('/') + 1).equals(account.userId());
    }
}

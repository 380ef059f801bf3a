package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An admin says whose an account is: for people whom no link can reach. */
public final class LinkByHand {
    /** What came of it. */
    public sealed interface Outcome {
        record Done(Linked linked) implements Outcome {}

        /** Somebody is linked to the account. */
        record Known(Responder responder) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final Needs needs;
    private final WriteIdentity write;

    LinkByHand(Needs needs, WriteIdentity write) {
        this.needs = needs;
        this.write = write;
    }

    /** For an active responder. */
    public Outcome link(By by, Actor.Unlinked account, UUID responderId) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var directory = needs.directory().current();
            var responder = directory.responder(responderId);
            var refusal = Standings.refusal(by.actor(), Optional.empty(), Act.ADMINISTER, directory);
            if (refusal.isPresent()) {
                refused(by, account, responder);
                return new Outcome.Refused(refusal.get());
            }
            return directory
                    .identity(account.platform(), account.tenant(), account.userId())
                    .<Outcome>map(Outcome.Known::new)
                    .orElseGet(() -> new Outcome.Done(write.link(by, account, responder, directory)));
        });
    }

    private void refused(By by, Actor.Unlinked account, Responder responder) {
        needs.audit()
                .append(List.of(AuditStore.AuditEntry.of(
                        needs.ids().next(),
                        needs.clock().instant(),
                        by,
                        "connect",
                        account.word() + " as " + responder.name(),
                        false)));
    }
}

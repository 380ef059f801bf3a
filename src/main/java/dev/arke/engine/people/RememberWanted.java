package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import dev.arke.responder.PendingLink;
import dev.arke.responder.Wanted;
import java.time.Duration;

/** Keeps what an account was refused because nobody knows whose it is; the latest counts. */
public final class RememberWanted {
    private static final Duration IDLE = Duration.ofDays(1);

    private final Needs needs;

    RememberWanted(Needs needs) {
        this.needs = needs;
    }

    public void remember(Actor.Unlinked account, Wanted wanted) {
        needs.transactions().write(Durability.RELAXED, () -> {
            needs.version().lock();
            var now = needs.clock().instant();
            needs.pending().deleteIdle(now.minus(IDLE));
            var link = needs.pending()
                    .of(account.platform(), account.tenant(), account.userId())
                    .orElseGet(() -> PendingLink.of(needs.ids().next(), account, now));
            needs.pending().save(link.wanting(wanted, now));
        });
    }
}

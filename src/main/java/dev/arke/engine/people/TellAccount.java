package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.delivery.Recipient;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import java.util.List;

/** Says something to a chat account, whoever it is of. */
public final class TellAccount {
    private final Needs needs;

    TellAccount(Needs needs) {
        this.needs = needs;
    }

    public void tell(Actor.Unlinked account, String words) {
        if (!needs.carriers().contains(account.platform())) return;
        needs.transactions().write(Durability.SYNCED, () -> {
            needs.deliveries()
                    .plan(List.of(PlannedDelivery.notice(
                            needs.ids().next(),
                            Recipient.of(account),
                            words,
                            needs.clock().instant())));
            needs.transactions().afterCommit(needs.wakeSender());
        });
    }
}

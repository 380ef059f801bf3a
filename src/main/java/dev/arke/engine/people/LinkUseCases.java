package dev.arke.engine.people;

import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.Ids;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.IdentityStore;
import dev.arke.responder.PendingLinkStore;
import java.time.InstantSource;
import java.util.Set;

/** From a chat account to the responder it is of, put together. */
public record LinkUseCases(
        RememberWanted remember,
        RequestLink request,
        FollowLink follow,
        LinkByHand byHand,
        Unlink unlink,
        IdentityByEmail byEmail,
        TellAccount tell) {

    /** What they need from outside. */
    public record Needs(
            Transactions transactions,
            PendingLinkStore pending,
            IdentityStore identities,
            DirectoryVersionStore version,
            AuditStore audit,
            DeliveryStore deliveries,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            ConnectSettings settings,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {}

    public static LinkUseCases of(Needs needs) {
        var write = new WriteIdentity(needs);
        return new LinkUseCases(
                new RememberWanted(needs),
                new RequestLink(needs),
                new FollowLink(needs, write),
                new LinkByHand(needs, write),
                new Unlink(needs),
                new IdentityByEmail(needs, write),
                new TellAccount(needs));
    }
}

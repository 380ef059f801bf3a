package dev.arke.engine.people;

import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.Identity;
import dev.arke.responder.Responder;
import java.util.List;

/** Links an account, inside a unit that has locked the directory's version. */
final class WriteIdentity {
    private final Needs needs;

    WriteIdentity(Needs needs) {
        this.needs = needs;
    }

    Linked link(By by, Actor.Unlinked account, Responder responder, Directory directory) {
        var now = needs.clock().instant();
        var reader = directory.readerOf(responder.id());
        var pending = needs.pending().of(account.platform(), account.tenant(), account.userId());
        needs.identities()
                .save(List.of(new Identity(account.platform(), account.tenant(), account.userId(), responder.id())));
        needs.identities().forgetDisconnected(account.platform(), account.tenant(), account.userId());
        pending.ifPresent(link -> needs.pending().delete(link.id()));
        needs.version().raise();
        needs.audit()
                .append(List.of(AuditStore.AuditEntry.of(
                        needs.ids().next(), now, by, "connect", account.word() + " as " + responder.name(), true)));
        return new Linked(account, responder, reader, pending.flatMap(link -> link.stillWanted(now)));
    }
}

package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.Identity;
import dev.arke.responder.Refusal;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.Optional;

/**
 * Takes the link between an account and its responder away: one's own, or as an admin anybody's. It stays away until
 * somebody connects the account: no mail address brings it back.
 */
public final class Unlink {
    /** What came of it. */
    public sealed interface Outcome {
        record Done(Responder was) implements Outcome {}

        record NotLinked() implements Outcome {}

        /** The team file says whose it is, so only that can say otherwise. */
        record OfFile(Responder responder) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final Needs needs;

    Unlink(Needs needs) {
        this.needs = needs;
    }

    public Outcome unlink(By by, Actor.Unlinked account) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var directory = needs.directory().current();
            var known = directory.identity(account.platform(), account.tenant(), account.userId());
            if (known.isEmpty()) return new Outcome.NotLinked();
            var outcome = unlink(by, account, known.get(), directory);
            needs.audit()
                    .append(List.of(AuditStore.AuditEntry.of(
                            needs.ids().next(),
                            needs.clock().instant(),
                            by,
                            "disconnect",
                            account.word() + " of " + known.get().name(),
                            outcome instanceof Outcome.Done)));
            return outcome;
        });
    }

    private Outcome unlink(By by, Actor.Unlinked account, Responder of, Directory directory) {
        boolean isOwn = by.actor() instanceof Actor.Person person && person.id().equals(of.id());
        var refusal = Standings.refusal(by.actor(), Optional.empty(), isOwn ? Act.OWN : Act.ADMINISTER, directory);
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        var link = new Identity(account.platform(), account.tenant(), account.userId(), of.id());
        if (link.isOfFile(of) || !directory.identitiesOf(of.id()).contains(link)) return new Outcome.OfFile(of);
        needs.identities().disconnect(link, needs.clock().instant());
        needs.version().raise();
        return new Outcome.Done(of);
    }
}

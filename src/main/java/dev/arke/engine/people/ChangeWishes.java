package dev.arke.engine.people;

import dev.arke.chat.PagingWish;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.page.PagingWishes;
import dev.arke.page.RuleStore;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.DirectoryVersionStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody says when they want to be left in peace, or how they are paged for one team or service. */
public final class ChangeWishes {
    /** What came of it. */
    public sealed interface Outcome {
        record Done(PagingWishes wishes) implements Outcome {}

        /** No team or service has that name. */
        record Unknown(String name) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    private final Transactions transactions;
    private final RuleStore rules;
    private final DirectoryVersionStore version;
    private final AuditStore audit;
    private final ReadDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    public ChangeWishes(
            Transactions transactions,
            RuleStore rules,
            DirectoryVersionStore version,
            AuditStore audit,
            ReadDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.version = version;
        this.audit = audit;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** Their own. */
    public Outcome change(By by, UUID responderId, PagingWish wish) {
        return transactions.write(Durability.SYNCED, () -> {
            version.lock();
            var present = directory.current();
            var refusal = Standings.refusal(by.actor(), Optional.empty(), Act.OWN, present);
            audit.append(List.of(AuditStore.AuditEntry.of(
                    ids.next(),
                    clock.instant(),
                    by,
                    "rules",
                    present.responder(responderId).name(),
                    refusal.isEmpty())));
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            var wishes = changed(present.wishesOf(responderId), wish, present);
            if (wishes.isEmpty()) return new Outcome.Unknown(wish instanceof PagingWish.For one ? one.scope() : "");
            rules.saveWishes(responderId, wishes.get());
            version.raise();
            return new Outcome.Done(wishes.get());
        });
    }

    private static Optional<PagingWishes> changed(PagingWishes before, PagingWish wish, Directory directory) {
        return switch (wish) {
            case PagingWish.Quiet(var hours) -> Optional.of(before.quietly(hours));
            case PagingWish.For(var scope, var rules) -> {
                var id = directory
                        .serviceNamed(scope)
                        .map(service -> service.id())
                        .or(() -> directory.teamNamed(scope).map(team -> team.id()));
                yield id.map(found -> {
                    var after = before;
                    for (var one : rules.entrySet()) after = after.with(found, one.getKey(), one.getValue());
                    return after;
                });
            }
        };
    }
}

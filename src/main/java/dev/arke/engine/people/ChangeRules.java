package dev.arke.engine.people;

import dev.arke.alert.Priority;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.page.NotificationRule;
import dev.arke.page.RuleStore;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.DirectoryVersionStore;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody says how they want to be paged. From then on the team file's rules for them count no more. */
public final class ChangeRules {
    private final Transactions transactions;
    private final RuleStore rules;
    private final DirectoryVersionStore version;
    private final AuditStore audit;
    private final ReadDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code before}: what was there for the priorities that changed; an empty list stands for the defaults. */
        record Done(Map<Priority, List<NotificationRule>> before) implements Outcome {
            public Done {
                before = Map.copyOf(before);
            }
        }

        record Refused(String sentence) implements Outcome {}
    }

    public ChangeRules(
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

    /** Their own; {@code wanted} by priority, an empty list for the defaults. Other priorities stay as they are. */
    public Outcome change(By by, UUID responderId, Map<Priority, List<NotificationRule>> wanted) {
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
            var own = rules.of(responderId).stream().collect(Collectors.groupingBy(NotificationRule::priority));
            var before = new EnumMap<Priority, List<NotificationRule>>(Priority.class);
            wanted.forEach((priority, list) -> before.put(priority, own.getOrDefault(priority, List.of())));
            own.putAll(wanted);
            rules.saveOwn(
                    responderId, own.values().stream().flatMap(List::stream).toList());
            version.raise();
            return new Outcome.Done(before);
        });
    }
}

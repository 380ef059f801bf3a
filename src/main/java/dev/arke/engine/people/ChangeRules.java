package dev.arke.engine.people;

import dev.arke.alert.Priority;
import dev.arke.page.NotificationRule;
import dev.arke.page.RuleStore;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody says how they want to be paged. From then on the team file's rules for them count no more. */
public final class ChangeRules {
    private final OwnChange own;
    private final RuleStore rules;

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code before}: what was there for the priorities that changed; an empty list stands for the defaults. */
        record Done(Map<Priority, List<NotificationRule>> before) implements Outcome {
            public Done {
                before = Map.copyOf(before);
            }
        }

        record Refused(Refusal why) implements Outcome {}
    }

    public ChangeRules(OwnChange own, RuleStore rules) {
        this.own = own;
        this.rules = rules;
    }

    /** Their own; {@code wanted} by priority, an empty list for the defaults. Other priorities stay as they are. */
    public Outcome change(By by, UUID responderId, Map<Priority, List<NotificationRule>> wanted) {
        return own.<Outcome>run(by, "rules", responderId, Outcome.Refused::new, present -> {
            var chosen = rules.of(responderId).stream().collect(Collectors.groupingBy(NotificationRule::priority));
            var before = new EnumMap<Priority, List<NotificationRule>>(Priority.class);
            wanted.forEach((priority, list) -> before.put(priority, chosen.getOrDefault(priority, List.of())));
            chosen.putAll(wanted);
            rules.saveOwn(
                    responderId, chosen.values().stream().flatMap(List::stream).toList());
            own.changed();
            return new Outcome.Done(before);
        });
    }
}

package dev.arke.scenario;

import dev.arke.alert.Priority;
import dev.arke.delivery.Delivery;
import dev.arke.page.Instead;
import dev.arke.page.NotificationRule;
import dev.arke.page.NotificationRule.Via;
import dev.arke.page.PagingWishes;
import dev.arke.page.QuietHours;
import dev.arke.page.RuleStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The same vectors with rules on top: everybody has quiet hours at another time, rules for the service as good as the usual ones
 * whose first page would come again after a day, and other ways for when there are more than there ever are.
 */
@EachDatabase
final class EscalationVectorsWithRulesTest extends EscalationVectorsTest {
    private final TestDatabase database;

    EscalationVectorsWithRulesTest(TestDatabase database) {
        super(database);
        this.database = database;
    }

    @Override
    void rules(World world) {
        var dsl = database.database().dsl();
        world.write(() -> {
            var directory = world.engine().directory().current();
            for (var person : directory.responders()) {
                var wishes =
                        PagingWishes.NONE.quietly(Optional.of(new QuietHours(LocalTime.of(3, 0), LocalTime.of(4, 0))));
                for (var service : directory.services())
                    for (var priority : Priority.values())
                        wishes = wishes.with(service.id(), priority, repeated(NotificationRule.defaults(priority)));
                for (var via : List.of(Via.CHAT, Via.SMS))
                    wishes = wishes.with(new Instead(via, Instead.MOST, Instead.LONGEST, Via.EMAIL));
                new RuleStore(dsl).saveWishes(person.id(), wishes, false);
            }
            new DirectoryVersionStore(dsl).raise();
        });
    }

    /** A repeated page has a turn of its own. */
    @Override
    boolean isOnTop(Delivery page) {
        return page.turn() > 1;
    }

    private static List<NotificationRule> repeated(List<NotificationRule> rules) {
        return rules.stream()
                .map(rule -> new NotificationRule(
                        rule.priority(), rule.via(), rule.after(), Optional.of(Duration.ofDays(1))))
                .toList();
    }
}

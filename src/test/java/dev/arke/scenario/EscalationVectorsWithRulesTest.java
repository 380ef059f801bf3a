package dev.arke.scenario;

import dev.arke.alert.Priority;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagingWishes;
import dev.arke.page.QuietHours;
import dev.arke.page.RuleStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.LocalTime;
import java.util.Optional;

/** The same vectors with rules on top: everybody has quiet hours at another time, and rules for the service as good as the usual ones. */
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
                        wishes = wishes.with(service.id(), priority, NotificationRule.defaults(priority));
                new RuleStore(dsl).saveWishes(person.id(), wishes);
            }
            new DirectoryVersionStore(dsl).raise();
        });
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.Message.Purpose;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What responders without rules of their own get for each priority. */
@EachDatabase
final class UsualRulesTest {
    private static final ContactKind[] KINDS = {
        ContactKind.SANDBOX, ContactKind.EMAIL, ContactKind.SMS, ContactKind.CALL
    };
    private final World world;

    UsualRulesTest(TestDatabase database) {
        world = new World(database, KINDS);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void urgentIsChatAtOnceATextAfterOneMinuteAndACallAfterThree() {
        assertThat(pagesOf(Priority.URGENT)).containsExactly("0 alice", "60 +33600000001", "180 +33600000001");
    }

    @Test
    void highIsChatAtOnceAndATextAfterThreeMinutes() {
        assertThat(pagesOf(Priority.HIGH)).containsExactly("0 alice", "180 +33600000001");
    }

    @Test
    void mediumIsChatAtOnceAndMailAfterFiveMinutes() {
        assertThat(pagesOf(Priority.MEDIUM)).containsExactly("0 alice", "300 alice@example.com");
    }

    @Test
    void lowIsChatOnly() {
        assertThat(pagesOf(Priority.LOW)).containsExactly("0 alice");
    }

    private List<String> pagesOf(Priority priority) {
        var start = world.now();
        world.alert(
                "monitor",
                Alert.firing("disk", "disk").priority(Optional.of(priority)).toAlert());
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        world.advance(Duration.ofMinutes(9));
        return world.take(Purpose.PAGE).stream()
                .map(page -> Duration.between(start, page.at()).toSeconds() + " "
                        + page.message().address())
                .toList();
    }
}

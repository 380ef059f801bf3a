package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quiet hours, and other ways for one service or team. It is 9:00 UTC, Alice's zone. */
@EachDatabase
final class WishesTest {
    private final World world;

    WishesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.EMAIL);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    private String says(String line) {
        return Talk.says(world, "alice", line);
    }

    private void alert(String what, Priority priority) {
        world.alert(
                Checkout.MONITOR,
                Alert.firing(what, what).priority(Optional.of(priority)).toAlert());
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    /** When the first message would come. */
    private Instant simulated(Priority priority) {
        var checkout = world.read(() -> world.engine()
                .directory()
                .current()
                .serviceNamed("checkout")
                .orElseThrow()
                .id());
        var simulation = world.engine().incidents().simulate().simulate(checkout, priority, world.now());
        return simulation
                .pages()
                .getFirst()
                .people()
                .getFirst()
                .contacts()
                .getFirst()
                .at();
    }

    @Test
    void lowAndMediumWaitForTheEndOfQuietHours() {
        assertThat(says("me quiet 8:30 to 9:05")).contains("pages of low and medium priority wait");
        assertThat(says("me")).contains("Quiet from 08:30 to 09:05 (Z): low and medium wait.");

        alert("slow", Priority.MEDIUM);
        assertThat(world.pages()).isEmpty();
        assertThat(simulated(Priority.MEDIUM)).isEqualTo(world.now().plus(Duration.ofMinutes(5)));
        assertThat(simulated(Priority.HIGH)).isEqualTo(world.now());

        world.advance(Duration.ofMinutes(5));
        assertThat(world.pages()).contains("alice");
        alert("disk full", Priority.URGENT);
        assertThat(world.pages()).contains("alice");
    }

    @Test
    void highAndUrgentNeverWait() {
        says("me quiet 0:00-23:59");
        alert("disk full", Priority.HIGH);
        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void whatIsTakenMeanwhileIsNotPaged() {
        says("me quiet 8:30 to 9:05");
        alert("slow", Priority.LOW);
        world.act("bob", 1, new IncidentAct.Acknowledge());

        world.advance(Duration.ofMinutes(6));

        assertThat(world.pages()).isEmpty();
    }

    @Test
    void offEndsThem() {
        says("me quiet 8:30-9:05");
        assertThat(says("me quiet off")).contains("no quiet hours any more");
        alert("slow", Priority.LOW);
        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void aServiceOrTeamHasItsOwnWays() {
        assertThat(says("me urgent email, sms 2m for payments"))
                .contains("For payments you are paged like this: urgent email, sms 2m.");
        alert("one", Priority.URGENT);
        assertThat(world.pages()).containsExactly("alice@example.com");

        says("me urgent sms for checkout");
        says("me high sms for checkout");
        assertThat(says("simulate checkout")).contains("alice (SMS at once)");
        says("me high default for checkout");
        alert("two", Priority.URGENT);
        assertThat(world.pages()).containsExactly("+33600000001");
        assertThat(says("me")).contains("checkout: urgent sms.", "payments: urgent email, sms 2m.");

        says("me urgent default for checkout");
        alert("three", Priority.URGENT);
        assertThat(world.pages()).containsExactly("alice@example.com");
        alert("four", Priority.HIGH);
        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void whatCannotBeReadChangesNothing() {
        assertThat(says("me urgent sms for nobody")).contains("I know no team or service called nobody");
        assertThat(says("me quiet often")).contains("From when to when");
        assertThat(says("me quiet 22:00-22:00")).contains("From when to when");
        assertThat(says("me quiet 25:00-7:00")).contains("From when to when");
        assertThat(says("me urgent pigeon for checkout")).contains("How do I reach you?");
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.ReceiveAlerts;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Meanwhile;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door for alerts, with its threads. */
@EachDatabase
final class ReceivingTest {
    private final World world;
    private final Meanwhile meanwhile;
    private final ReceiveAlerts receive;

    ReceivingTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
        meanwhile = new Meanwhile(database);
        receive = world.engine().incidents().receive();
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
        receive.start(1);
    }

    @AfterEach
    void close() {
        receive.close();
    }

    /** The JVM throws the same one again and again once it has no room to make another. */
    @Test
    void whateverIsThrownTheNextRequestIsTaken() throws Exception {
        meanwhile.failing(text -> text.startsWith("insert into incident"), new OutOfMemoryError("planned"));
        assertThatThrownBy(() -> receive("disk full"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DatabaseUnavailable.class);
        meanwhile.nothing();

        assertThat(receive("disk full")).isInstanceOf(ReceiveAlerts.Answer.Taken.class);

        world.advance(Duration.ZERO);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private ReceiveAlerts.Answer receive(String what) throws Exception {
        var request = new Inbound(monitor(), List.of(Checkout.alert(what)), "{}");
        return CompletableFuture.supplyAsync(
                        () -> receive.receive(request),
                        task -> Thread.ofVirtual().start(task))
                .get(30, TimeUnit.SECONDS);
    }

    private UUID monitor() {
        return world.read(() -> world.engine()
                .directory()
                .current()
                .integrationNamed("monitor")
                .orElseThrow()
                .id());
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.card.Button;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many incidents at once: one digest in the channel, one message to the person, and each can still be taken. */
@EachDatabase
final class StormsBecomeOneMessageTest {
    private final World world;

    StormsBecomeOneMessageTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void fiveIncidentsHaveCardsAndTheRestOneDigestThatIsEdited() {
        world.alerts(Checkout.MONITOR, alerts(1, 8));

        var cards = ofPurpose(Purpose.CARD, take());
        assertThat(cards).hasSize(6);
        assertThat(cards.getLast().text()).contains("3 more incidents", "disk 6", "disk 7", "disk 8");

        world.advance(Duration.ofSeconds(30));
        take();
        world.alerts(Checkout.MONITOR, alerts(9, 9));

        var edits = ofPurpose(Purpose.CARD, take());
        assertThat(edits).singleElement().satisfies(edit -> {
            assertThat(edit.isEdit()).isTrue();
            assertThat(edit.text()).contains("4 more incidents", "disk 9");
            assertThat(edit.message().card().buttons())
                    .containsExactly(Button.primary("Acknowledge all 4", "ack 6 7 8 9"));
        });
    }

    @Test
    void aDigestFollowsItsIncidents() {
        world.alerts(Checkout.MONITOR, alerts(1, 7));
        take();

        world.act("bob", 7, new IncidentAct.Acknowledge());

        var digest = ofPurpose(Purpose.CARD, take());
        assertThat(digest)
                .singleElement()
                .satisfies(edit -> assertThat(edit.text()).contains("1 nobody has, 1 taken", "bob has had it since"));
    }

    @Test
    void pagesForOnePersonThatAreDueAtOnceAreOneMessage() {
        world.alerts(Checkout.MONITOR, alerts(1, 4));

        var pages = ofPurpose(Purpose.PAGE, take());

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.message().address()).isEqualTo("alice");
            assertThat(page.text()).contains("disk 1", "disk 2", "disk 3", "disk 4");
            assertThat(page.message().card().buttons())
                    .containsExactly(Button.primary("Acknowledge all 4", "ack 1 2 3 4"));
        });
    }

    @Test
    void threePagesStayThree() {
        world.alerts(Checkout.MONITOR, alerts(1, 3));

        assertThat(ofPurpose(Purpose.PAGE, take())).hasSize(3);
    }

    @Test
    void aBundleIsEditedAsAWhole() {
        world.alerts(Checkout.MONITOR, alerts(1, 4));
        take();

        world.act("alice", 3, new IncidentAct.Acknowledge());

        assertThat(ofPurpose(Purpose.PAGE, take())).singleElement().satisfies(edit -> {
            assertThat(edit.isEdit()).isTrue();
            assertThat(edit.text()).contains("3 nobody has, 1 taken");
            assertThat(edit.message().card().buttons())
                    .containsExactly(Button.primary("Acknowledge all 3", "ack 1 2 4"));
        });
    }

    private List<Arrived> take() {
        return world.carrier(ContactKind.SANDBOX).take();
    }

    private static List<Arrived> ofPurpose(Purpose purpose, List<Arrived> arrived) {
        return arrived.stream()
                .filter(one -> one.message().purpose() == purpose)
                .toList();
    }

    private static List<Alert> alerts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> Checkout.alert("disk " + number))
                .toList();
    }
}

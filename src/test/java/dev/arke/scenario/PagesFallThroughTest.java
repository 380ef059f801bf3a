package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.TimelineEntry;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that does not arrive has the next way of contact fire; when none is left, escalation moves on. */
@EachDatabase
final class PagesFallThroughTest {
    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");
    private static final Outcome GONE = new Outcome.RecipientGone("no such user");
    private static final Outcome BROKEN = new Outcome.CarrierBroken(FailureReason.AUTH, "token_revoked");

    private final World world;

    PagesFallThroughTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.EMAIL);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void anArrivedPageLeavesTheOthersToTheirTime() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        assertThat(world.pages()).containsExactly("alice");

        world.advance(Duration.ofSeconds(59));
        assertThat(world.pages()).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.pages()).containsExactly("+33600000001");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void afterThirtySecondsTheNextWayIsTriedWhileTheFirstGoesOn() {
        failing("alice", DOWN);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(29));
        assertThat(world.pages()).isNotEmpty().containsOnly("alice");

        world.advance(Duration.ofSeconds(1));

        assertThat(world.pages()).contains("+33600000001");
        world.advance(Duration.ofSeconds(60));
        assertThat(world.pages()).contains("alice").doesNotContain("+33600000001", "bob");
        assertThat(events()).hasAtLeastOneElementOfType(IncidentEvent.PageFailed.class);
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void whereNobodyIsTheNextWayIsTriedAtOnceAndTheAddressIsDead() {
        failing("alice", GONE);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));

        assertThat(world.pages()).containsExactly("alice", "+33600000001");
        assertThat(notices()).containsExactlyInAnyOrder("+33600000001", "ops");
        world.alert(Checkout.MONITOR, Checkout.alert("disk slow"));
        assertThat(world.pages()).doesNotContain("alice").contains("+33600000001");
        assertThat(world.take(Purpose.CARD)).hasSize(2);
    }

    @Test
    void aTestPageThatArrivesTakesADeadAddressBack() {
        failing("alice", GONE);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        assertThat(world.pages()).containsExactly("alice", "+33600000001");
        assertThat(notices()).hasSize(2);
        sendTestPage("alice");
        assertThat(notices()).contains("alice", "+33600000001");
        world.alert(Checkout.MONITOR, Checkout.alert("disk slow"));
        assertThat(world.pages()).doesNotContain("alice");

        world.carrier(ContactKind.SANDBOX).working("alice");
        sendTestPage("alice");
        assertThat(notices()).contains("alice");

        world.alert(Checkout.MONITOR, Checkout.alert("disk gone"));
        assertThat(world.pages()).contains("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(3);
    }

    private List<String> notices() {
        return world.take(Purpose.NOTICE).stream()
                .map(arrived -> arrived.message().address())
                .toList();
    }

    private void sendTestPage(String person) {
        world.sendTestPage(person);
        world.work();
    }

    @Test
    void aBrokenCarrierIsFallenThroughAtOnceAndNobodysMethodIsToBlame() {
        failing("alice", BROKEN);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        assertThat(world.pages()).containsExactly("alice", "+33600000001");

        world.carrier(ContactKind.SANDBOX).working("alice");
        world.alert(Checkout.MONITOR, Checkout.alert("disk slow"));
        assertThat(world.pages()).contains("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(2);
    }

    @Test
    void aLastWayThatWorksAgainBeforeTheStepMovesOnKeepsItsWaitAndItsRepetitions() {
        aliceHasTheChatAlone();
        world.carrier(ContactKind.SANDBOX).answer("alice", BROKEN);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        assertThat(world.pages()).containsExactly("alice");

        world.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(world.pages()).containsExactly("alice");
        assertThat(events()).noneMatch(IncidentEvent.NobodyReached.class::isInstance);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.pages()).containsExactly("alice");
        world.advance(Duration.ofMinutes(5));
        assertThat(world.pages()).containsExactly("bob");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void aLastWayThatStaysBrokenMovesTheStepOnAfterThirtySecondsPastItsRepetitions() {
        aliceHasTheChatAlone();
        failing("alice", BROKEN);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(29));
        assertThat(world.pages()).isNotEmpty().containsOnly("alice");
        assertThat(events())
                .filteredOn(IncidentEvent.PageFailed.class::isInstance)
                .hasSize(1);

        world.advance(Duration.ofSeconds(1));

        assertThat(world.pages()).contains("bob");
        assertThat(events())
                .filteredOn(IncidentEvent.NobodyReached.class::isInstance)
                .hasSize(1);
        world.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(world.pages()).isNotEmpty().containsOnly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private void aliceHasTheChatAlone() {
        world.team(Checkout.pagedBy("""
            responders:
              - {name: alice, sandbox: alice}
              - {name: bob, sandbox: bob}
            teams:
              - {name: payments, time_zone: UTC, channels: {sandbox: payments}, members: [alice, bob]}
            """).replace("page: [alice], wait: 10m", "page: [alice], wait: 5m, repeat: 1"));
    }

    @Test
    void whenEveryWayIsTriedInVainTheNextStepIsPagedAtOnce() {
        failing("alice", GONE);
        world.carrier(ContactKind.SMS).answer("+33600000001", GONE);
        world.carrier(ContactKind.EMAIL).answer("alice@example.com", GONE);

        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));

        assertThat(world.pages()).contains("alice", "+33600000001", "alice@example.com", "bob");
        assertThat(notices()).contains("ops");
        assertThat(events()).hasAtLeastOneElementOfType(IncidentEvent.NobodyReached.class);
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void aFormThatIsRefusedIsSentAgainPlainAtOnce() {
        world.carrier(ContactKind.SANDBOX).answer("alice", new Outcome.PayloadRefused("too long"));

        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));

        var pages = world.carrier(ContactKind.SANDBOX).take().stream()
                .filter(arrived -> arrived.message().address().equals("alice"))
                .toList();
        assertThat(pages).extracting(page -> page.message().plain()).containsExactly(false, true);
    }

    @Test
    void acknowledgingStopsWhatWaitsAndShrinksWhatArrived() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.carrier(ContactKind.SANDBOX).take();

        world.act("bob", 1, new IncidentAct.Acknowledge());

        var edits = world.carrier(ContactKind.SANDBOX).take();
        assertThat(edits)
                .allMatch(edit -> edit.isEdit() || edit.message().thread().isPresent());
        assertThat(edits)
                .filteredOn(edit -> edit.message().address().equals("alice"))
                .singleElement()
                .satisfies(edit -> {
                    assertThat(edit.text()).contains("bob has had it since");
                    assertThat(edit.message().card().buttons()).isEmpty();
                });
        world.advance(Duration.ofHours(1));
        assertThat(world.pages()).isEmpty();
    }

    private void failing(String address, Outcome outcome) {
        world.carrier(ContactKind.SANDBOX)
                .answer(address, Stream.generate(() -> outcome).limit(200).toArray(Outcome[]::new));
    }

    private List<IncidentEvent> events() {
        return world.timeline(1).stream().map(TimelineEntry::event).collect(Collectors.toList());
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.AlertDraft;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.incident.Receipt;
import dev.arke.engine.incident.Receipt.Fate;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an incident ends, and what does not end or reopen it. */
@EachDatabase
final class ResolvingTest {
    private final World world;

    ResolvingTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    private static final Instant START = Instant.parse("2026-01-12T08:59:00.123456789Z");

    @Test
    void aMonitorsResolveEndsItAndARetryOfItChangesNothing() {
        opened();

        assertThat(fate(Shop.over("disk"), START)).isEqualTo(Fate.RESOLVED);
        assertThat(fate(Shop.over("disk"), START)).isEqualTo(Fate.IGNORED);
        assertThat(world.incident(1)).isInstanceOf(Incident.Resolved.class);
    }

    @Test
    void aLateResolveOfAnEarlierOccurrenceIsIgnored() {
        opened();

        assertThat(fate(Shop.over("disk"), START.minusSeconds(60))).isEqualTo(Fate.IGNORED);
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void resolvedByHandItStaysSoForFourHoursWhileTheAlertGoesOn() {
        opened();
        world.act("alice", 1, new IncidentAct.Resolve("known"));

        assertThat(fate(Shop.firing("disk"), START)).isEqualTo(Fate.IGNORED);
        world.advance(Duration.ofMinutes(239));
        assertThat(fate(Shop.firing("disk"), START)).isEqualTo(Fate.IGNORED);
        world.expectNothingElse();

        world.advance(Duration.ofMinutes(1));
        assertThat(fate(Shop.firing("disk"), START)).isEqualTo(Fate.OPENED);
        expectPaged();
    }

    @Test
    void anotherOccurrenceOpensAtOnce() {
        opened();
        world.act("alice", 1, new IncidentAct.Resolve("known"));

        assertThat(fate(Shop.firing("disk"), START.plusSeconds(60))).isEqualTo(Fate.OPENED);
        expectPaged();
    }

    @Test
    void overAndAgainInOneRequestIsANewIncident() {
        opened();

        var receipt = world.alerts(
                "monitor",
                List.of(
                        Shop.over("disk").startsAt(Optional.of(START)).toAlert(),
                        Shop.firing("disk")
                                .startsAt(Optional.of(START.plusSeconds(60)))
                                .toAlert()));

        assertThat(receipt.lines()).extracting(Receipt.Line::fate).containsExactly(Fate.RESOLVED, Fate.OPENED);
        assertThat(world.incident(1)).isInstanceOf(Incident.Resolved.class);
        assertThat(world.openIncidents()).hasSize(1);
        expectPaged();
    }

    @Test
    void whenAResolveWasLostALateOneDoesNotEndWhatFiresAnew() {
        opened();
        assertThat(fate(Shop.firing("disk"), START.plusSeconds(60))).isEqualTo(Fate.REPEATED);

        assertThat(fate(Shop.over("disk"), START)).isEqualTo(Fate.IGNORED);
        assertThat(fate(Shop.firing("disk"), START)).isEqualTo(Fate.REPEATED);
        assertThat(fate(Shop.over("disk"), START)).isEqualTo(Fate.IGNORED);
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);

        assertThat(fate(Shop.over("disk"), START.plusSeconds(60))).isEqualTo(Fate.RESOLVED);
    }

    @Test
    void resolvedByHandTheOccurrenceThatFiredLastRests() {
        opened();
        assertThat(fate(Shop.firing("disk"), START.plusSeconds(60))).isEqualTo(Fate.REPEATED);
        world.act("alice", 1, new IncidentAct.Resolve("known"));

        assertThat(fate(Shop.firing("disk"), START.plusSeconds(60))).isEqualTo(Fate.IGNORED);
    }

    @Test
    void aRetryOfTheSenderDoublesNothing() {
        opened();

        assertThat(fate(Shop.firing("disk"), START)).isEqualTo(Fate.REPEATED);

        assertThat(world.openIncidents()).hasSize(1);
        assertThat(world.incident(1).facts().repeats()).isEqualTo(1);
    }

    private void opened() {
        assertThat(fate(Shop.firing("disk"), START)).isEqualTo(Fate.OPENED);
        expectPaged();
    }

    private void expectPaged() {
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private Fate fate(AlertDraft alert, Instant start) {
        return world.alert("monitor", alert.startsAt(Optional.of(start)).toAlert())
                .lines()
                .getFirst()
                .fate();
    }
}

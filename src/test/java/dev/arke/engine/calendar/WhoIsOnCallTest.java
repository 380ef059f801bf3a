package dev.arke.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Service;
import dev.arke.alert.ServiceStore;
import dev.arke.calendar.CalendarRows;
import dev.arke.calendar.Interval;
import dev.arke.calendar.OnCall;
import dev.arke.calendar.OnCall.Stretch;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.TeamOnCall;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.PolicyStore;
import dev.arke.escalation.Step;
import dev.arke.escalation.StoredPolicy;
import dev.arke.escalation.Target;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
final class WhoIsOnCallTest {
    private static final Instant NOW = MovableInstants.START;
    private static final UUID TEAM = new UUID(7, 1);
    private static final UUID IDLE = new UUID(7, 2);
    private static final UUID ALICE = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final Interval PRESENT = new Interval(NOW.minusSeconds(3600), NOW.plusSeconds(3600));
    private static final Interval NEXT = new Interval(NOW.plusSeconds(3600), NOW.plusSeconds(7200));

    private final Database database;
    private final ShiftStore shifts;
    private final WhoIsOnCall whoIsOnCall;

    WhoIsOnCallTest(Database database) {
        this.database = database;
        var dsl = database.dsl();
        shifts = new ShiftStore(dsl);
        var directory = new ReadDirectory(PeopleStores.of(database));
        whoIsOnCall = new WhoIsOnCall(database.transactions(), directory, shifts);
    }

    @BeforeEach
    void aTeamWithAServiceAndTwoShifts() {
        var rows = new CalendarRows(database);
        rows.team(TEAM, "payments");
        rows.team(IDLE, "search");
        rows.person(ALICE, "alice");
        rows.person(BOB, "bob");
        var policy = new EscalationPolicy(
                new UUID(5, 1),
                new UUID(5, 2),
                "standard",
                TEAM,
                List.of(new Step(List.of(new Target.Person(ALICE)), Duration.ofMinutes(5), 0)),
                0,
                List.of());
        database.transactions().write(Durability.RELAXED, () -> {
            var dsl = database.dsl();
            new PolicyStore(dsl).save(List.of(new StoredPolicy(policy, true, true, true)), NOW);
            new ServiceStore(dsl)
                    .save(List.of(new Service(
                            new UUID(4, 1),
                            "checkout",
                            TEAM,
                            policy.id(),
                            Optional.empty(),
                            false,
                            true,
                            true,
                            Map.of(),
                            List.of())));
            shifts.insert(List.of(primary(ALICE, PRESENT), primary(BOB, NEXT)));
        });
    }

    @Test
    void isAskedByTeamOrByServiceInAnyCase() {
        var primary = new OnCall(
                Role.Duty.PRIMARY,
                List.of(new Stretch(Optional.of(ALICE), PRESENT)),
                List.of(new Stretch(Optional.of(BOB), NEXT)));
        var names = Map.of(ALICE, "alice", BOB, "bob");

        assertThat(whoIsOnCall.whoIsOnCall("Payments", NOW))
                .contains(new TeamOnCall("payments", Optional.empty(), NOW, List.of(primary), names));
        assertThat(whoIsOnCall.whoIsOnCall("checkout", NOW))
                .contains(new TeamOnCall("payments", Optional.of("checkout"), NOW, List.of(primary), names));
        assertThat(whoIsOnCall.whoIsOnCall("nowhere", NOW)).isEmpty();
    }

    @Test
    void isAskedForAnotherInstantAndForSeveralTeams() {
        var later = whoIsOnCall.whoIsOnCall("payments", NEXT.start()).orElseThrow();
        assertThat(later.duties().getFirst().now()).containsExactly(new Stretch(Optional.of(BOB), NEXT));

        var both = whoIsOnCall.whoIsOnCall(List.of(IDLE, TEAM), NOW);
        assertThat(both.stream().map(TeamOnCall::team)).containsExactly("search", "payments");
        assertThat(both.getFirst().duties()).isEmpty();
    }

    private static Shift primary(UUID person, Interval interval) {
        return new Shift(
                UUID.randomUUID(),
                TEAM,
                Role.Duty.PRIMARY,
                Optional.of(person),
                interval,
                new Provenance.Edited(Optional.empty()));
    }
}

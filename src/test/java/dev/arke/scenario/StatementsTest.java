package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.calendar.Interval;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.page.StormSettings;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Statements;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many alerts are taken and sent with the very statements that few are: the same texts, which the databases know. */
@EachDatabase
final class StatementsTest {
    private static final EngineParts.Settings ONE_BY_ONE = new EngineParts.Settings(
            new IntakeSettings(1_000, Duration.ofMinutes(1)),
            new StormSettings(1_000, Duration.ofMinutes(1), 200, Duration.ofHours(1), 1_000),
            DeliverySettings.DEFAULT,
            ConnectSettings.DEFAULT);

    private static final int MOST_TO_ACT = 20;
    private static final int MOST_TO_ESCALATE = 20;
    private static final int MOST_TO_SHOW = 4;

    private final World world;
    private final Statements statements;

    StatementsTest(TestDatabase database) {
        world = new World(database, ONE_BY_ONE, ContactKind.SANDBOX);
        statements = new Statements(database);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
        Shop.incident(world, "warm");
    }

    @Test
    void intakeOfAHundredAsksNoMoreThanOfTen() {
        var ofTen = intake("some", 10);

        assertThat(ofTen).hasSizeLessThanOrEqualTo(13);
        assertThat(intake("many", 100)).isEqualTo(ofTen);
    }

    @Test
    void repeatsOfAHundredAskNoMoreThanOfTen() {
        intake("disk", 100);

        var repeatsOfTen = intake("disk", 10);
        assertThat(repeatsOfTen).isNotEmpty();
        assertThat(intake("disk", 100)).isEqualTo(repeatsOfTen);
    }

    @Test
    void sendingFortyTakesTheStatementsOfSendingTen() {
        intake("some", 10);
        var tenSent = send();

        intake("more", 40);
        assertThat(Set.copyOf(send())).isEqualTo(Set.copyOf(tenSent));
    }

    @Test
    void acknowledgingAHundredAsksNoMoreThanTen() {
        assertThat(acknowledge("many", 100)).isEqualTo(acknowledge("some", 10)).hasSizeLessThanOrEqualTo(MOST_TO_ACT);
    }

    @Test
    void aHundredThatAreDueAskNoMoreThanTen() {
        assertThat(escalate("many", 100)).isEqualTo(escalate("some", 10)).hasSizeLessThanOrEqualTo(MOST_TO_ESCALATE);
    }

    @Test
    void aSweepOfTwentyAsksNoMoreThanOfTen() {
        assertThat(sweep("many", 20)).isEqualTo(sweep("some", 10)).hasSizeLessThanOrEqualTo(MOST_TO_ESCALATE);
    }

    @Test
    void oneSweepWorksOffAllThatIsDue() {
        assertThat(sweep("many", 160)).hasSizeGreaterThan(MOST_TO_ESCALATE);
    }

    /** H2 would look it up anew for each row that it finds: two seconds for 200 incidents. */
    @Test
    void noUpdateLooksUpWhatItChanges() {
        assertThat(escalate("many", 10))
                .filteredOn(text -> text.startsWith("update"))
                .hasSizeGreaterThan(3)
                .noneMatch(text -> text.contains("(select"));
    }

    @Test
    void whoIsOnCallAsksTwiceHoweverManyShiftsThereAre() {
        var who = world.engine().calendar().whoIsOnCall();
        who.whoIsOnCall("shop", world.now());
        statements.take();

        assertThat(who.whoIsOnCall("shop", world.now())).isPresent();
        assertThat(statements.take()).hasSize(2);
    }

    @Test
    void aMonthOfTheCalendarAsksNoMoreThanADay() {
        var ofDay = calendar(Duration.ofDays(1));

        assertThat(ofDay).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_TO_SHOW);
        assertThat(calendar(Duration.ofDays(31))).isEqualTo(ofDay);
    }

    private List<String> calendar(Duration length) {
        var team = world.read(
                () -> world.engine().directory().current().teamNamed("shop").orElseThrow());
        statements.take();
        world.engine()
                .calendar()
                .read()
                .read(team, new Interval(world.now(), world.now().plus(length)));
        return statements.take();
    }

    private List<String> acknowledge(String what, int howMany) {
        intake(what, howMany);
        var numbers = numbers(what);
        statements.take();
        var results = world.engine()
                .incidents()
                .act()
                .act(new By(world.person("alice"), "test"), numbers, new IncidentAct.Acknowledge());
        assertThat(results).hasSize(howMany);
        return statements.take();
    }

    private List<String> escalate(String what, int howMany) {
        makeDue(what, howMany);
        var ids = world.openIncidents().stream().map(Incident::id).toList();
        statements.take();
        assertThat(world.engine().incidents().escalate().escalate(ids)).isEqualTo(howMany);
        return statements.take();
    }

    private List<String> sweep(String what, int howMany) {
        makeDue(what, howMany);
        statements.take();
        assertThat(world.engine().incidents().escalate().escalateAllDue()).isEqualTo(howMany);
        return statements.take();
    }

    /** So many are due at once, and nothing else. */
    private void makeDue(String what, int howMany) {
        world.engine()
                .incidents()
                .act()
                .act(
                        new By(world.person("alice"), "test"),
                        world.openIncidents().stream().map(Incident::number).toList(),
                        new IncidentAct.Resolve(""));
        intake(what, howMany);
        var due = world.openIncidents().getFirst().dueAt().orElseThrow();
        world.clock().set(due);
    }

    private List<Long> numbers(String what) {
        return world.openIncidents().stream()
                .filter(incident -> incident.facts().summary().contains(what))
                .map(Incident::number)
                .toList();
    }

    /** What it takes to take so many alerts of a kind, a request each. */
    private List<String> intake(String what, int howMany) {
        var monitor = world.read(() -> world.engine()
                .directory()
                .current()
                .integrationNamed("monitor")
                .orElseThrow()
                .id());
        statements.take();
        world.engine()
                .incidents()
                .trigger()
                .trigger(IntStream.range(0, howMany)
                        .mapToObj(i -> new Inbound(
                                monitor, List.of(Shop.firing(what + " " + i).toAlert()), "{}"))
                        .toList());
        return statements.take();
    }

    private List<String> send() {
        statements.take();
        world.engine().deliveries().sendDue().sendAllDue();
        var taken = statements.take();
        assertThat(world.pages()).isNotEmpty();
        assertThat(world.take(Purpose.CARD)).isNotEmpty();
        return taken;
    }
}

package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors through the pure rule, what it says of now and of nobody, and a sweep over zones with every cover taken back. */
class CoveringTest {
    private static final UUID CHANGE = new UUID(5, 5);
    /** Refusals of whoever calls the rule: who people are, and that an end was said. */
    private static final Set<String> OF_OTHERS = Set.of("not_in_team", "unknown_responder", "missing");

    static Stream<OverrideCase> cases() {
        return OverrideCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyVectorHolds(OverrideCase vector) {
        if (vector.refusal().filter(OF_OTHERS::contains).isPresent()) return;
        var result = Covering.of(vector.rows(), vector.wanted(), CHANGE, UUID::randomUUID, vector.now());

        vector.refusal()
                .ifPresentOrElse(
                        reason -> assertThat(result).isInstanceOf(refusal(reason)),
                        () -> vector.check(after(vector.rows(), ((Covering.Result.Done) result).diff())));
    }

    private static Class<? extends Covering.Result> refusal(String reason) {
        return switch (reason) {
            case "nothing_to_cover" -> Covering.Result.NothingToCover.class;
            case "say_which_role" -> Covering.Result.SayWhichDuty.class;
            case "empty_interval" -> Covering.Result.NoLength.class;
            case "reversed_interval" -> Covering.Result.EndsBeforeItStarts.class;
            default -> throw new AssertionError("a refusal this test does not know: " + reason);
        };
    }

    @Test
    void whatIsPastStaysAndWhatRunsIsCutNow() {
        var vector = OverrideCase.all().findFirst().orElseThrow();
        var now = vector.from().plusSeconds(100);

        var calendar =
                after(vector.rows(), done(Covering.of(vector.rows(), vector.wanted(), CHANGE, UUID::randomUUID, now)));

        assertThat(calendar)
                .filteredOn(shift -> shift.isOf(OverrideCase.person("bob")))
                .extracting(Shift::interval)
                .containsExactly(new Interval(now, vector.to().orElseThrow()));
        assertThat(Covering.of(
                        vector.rows(),
                        vector.wanted(),
                        CHANGE,
                        UUID::randomUUID,
                        vector.to().orElseThrow()))
                .isEqualTo(new Covering.Result.Past());
    }

    @Test
    void whoeverStandsThereAndNobodyAreCoveredAsPrimary() {
        var rows = new ArrayList<Shift>();
        var start = OverrideCase.EPOCH;
        for (var who : List.of(Optional.of("ann"), Optional.<String>empty(), Optional.of("bob")))
            rows.add(shift(Role.Duty.PRIMARY, who, start.plusSeconds(1000L * rows.size())));
        rows.add(shift(Role.Duty.SECONDARY, Optional.of("cy"), start));
        var bob = OverrideCase.person("bob");
        var wanted = new Covering.Wanted(bob, Optional.empty(), Optional.empty(), start, start.plusSeconds(3000));

        var result = (Covering.Result.Done) Covering.of(rows, wanted, CHANGE, UUID::randomUUID, start);

        assertThat(result.duty()).isEqualTo(Role.Duty.PRIMARY);
        assertThat(result.covered()).hasSize(2).allMatch(shift -> shift.isOf(bob));
        assertThat(after(rows, result.diff()))
                .filteredOn(shift -> shift.role().equals(Role.Duty.SECONDARY))
                .containsExactly(rows.getLast());
    }

    /** Random covers on a filled rotation, and some of them taken back while they run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Paris",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca",
                "UTC"
            })
    void coverageStaysWholeAndTheLastChangeCanBeTakenBack(String zone) {
        var random = new Random(zone.hashCode());
        var calendar = new CalendarFixture();
        var recurrence = Recurrence.of(
                LocalDateTime.parse("2026-03-01T02:30"), Cadence.parse("1d").orElseThrow(), ZoneId.of(zone));
        var rotation = CalendarFixture.rotation("a b c", recurrence);
        var now = Instant.parse("2026-03-02T12:00:00Z");
        calendar.fill(rotation, now);
        for (var turn = 0; turn < 300; turn++) {
            now = now.plusSeconds(random.nextInt(20_000));
            calendar.fill(rotation, now);
            var from = now.plusSeconds(random.nextInt(500_000));
            var wanted = new Covering.Wanted(
                    CalendarFixture.person("abc".substring(turn % 3).substring(0, 1)),
                    Optional.empty(),
                    Optional.empty(),
                    from,
                    from.plusSeconds(1 + random.nextInt(200_000)));
            var before = List.copyOf(calendar.rows);
            if (!(Covering.of(before, wanted, new UUID(5, turn), calendar.ids, now)
                    instanceof Covering.Result.Done done)) continue;
            set(calendar, after(before, done.diff()));
            assertOneOnCall(calendar.rows, now);
            assertThat(who(calendar.rows, from)).contains(wanted.by());
            assertThat(calendar.fill(rotation, now).isEmpty()).isTrue();
            if (random.nextBoolean()) {
                var later = now.plusSeconds(random.nextInt(400_000));
                set(calendar, after(calendar.rows, undone(done.diff(), calendar, later)));
                assertSameFrom(later, before, calendar.rows);
                now = later;
            }
        }
    }

    private static ShiftDiff undone(ShiftDiff change, CalendarFixture calendar, Instant now) {
        var present = calendar.rows.stream().collect(Collectors.toMap(Shift::id, shift -> shift));
        return switch (Undoing.of(change, present, calendar.ids, now)) {
            case Undoing.Result.Done done -> done.diff();
            case Undoing.Result.Past ignored -> new ShiftDiff(List.of(), List.of(), List.of());
            case Undoing.Result.ChangedSince ignored -> throw new AssertionError("nobody has changed anything");
        };
    }

    @Test
    void undoneAtOnceEverythingIsAsItWas() {
        OverrideCase.all().filter(vector -> vector.refusal().isEmpty()).forEach(vector -> {
            var diff = done(Covering.of(vector.rows(), vector.wanted(), CHANGE, UUID::randomUUID, vector.now()));
            var calendar = after(vector.rows(), diff);
            var present = calendar.stream().collect(Collectors.toMap(Shift::id, shift -> shift));

            var back = (Undoing.Result.Done) Undoing.of(diff, present, UUID::randomUUID, vector.now());

            assertThat(after(calendar, back.diff())).containsExactlyInAnyOrderElementsOf(vector.rows());
        });
    }

    @Test
    void whatSomebodyChangedSinceIsNotTakenBack() {
        var vector = OverrideCase.all().findFirst().orElseThrow();
        var diff = done(Covering.of(vector.rows(), vector.wanted(), CHANGE, UUID::randomUUID, vector.now()));
        var present = new HashMap<UUID, Shift>();
        for (var shift : after(vector.rows(), diff)) present.put(shift.id(), shift);
        var piece = diff.added().getLast();
        present.put(piece.id(), piece.withResponder(Optional.of(OverrideCase.person("cy"))));

        assertThat(Undoing.of(diff, present, UUID::randomUUID, vector.now()))
                .isEqualTo(new Undoing.Result.ChangedSince());
    }

    private static ShiftDiff done(Covering.Result result) {
        return ((Covering.Result.Done) result).diff();
    }

    private static void set(CalendarFixture calendar, List<Shift> rows) {
        calendar.rows.clear();
        calendar.rows.addAll(rows);
    }

    static List<Shift> after(List<Shift> rows, ShiftDiff diff) {
        var after = new ArrayList<>(rows);
        assertThat(after).containsAll(diff.removed());
        after.removeAll(diff.removed());
        diff.moved().forEach(move -> {
            assertThat(after).contains(move.before());
            after.set(after.indexOf(move.before()), move.after());
        });
        after.addAll(diff.added());
        assertThat(after).extracting(Shift::id).doesNotHaveDuplicates();
        return after;
    }

    private static void assertOneOnCall(List<Shift> rows, Instant now) {
        for (var at = now; at.isBefore(now.plus(Duration.ofDays(30))); at = at.plusSeconds(7000))
            assertThat(who(rows, at)).as("at %s", at).hasSize(1);
    }

    private static void assertSameFrom(Instant later, List<Shift> before, List<Shift> after) {
        for (var at = later; at.isBefore(later.plus(Duration.ofDays(20))); at = at.plusSeconds(5000))
            assertThat(who(after, at)).as("at %s", at).isEqualTo(who(before, at));
    }

    private static List<UUID> who(List<Shift> rows, Instant at) {
        return rows.stream()
                .filter(shift -> shift.interval().contains(at))
                .flatMap(shift -> shift.responder().stream())
                .toList();
    }

    private static Shift shift(Role role, Optional<String> who, Instant start) {
        return new Shift(
                UUID.randomUUID(),
                OverrideCase.TEAM,
                role,
                who.map(OverrideCase::person),
                new Interval(start, start.plusSeconds(1000)),
                new Provenance.Planned(OverrideCase.ROTATION, 0, 0));
    }
}

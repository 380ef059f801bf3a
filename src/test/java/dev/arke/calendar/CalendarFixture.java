package dev.arke.calendar;

import dev.arke.responder.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A team with a rotation and the rows it has been filled with. */
final class CalendarFixture {
    static final UUID TEAM = new UUID(7, 1);
    static final UUID OTHER_TEAM = new UUID(7, 2);
    static final TeamRole PRIMARY = new TeamRole(TEAM, Role.Duty.PRIMARY);
    private static final UUID ROTATION = new UUID(8, 1);

    private final AtomicLong made = new AtomicLong();
    final Supplier<UUID> ids = () -> new UUID(9, made.incrementAndGet());
    final List<Shift> rows = new ArrayList<>();
    final List<Shift> elsewhere = new ArrayList<>();
    private final Map<UUID, Region> holidays = new HashMap<>();

    /** People are called by one letter. */
    static UUID person(String letter) {
        return new UUID(1, letter.codePointAt(0));
    }

    static Rotation weekly(String people) {
        return rotation(people, Recurrence.of(monday(), cadence("1w"), ZoneId.of("Europe/Paris")));
    }

    static Rotation rotation(String people, Recurrence recurrence) {
        var roster = Arrays.stream(people.split(" "))
                .filter(name -> !name.isEmpty())
                .map(CalendarFixture::person)
                .toList();
        return new Rotation(ROTATION, "weekly", PRIMARY, roster, recurrence, Strategy.ROUND_ROBIN, Duration.ofDays(42));
    }

    static LocalDateTime monday() {
        return LocalDateTime.parse("2026-01-05T09:00");
    }

    static Cadence cadence(String text) {
        return Cadence.parse(text).orElseThrow();
    }

    static Interval interval(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

    /** The person's public holidays are those of this place. */
    void keeps(String name, String region) {
        holidays.put(person(name), Region.parse(region).orElseThrow());
    }

    /** Fills and carries out. */
    ShiftDiff fill(Rotation rotation, Instant now) {
        var had = History.of(rows, rotation.id(), now);
        var filling = Filling.of(rotation, rows, elsewhere, new History(had.ever(), had.recent(), holidays), ids, now);
        rows.removeAll(filling.removed());
        filling.moved().forEach(move -> rows.set(rows.indexOf(move.before()), move.after()));
        rows.addAll(filling.added());
        rows.sort(Comparator.comparing(shift -> shift.interval().start()));
        return filling;
    }

    /** Who stands, in order of time; - is a gap. */
    String turns() {
        return String.join(" ", rows.stream().map(CalendarFixture::letter).toList());
    }

    static String letter(Shift shift) {
        return shift.responder()
                .map(id -> Character.toString((int) id.getLeastSignificantBits()))
                .orElse("-");
    }

    void edit(Shift row, String person) {
        var of = row.provenance() instanceof Provenance.Planned planned
                ? Optional.of(planned)
                : Optional.<Provenance.Planned>empty();
        rows.set(
                rows.indexOf(row),
                new Shift(
                        row.id(),
                        row.teamId(),
                        row.role(),
                        Optional.of(person(person)),
                        row.interval(),
                        new Provenance.Edited(of)));
    }

    void elsewhere(UUID team, Role role, String person, Interval interval) {
        elsewhere.add(new Shift(
                ids.get(), team, role, Optional.of(person(person)), interval, new Provenance.Edited(Optional.empty())));
    }
}

package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One filling of one rotation under way: lays each occurrence onto the rows there are, then withdraws what is over. */
final class Fill {
    /** How far ahead people may count on their shifts: nearer ones are not taken away by a filling, whoever leaves. */
    static final Duration PROMISED = Duration.ofDays(14);

    private final Rotation rotation;
    private final Supplier<UUID> ids;
    private final Instant now;
    private final Turns turns;

    private final List<Shift> own;
    private final List<Shift> planned;
    private final List<Interval> byHand;
    private final Set<Shift> unused;

    private final List<Shift> added = new ArrayList<>();
    private final List<ShiftDiff.Move> moved = new ArrayList<>();
    private final List<Shift> removed = new ArrayList<>();

    Fill(Rotation rotation, List<Shift> own, List<Shift> elsewhere, History history, Supplier<UUID> ids, Instant now) {
        this.rotation = rotation;
        this.ids = ids;
        // Whole seconds: a shift that begins now reads as a time in calendars, and stays equal through any database.
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.own = own.stream()
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .toList();
        this.turns = new Turns(rotation, elsewhere, history);
        this.planned = this.own.stream()
                .filter(shift -> shift.provenance() instanceof Provenance.Planned)
                .filter(shift -> shift.interval().end().isAfter(this.now))
                .toList();
        this.byHand = this.own.stream()
                .filter(shift -> shift.provenance() instanceof Provenance.Edited)
                .map(Shift::interval)
                .toList();
        this.unused = new LinkedHashSet<>(planned);
        planned.forEach(this::servedBefore);
    }

    ShiftDiff fill() {
        var occurrences = occurrences();
        if (!occurrences.isEmpty()) rememberTurnsBefore(occurrences.getFirst());
        for (var i = 0; i < occurrences.size(); i++) {
            var following = i + 1 < occurrences.size()
                    ? standing(occurrences.get(i + 1), planned).flatMap(Shift::responder)
                    : Optional.<UUID>empty();
            lay(occurrences.get(i), following);
        }
        unused.forEach(this::withdraw);
        return new ShiftDiff(added, moved, removed);
    }

    /** Those up to the horizon, and those beyond it that were published under a longer one. */
    private List<Occurrence> occurrences() {
        var horizon = now.plus(rotation.horizon());
        var published = planned.stream()
                .map(shift -> shift.interval().end())
                .max(Comparator.naturalOrder())
                .filter(horizon::isBefore);
        return rotation.recurrence().between(now, published.orElse(horizon)).stream()
                .filter(occurrence -> occurrence.start().isBefore(horizon)
                        || planned.stream().anyMatch(shift -> shift.interval().overlaps(occurrence.whole())))
                .toList();
    }

    private void rememberTurnsBefore(Occurrence first) {
        own.stream()
                .filter(shift -> shift.interval().start().isBefore(first.start()))
                .flatMap(shift -> shift.responder().stream())
                .forEach(turns::taken);
    }

    /** What somebody has had already of a planned shift that runs. */
    private void servedBefore(Shift shift) {
        shift.responder()
                .ifPresent(person ->
                        Interval.between(shift.interval().start(), now).ifPresent(past -> turns.served(person, past)));
    }

    private void lay(Occurrence occurrence, Optional<UUID> following) {
        var wanted = wanted(occurrence);
        if (wanted.isEmpty()) {
            standing(occurrence, own).flatMap(Shift::responder).ifPresent(turns::taken);
            return;
        }
        var choice = standing(occurrence, planned)
                .filter(present -> keeps(present, occurrence))
                .map(present -> new Turns.Choice(present.responder(), present.reason()))
                .orElseGet(() -> turns.next(occurrence, following));
        choice.responder().ifPresent(holder -> {
            turns.taken(holder);
            wanted.forEach(shift -> turns.served(holder, shift.interval()));
        });
        wanted.forEach(shift -> place(shift.withResponder(choice.responder()).because(choice.reason())));
    }

    /** What of the occurrence is to come and not in a person's hands, as shifts that nobody has yet. */
    private List<Shift> wanted(Occurrence occurrence) {
        var wanted = new ArrayList<Shift>();
        for (var part = 0; part < occurrence.parts().size(); part++) {
            var provenance = new Provenance.Planned(rotation.id(), occurrence.number(), part);
            for (var piece : occurrence.parts().get(part).without(byHand))
                piece.from(now)
                        .ifPresent(rest -> wanted.add(new Shift(
                                ids.get(),
                                rotation.fills().teamId(),
                                rotation.fills().duty(),
                                Optional.empty(),
                                rest,
                                provenance)));
        }
        return wanted;
    }

    /** Who has most of the occurrence in these shifts. */
    private static Optional<Shift> standing(Occurrence occurrence, List<Shift> shifts) {
        return shifts.stream()
                .filter(shift -> !shift.isGap() && shift.interval().overlaps(occurrence.whole()))
                .max(Comparator.comparing(shift -> shared(shift, occurrence.whole())));
    }

    private boolean keeps(Shift present, Occurrence occurrence) {
        return occurrence.start().isBefore(now.plus(PROMISED))
                || turns.canStand(present.responder().orElseThrow(), occurrence);
    }

    private void place(Shift wanted) {
        var present = unused.stream()
                .filter(shift -> shift.interval().overlaps(wanted.interval()))
                .filter(shift -> !hasBegun(shift) || canGoOnAs(wanted, shift))
                .max(Comparator.comparing(shift -> shared(shift, wanted.interval())));
        if (present.isEmpty()) {
            added.add(wanted);
            return;
        }
        var before = present.get();
        unused.remove(before);
        var samePerson = !wanted.isGap() && before.responder().equals(wanted.responder());
        var after = hasBegun(before)
                ? before.during(new Interval(
                        before.interval().start(), wanted.interval().end()))
                : wanted.as(before.id()).because(samePerson ? before.reason() : wanted.reason());
        if (!after.equals(before)) moved.add(new ShiftDiff.Move(before, after));
    }

    /** A shift that has begun cannot change hands or hours that are past: it ends now, and another one begins. */
    private boolean canGoOnAs(Shift wanted, Shift begun) {
        return wanted.interval().start().equals(now) && begun.responder().equals(wanted.responder());
    }

    private void withdraw(Shift shift) {
        if (!hasBegun(shift)) removed.add(shift);
        else
            moved.add(new ShiftDiff.Move(
                    shift, shift.during(new Interval(shift.interval().start(), now))));
    }

    private boolean hasBegun(Shift shift) {
        return shift.interval().start().isBefore(now);
    }

    private static Duration shared(Shift shift, Interval interval) {
        return shift.interval().common(interval).map(Interval::length).orElse(Duration.ZERO);
    }
}

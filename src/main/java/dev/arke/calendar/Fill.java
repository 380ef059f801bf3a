package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** One filling of one rotation under way: lays each occurrence onto the rows there are, then withdraws what is over. */
final class Fill {
    /** How far ahead people may count on their shifts: nearer ones are not taken away by a filling, whoever leaves. */
    static final Duration PROMISED = Duration.ofDays(14);
    /** Everything is looked at again after that, whatever is known of it. */
    private static final Duration LONGEST_QUIET = Duration.ofDays(7);

    private final Rotation rotation;
    private final Optional<List<Interval>> helped;
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

    Fill(
            Rotation rotation,
            List<Shift> own,
            List<Shift> elsewhere,
            Optional<List<Interval>> helped,
            History history,
            Supplier<UUID> ids,
            Instant now) {
        this.rotation = rotation;
        this.helped = helped;
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

    /**
     * Until when later fillings have nothing to do either, if nothing changes: the next occurrence comes within the horizon then. Empty
     * where somebody had to be chosen, as that goes by more than what is published: gaps are tried again each time.
     */
    Optional<Instant> quietUntil() {
        if (turns.wereAsked() || helped.isPresent()) return Optional.empty();
        var latest = now.plus(LONGEST_QUIET);
        var horizon = now.plus(rotation.horizon());
        return rotation.recurrence().between(horizon, latest.plus(rotation.horizon())).stream()
                .map(Occurrence::start)
                .filter(start -> !start.isBefore(horizon))
                .map(start -> start.minus(rotation.horizon()))
                .findFirst()
                .or(() -> Optional.of(latest));
    }

    /** Those up to the horizon, and those beyond it that were published under a longer one. */
    private List<Occurrence> occurrences() {
        var horizon = now.plus(rotation.horizon());
        var published = planned.stream()
                .map(shift -> shift.interval().end())
                .max(Comparator.naturalOrder())
                .filter(horizon::isBefore);
        return rotation.recurrence().between(now, published.orElse(horizon)).stream()
                .map(occurrence -> helped.map(occurrence::within).orElse(occurrence))
                .filter(occurrence -> !occurrence.isEmpty() && occurrence.end().isAfter(now))
                .filter(occurrence -> occurrence.start().isBefore(horizon)
                        || planned.stream().anyMatch(shift -> shift.interval().overlaps(occurrence.whole())))
                .toList();
    }

    private void rememberTurnsBefore(Occurrence first) {
        var byTurn = new LinkedHashMap<Object, List<Shift>>();
        for (var shift : own)
            if (!shift.isGap() && shift.interval().start().isBefore(first.start()))
                byTurn.computeIfAbsent(turnOf(shift), any -> new ArrayList<>()).add(shift);
        byTurn.values()
                .forEach(shifts ->
                        turns.taken(withMost(shifts, shift -> shift.interval().length())));
    }

    private static Object turnOf(Shift shift) {
        return shift.provenance()
                .place()
                .<Object>map(Provenance.Planned::occurrence)
                .orElseGet(shift::id);
    }

    /** Whose turn it was: who stood in for a part of it has used up none of theirs. */
    private static UUID withMost(List<Shift> shifts, Function<Shift, Duration> length) {
        var lengths = new LinkedHashMap<UUID, Duration>();
        shifts.forEach(shift -> lengths.merge(shift.responder().orElseThrow(), length.apply(shift), Duration::plus));
        return Collections.max(lengths.entrySet(), Map.Entry.comparingByValue()).getKey();
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
        var keeping = planned.stream()
                .filter(shift -> !shift.isGap() && keeps(shift, occurrence))
                .toList();
        var kept =
                standing(occurrence, keeping).map(present -> new Turns.Choice(present.responder(), present.reason()));
        var main = kept.orElseGet(() -> turns.next(occurrence, following));
        main.responder().ifPresent(turns::taken);
        var sharing = new Sharing(turns, occurrence, main, kept.isPresent(), now);
        for (var shift : wanted) sharing.of(shift.interval(), planned).forEach(share -> place(shift, share));
    }

    private void place(Shift shift, Sharing.Share share) {
        var choice = share.choice();
        choice.responder().ifPresent(holder -> turns.served(holder, share.interval()));
        place(shift.as(ids.get())
                .during(share.interval())
                .withResponder(choice.responder())
                .because(choice.reason()));
    }

    /** What of the occurrence is to come and not in a person's hands, as shifts of nobody and without own ids yet. */
    private List<Shift> wanted(Occurrence occurrence) {
        var wanted = new ArrayList<Shift>();
        for (var part = 0; part < occurrence.parts().size(); part++) {
            var provenance = new Provenance.Planned(rotation.id(), occurrence.number(), part);
            for (var piece : occurrence.parts().get(part).without(byHand))
                piece.from(now)
                        .ifPresent(rest -> wanted.add(new Shift(
                                rotation.id(),
                                rotation.fills().teamId(),
                                rotation.fills().duty(),
                                Optional.empty(),
                                rest,
                                provenance)));
        }
        return wanted;
    }

    /** A shift of whoever has most of the occurrence in these. */
    private static Optional<Shift> standing(Occurrence occurrence, List<Shift> shifts) {
        var there = shifts.stream()
                .filter(shift -> !shift.isGap() && shift.interval().overlaps(occurrence.whole()))
                .toList();
        if (there.isEmpty()) return Optional.empty();
        var who = withMost(there, shift -> shared(shift, occurrence.whole()));
        return there.stream()
                .filter(shift -> shift.isOf(who))
                .max(Comparator.comparing(shift -> shared(shift, occurrence.whole())));
    }

    private boolean keeps(Shift present, Occurrence occurrence) {
        var who = present.responder().orElseThrow();
        return occurrence.start().isBefore(now.plus(PROMISED))
                || (turns.isOnRoster(who)
                        && occurrence.parts().stream()
                                .anyMatch(part ->
                                        !part.without(turns.away(who, part)).isEmpty()));
    }

    private void place(Shift wanted) {
        var present = unused.stream()
                .filter(shift -> shift.interval().overlaps(wanted.interval()))
                .filter(shift -> !hasBegun(shift) || canGoOnAs(wanted, shift))
                .max(Comparator.comparing((Shift shift) -> shift.responder().equals(wanted.responder()))
                        .thenComparing(shift -> shared(shift, wanted.interval())));
        if (present.isEmpty()) {
            added.add(wanted);
            return;
        }
        var before = present.get();
        unused.remove(before);
        var after = hasBegun(before)
                ? before.during(new Interval(
                        before.interval().start(), wanted.interval().end()))
                : wanted.as(before.id()).because(keepsReason(before, wanted) ? before.reason() : wanted.reason());
        if (!after.equals(before)) moved.add(new ShiftDiff.Move(before, after));
    }

    /** Of a gap as long as the same people cannot, in whichever order they come. */
    private static boolean keepsReason(Shift before, Shift wanted) {
        return before.responder().equals(wanted.responder())
                && (!wanted.isGap() || passedOver(before).equals(passedOver(wanted)));
    }

    private static Set<Reason.PassedOver> passedOver(Shift gap) {
        return gap.reason().map(reason -> Set.copyOf(reason.passedOver())).orElse(Set.of());
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

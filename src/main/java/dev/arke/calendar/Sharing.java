package dev.arke.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who stands in which part of one turn. Whoever has it keeps what they can stand, and so does whoever was given a part of
 * it; only what is left free goes to others, as a whole if somebody can, else in parts; what nobody can is a gap.
 */
final class Sharing {
    private final Turns turns;
    private final Occurrence occurrence;
    private final Turns.Choice main;
    private final boolean isPublished;
    private final Instant now;
    private final Instant promisedUntil;
    private final List<Share> shares = new ArrayList<>();

    /** {@code main}: who has the turn; {@code isPublished}: already before this filling. */
    Sharing(Turns turns, Occurrence occurrence, Turns.Choice main, boolean isPublished, Instant now) {
        this.turns = turns;
        this.occurrence = occurrence;
        this.main = main;
        this.isPublished = isPublished;
        this.now = now;
        promisedUntil = now.plus(Fill.PROMISED);
    }

    /** A part of a turn with whom it falls to. */
    record Share(Interval interval, Turns.Choice choice) {}

    /** Shares a piece of the turn out; {@code planned} are the rotation's shifts as they were published. */
    List<Share> of(Interval piece, List<Shift> planned) {
        shares.clear();
        var left = List.of(piece);
        for (var shift : planned) {
            var kept = keptByOther(shift, piece);
            kept.forEach(part -> shares.add(new Share(part, new Turns.Choice(shift.responder(), shift.reason()))));
            left = without(left, kept);
        }
        var own = left.stream().flatMap(part -> own(part, planned).stream()).toList();
        own.forEach(part -> shares.addFirst(new Share(part, main)));
        without(left, own).forEach(this::giveAway);
        return List.copyOf(shares);
    }

    /** A part of this very turn that was given to somebody else stays theirs, and so does what runs. */
    private List<Interval> keptByOther(Shift shift, Interval piece) {
        var isOther = shift.responder().isPresent() && !shift.responder().equals(main.responder());
        var isOfThisTurn = shift.provenance()
                .place()
                .filter(place -> place.occurrence() == occurrence.number())
                .isPresent();
        var isRunning = shift.interval().start().isBefore(now);
        if (!isPublished || !isOther || !(isOfThisTurn || isRunning)) return List.of();
        return shift.interval()
                .common(piece)
                .map(part -> kept(shift.responder().orElseThrow(), part))
                .orElse(List.of());
    }

    /** A turn that nobody had yet is one person's, or a gap as a whole; of a published one nobody gains what they cannot. */
    private List<Interval> own(Interval part, List<Shift> planned) {
        if (!isPublished) return List.of(part);
        var who = main.responder().orElseThrow();
        var had = planned.stream()
                .filter(shift -> shift.isOf(who))
                .flatMap(shift -> shift.interval().common(part).stream())
                .toList();
        // Who has left keeps what they had, and gains nothing.
        var more = turns.isOnRoster(who) ? part.without(had) : List.<Interval>of();
        return Interval.joined(Stream.concat(
                        had.stream().flatMap(one -> kept(who, one).stream()),
                        more.stream().flatMap(one -> one.without(turns.hindered(who, one)).stream()))
                .toList());
    }

    /** All of it but absences; even those where people count on their shifts. */
    private List<Interval> kept(UUID who, Interval part) {
        if (occurrence.start().isBefore(promisedUntil) && !turns.isOnRoster(who)) return List.of(part);
        if (!turns.isOnRoster(who)) return List.of();
        var away = turns.away(who, part).stream()
                .filter(absence -> !absence.start().isBefore(promisedUntil))
                .toList();
        return part.without(away);
    }

    private void giveAway(Interval free) {
        var part = new Occurrence(occurrence.number(), List.of(free));
        var whole = turns.next(part, Optional.empty());
        var most = whole.responder().isPresent() ? whole : turns.mostOf(part).orElse(whole);
        var able = most.responder()
                .map(who -> free.without(turns.hindered(who, free)))
                .orElse(List.of(free));
        var choice = new Turns.Choice(most.responder(), most.reason().map(reason -> insteadOfMain(reason, part)));
        able.forEach(one -> shares.add(new Share(one, choice)));
        without(List.of(free), able).forEach(this::giveAway);
    }

    /** Whose turn it is comes first among those who were passed over. */
    private Reason insteadOfMain(Reason reason, Occurrence part) {
        var others = new ArrayList<Reason.PassedOver>();
        main.responder()
                .ifPresent(who ->
                        turns.hindrance(who, part).ifPresent(what -> others.add(new Reason.PassedOver(who, what))));
        reason.passedOver().stream().filter(one -> !others.contains(one)).forEach(others::add);
        return reason.passing(others);
    }

    private static List<Interval> without(List<Interval> parts, List<Interval> others) {
        return parts.stream()
                .flatMap(part -> part.without(others).stream())
                .sorted(Comparator.comparing(Interval::start))
                .toList();
    }
}

package dev.arke.calendar;

import dev.arke.calendar.Reason.Hindrance;
import dev.arke.calendar.Reason.PassedOver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whose turn it is, and why: the first in the strategy's order who can. Who is passed over waits for the next round. */
final class Turns {
    private final Rotation rotation;
    private final List<Shift> elsewhere;
    private final Served served;
    private final TurnOrder order;
    private final List<UUID> taken = new ArrayList<>();
    private boolean asked;

    Turns(Rotation rotation, List<Shift> elsewhere, History history) {
        this.rotation = rotation;
        this.elsewhere = List.copyOf(elsewhere);
        served = new Served(history, rotation.recurrence().zone());
        order = switch (rotation.strategy()) {
            case ROUND_ROBIN -> new RoundRobin(rotation, taken);
            case FAIR -> new Fair(rotation, served);
            case LEAST_RECENT -> new LeastRecent(rotation, served);
        };
    }

    /** Whom a turn falls to, if to anybody; without a reason they had it before. */
    record Choice(Optional<UUID> responder, Optional<Reason> reason) {}

    /** Whether anybody had to be chosen: everything else is as it was published. */
    boolean wereAsked() {
        return asked;
    }

    /** Notes whose turn it was; later ones are noted later. */
    void taken(UUID responder) {
        taken.add(responder);
    }

    /** Notes what somebody has of the duty, in the past or by this filling. */
    void served(UUID responder, Interval interval) {
        served.add(responder, interval);
    }

    /**
     * The next in turn who can stand, if anybody can: rather not the one before nor {@code following}, who has the
     * next turn already, so that a vacated place in a published calendar gives nobody two turns on end.
     */
    Choice next(Occurrence occurrence, Optional<UUID> following) {
        asked = true;
        var inOrder = order.order(occurrence);
        var able = inOrder.stream()
                .filter(responder -> hindrance(responder, occurrence).isEmpty())
                .toList();
        if (able.isEmpty())
            return new Choice(
                    Optional.empty(),
                    Optional.of(Reason.of(Reason.Ground.NOBODY_CAN)
                            .passing(passedOver(inOrder, inOrder.size(), occurrence))));
        var chosen = able.stream()
                .filter(responder -> taken.isEmpty() || !taken.getLast().equals(responder))
                .filter(responder -> following.isEmpty() || !following.get().equals(responder))
                .findFirst()
                .orElseGet(able::getFirst);
        return new Choice(
                Optional.of(chosen),
                Optional.of(order.why(chosen, occurrence)
                        .passing(passedOver(inOrder, inOrder.indexOf(chosen), occurrence))));
    }

    private List<PassedOver> passedOver(List<UUID> inOrder, int before, Occurrence occurrence) {
        return inOrder.subList(0, before).stream()
                .map(responder -> new PassedOver(
                        responder, hindrance(responder, occurrence).orElse(Hindrance.TURN_BESIDE)))
                .toList();
    }

    /** Who can stand most of a time that nobody can stand whole, of equals the first in order; nobody if none any of it. */
    Optional<Choice> mostOf(Occurrence occurrence) {
        Optional<UUID> most = Optional.empty();
        var longest = Duration.ZERO;
        var inOrder = order.order(occurrence);
        for (var responder : inOrder) {
            var free = free(responder, occurrence);
            if (free.compareTo(longest) <= 0) continue;
            longest = free;
            most = Optional.of(responder);
        }
        return most.map(chosen -> new Choice(
                Optional.of(chosen),
                Optional.of(order.why(chosen, occurrence)
                        .passing(passedOver(inOrder, inOrder.indexOf(chosen), occurrence)))));
    }

    private Duration free(UUID responder, Occurrence occurrence) {
        return occurrence.parts().stream()
                .flatMap(part -> part.without(hindered(responder, part)).stream())
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    boolean isOnRoster(UUID responder) {
        return rotation.roster().contains(responder);
    }

    /** When they are absent in that time. */
    List<Interval> away(UUID responder, Interval interval) {
        return of(responder)
                .filter(shift -> shift.role() instanceof Role.Absence)
                .flatMap(shift -> shift.interval().common(interval).stream())
                .toList();
    }

    /** When something keeps them from standing in that time. */
    List<Interval> hindered(UUID responder, Interval interval) {
        return of(responder)
                .filter(shift -> hindrance(shift).isPresent())
                .flatMap(shift -> shift.interval().common(interval).stream())
                .toList();
    }

    private Stream<Shift> of(UUID responder) {
        return elsewhere.stream().filter(shift -> shift.isOf(responder));
    }

    /** What keeps somebody from it; an absence before another duty. */
    Optional<Hindrance> hindrance(UUID responder, Occurrence occurrence) {
        return of(responder)
                .filter(shift -> occurrence.parts().stream().anyMatch(part -> part.overlaps(shift.interval())))
                .flatMap(shift -> hindrance(shift).stream())
                .min(Hindrance::compareTo);
    }

    /** An absence on any team, another duty only on this one. */
    private Optional<Hindrance> hindrance(Shift shift) {
        return switch (shift.role()) {
            case Role.Absence.VACATION -> Optional.of(Hindrance.VACATION);
            case Role.Absence.UNAVAILABLE -> Optional.of(Hindrance.UNAVAILABLE);
            case Role.Duty duty ->
                shift.teamId().equals(rotation.fills().teamId())
                                && !duty.equals(rotation.fills().duty())
                        ? Optional.of(Hindrance.OTHER_DUTY)
                        : Optional.empty();
        };
    }
}

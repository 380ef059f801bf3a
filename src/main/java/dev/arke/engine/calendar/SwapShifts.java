package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.Part;
import dev.arke.calendar.Clash;
import dev.arke.calendar.Interval;
import dev.arke.calendar.LocalTimes;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.SwapSide;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks somebody to exchange a shift of theirs for one's own: whole turns, with all their parts. */
public final class SwapShifts {
    private static final Duration LOOKED_AHEAD = Duration.ofDays(370);

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code unreached}: those asked who could not be told. */
        record Asked(CalendarRequest request, List<UUID> unreached) implements Outcome {}

        /** The one who asks has no shift then that is not over. */
        record NoShift(SwapSide give) implements Outcome {}

        /** The other has none in the same duty to give for it. */
        record NothingForIt(Part give, UUID teamId) implements Outcome {}

        /** It can be asked, but the one who asks has these at the time of what they would get; to be confirmed. */
        record Doubtful(List<Shift> clashes) implements Outcome {}

        record NotInTeam(UUID who, UUID teamId) implements Outcome {}

        record Oneself() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final AskForCover ask;

    SwapShifts(CalendarUseCases.Needs needs, AskForCover ask) {
        this.needs = needs;
        this.ask = ask;
    }

    /**
     * {@code back}: of the other's; without it their turn that is nearest. Days are the asker's. {@code anyway}: whatever
     * else the asker has at that time.
     */
    public Outcome swap(By by, UUID with, SwapSide give, Optional<SwapSide> back, boolean anyway) {
        return swapOf(Optional.empty(), by, with, give, back, anyway);
    }

    /** The same, for somebody: by themselves or an admin of the team. It is they who ask. */
    public Outcome swapOf(UUID whose, By by, UUID with, SwapSide give, Optional<SwapSide> back, boolean anyway) {
        return swapOf(Optional.of(whose), by, with, give, back, anyway);
    }

    private Outcome swapOf(
            Optional<UUID> whose, By by, UUID with, SwapSide give, Optional<SwapSide> back, boolean anyway) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            var refusal = Standings.refusalOfAny(by.actor(), directory);
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            var asker = whose.or(
                    () -> by.actor() instanceof Actor.Person person ? Optional.of(person.id()) : Optional.empty());
            if (asker.isEmpty()) return new Outcome.Refused(Refusal.PEOPLE_SWAP);
            if (asker.get().equals(with)) return new Outcome.Oneself();
            return swap(by, directory.responder(asker.get()), with, give, back, anyway, directory);
        });
    }

    private Outcome swap(
            By by,
            Responder asker,
            UUID with,
            SwapSide give,
            Optional<SwapSide> back,
            boolean anyway,
            Directory directory) {
        var now = needs.clock().instant();
        var own = given(asker, give, now);
        if (own.isEmpty()) return new Outcome.NoShift(give);
        var shift = own.get();
        var refusal = Standings.refusalFor(by.actor(), asker.id(), shift.teamId(), directory);
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        needs.rotations().lockCalendars(List.of(shift.teamId()));
        if (!directory.team(shift.teamId()).members().contains(with)
                || !directory.responder(with).active()) return new Outcome.NotInTeam(with, shift.teamId());
        var given = part(shift, give, now);
        var got = forIt(with, shift, given, back, asker, now);
        if (got.isEmpty()) return new Outcome.NothingForIt(given, shift.teamId());
        var clashes = anyway ? List.<Shift>of() : clashes(asker.id(), shift, got.get());
        if (!clashes.isEmpty()) return new Outcome.Doubtful(clashes);
        var sent = ask.ask(asker.id(), asker.id(), shift.teamId(), List.of(with), given, got, directory, now);
        return new Outcome.Asked(sent.request(), sent.unreached());
    }

    private List<Shift> clashes(UUID asker, Shift given, Part got) {
        var theirs = new Shift(
                given.id(), given.teamId(), got.duty(), Optional.of(asker), got.interval(), given.provenance());
        return Clash.of(needs.shifts().ofResponders(List.of(asker), got.interval()), List.of(theirs));
    }

    private static Interval day(LocalDate date, Responder whose) {
        return new Interval(
                LocalTimes.resolve(date.atStartOfDay(), whose.zone()),
                LocalTimes.resolve(date.plusDays(1).atStartOfDay(), whose.zone()));
    }

    /** The first shift of what is given. */
    private Optional<Shift> given(Responder asker, SwapSide give, Instant now) {
        return switch (give) {
            case SwapSide.OfDay(var day) -> onDay(asker.id(), day(day, asker), now);
            case SwapSide.During(var time) ->
                during(asker.id(), time, now).stream()
                        .min(Comparator.comparing(shift -> shift.interval().start()));
        };
    }

    private List<Shift> during(UUID who, Interval time, Instant now) {
        return needs.shifts().ofResponders(List.of(who), time).stream()
                .filter(shift -> shift.role() instanceof Role.Duty)
                .filter(shift ->
                        shift.interval().common(time).orElseThrow().end().isAfter(now))
                .toList();
    }

    /** What a side is: the turn that the shift is of, or what lies in the time from this shift on, in its duty. */
    private Part part(Shift shift, SwapSide side, Instant now) {
        return switch (side) {
            case SwapSide.OfDay ignored -> turn(shift, now);
            case SwapSide.During(var time) -> {
                var pieces = during(shift.responder().orElseThrow(), time, now).stream()
                        .filter(other -> other.teamId().equals(shift.teamId())
                                && other.role().equals(shift.role()))
                        .map(other -> other.during(other.interval().common(time).orElseThrow()))
                        .sorted(Comparator.comparing(other -> other.interval().start()))
                        .toList();
                yield AskForCover.part((Role.Duty) shift.role(), pieces);
            }
        };
    }

    /** The duty that begins on that day, else one that lasts into it; not one that is over. */
    private Optional<Shift> onDay(UUID who, Interval day, Instant now) {
        return needs.shifts().ofResponders(List.of(who), day).stream()
                .filter(shift -> shift.role() instanceof Role.Duty)
                .filter(shift -> shift.interval().end().isAfter(now))
                .min(Comparator.comparingInt(
                                (Shift shift) -> day.contains(shift.interval().start()) ? 0 : 1)
                        .thenComparing(shift -> shift.interval().start()));
    }

    /** The whole turn that a shift is a part of, as far as it is still this person's and to come. */
    private Part turn(Shift shift, Instant now) {
        var around = new Interval(
                shift.interval().start().minus(LOOKED_AHEAD),
                shift.interval().end().plus(LOOKED_AHEAD));
        var linked = needs.shifts().ofResponders(List.of(shift.responder().orElseThrow()), around).stream()
                .filter(other ->
                        other.role().equals(shift.role()) && other.turn().equals(shift.turn()))
                .filter(other -> other.interval().end().isAfter(now))
                .sorted(Comparator.comparing(other -> other.interval().start()))
                .toList();
        return AskForCover.part((Role.Duty) shift.role(), linked);
    }

    private Optional<Part> forIt(
            UUID with, Shift shift, Part given, Optional<SwapSide> back, Responder asker, Instant now) {
        var begins = given.interval().start();
        var time = back.map(side -> switch (side) {
                    case SwapSide.OfDay(var day) -> day(day, asker);
                    case SwapSide.During(var interval) -> interval;
                })
                .orElse(new Interval(now, now.plus(LOOKED_AHEAD)));
        var isPart = back.filter(SwapSide.During.class::isInstance).isPresent();
        return needs.shifts().ofResponders(List.of(with), time).stream()
                .filter(other -> other.teamId().equals(shift.teamId())
                        && other.role().equals(shift.role())
                        && (isPart || !other.interval().start().isBefore(now))
                        && (isPart || !other.interval().overlaps(given.interval())))
                .min(Comparator.comparing(other ->
                        Duration.between(begins, other.interval().start()).abs()))
                .map(other -> back.map(side -> part(other, side, now)).orElseGet(() -> turn(other, now)))
                .filter(part -> !part.interval().overlaps(given.interval()));
    }
}

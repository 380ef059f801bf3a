package dev.arke.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks a team's calendar over for what should not be: gaps, double cover, people who cannot be reached, who are on call in
 * two teams, who have turn after turn or too little rest. Whoever only looks on ({@code shadow}) or leads ({@code
 * manager}) counts for gaps and for being reached, and for nothing else.
 */
public final class Coverage {
    /** What the law of most of Europe wants between two working days (2003/88/EC, article 3). */
    public static final Duration USUAL_REST = Duration.ofHours(11);

    private static final Set<Role> ASIDE = Set.of(Role.Duty.SHADOW, Role.Duty.MANAGER);

    private final Interval during;
    private final List<Duty> own;
    private final List<Duty> elsewhere;

    /** A shift with a person and a duty. */
    private record Duty(Shift shift, UUID who, Role.Duty duty, boolean isOwn) {
        static Stream<Duty> of(Shift shift, boolean isOwn) {
            return shift.role() instanceof Role.Duty duty
                    ? shift.responder().map(who -> new Duty(shift, who, duty, isOwn)).stream()
                    : Stream.empty();
        }

        Interval interval() {
            return shift.interval();
        }

        boolean counts() {
            return !ASIDE.contains(duty);
        }
    }

    /** What is known of a team: {@code elsewhere} are its people's shifts on other teams. */
    public record Known(
            Collection<Shift> shifts, Collection<Shift> elsewhere, Set<UUID> unreachable, Duration minimumRest) {}

    private Coverage(Known known, Interval during) {
        this.during = during;
        own = duties(known.shifts(), true);
        elsewhere = duties(known.elsewhere(), false);
    }

    private static List<Duty> duties(Collection<Shift> shifts, boolean isOwn) {
        return shifts.stream()
                .flatMap(shift -> Duty.of(shift, isOwn))
                .sorted(Comparator.comparing(duty -> duty.interval().start()))
                .toList();
    }

    /** The gaps in the duties of another team that one team relies on, by all of that team's shifts. */
    public static List<Finding> elsewhere(UUID team, Set<Role.Duty> duties, Collection<Shift> shifts, Interval during) {
        return new Coverage(new Known(shifts, List.of(), Set.of(), Duration.ZERO), during)
                .gaps(shifts).stream()
                        .flatMap(finding -> finding instanceof Finding.Gap gap && duties.contains(gap.duty())
                                ? Stream.of(new Finding.GapElsewhere(team, gap.duty(), gap.interval()))
                                : Stream.<Finding>empty())
                        .map(Finding.class::cast)
                        .toList();
    }

    /** What there is to say of that time, the earliest first. */
    public static List<Finding> of(Known known, Interval during) {
        var coverage = new Coverage(known, during);
        return Stream.of(
                        coverage.gaps(known.shifts()),
                        coverage.doubleCover(),
                        coverage.unreachable(known.unreachable()),
                        coverage.twoTeams(),
                        coverage.backToBack(),
                        coverage.littleRest(known.minimumRest()))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                        (Finding finding) -> finding.interval().start()))
                .toList();
    }

    private List<Finding> gaps(Collection<Shift> shifts) {
        var gaps = shifts.stream()
                .filter(shift -> shift.isGap() && shift.role() instanceof Role.Duty)
                .collect(groupingBy(shift -> (Role.Duty) shift.role(), mapping(Shift::interval, toList())));
        var found = new ArrayList<Finding>();
        gaps.forEach((duty, intervals) -> {
            var covered = own.stream()
                    .filter(one -> one.duty().equals(duty))
                    .map(Duty::interval)
                    .toList();
            for (var gap : Interval.joined(intervals))
                for (var open : gap.without(covered))
                    open.common(during).ifPresent(time -> found.add(new Finding.Gap(duty, time)));
        });
        return found;
    }

    private record Pair(Role.Duty duty, UUID one, UUID other) {}

    private List<Finding> doubleCover() {
        var together = new LinkedHashMap<Pair, List<Interval>>();
        for (int i = 0; i < own.size(); i++) {
            var one = own.get(i);
            for (int j = i + 1; j < own.size(); j++) {
                var other = own.get(j);
                if (!other.interval().start().isBefore(one.interval().end())) break;
                if (one.counts() && one.duty().equals(other.duty()) && !isMeant(one, other))
                    one.interval()
                            .common(other.interval())
                            .flatMap(during::common)
                            .ifPresent(time -> together.computeIfAbsent(pair(one, other), any -> new ArrayList<>())
                                    .add(time));
            }
        }
        var found = new ArrayList<Finding>();
        together.forEach((pair, times) -> Interval.joined(times)
                .forEach(time ->
                        found.add(new Finding.DoubleCover(pair.duty(), List.of(pair.one(), pair.other()), time))));
        return found;
    }

    private static Pair pair(Duty one, Duty other) {
        boolean inOrder = one.who().compareTo(other.who()) < 0;
        return new Pair(one.duty(), inOrder ? one.who() : other.who(), inOrder ? other.who() : one.who());
    }

    /** Two rotations of one duty both count. */
    private static boolean isMeant(Duty one, Duty other) {
        if (one.who().equals(other.who())) return true;
        var place = one.shift().provenance().place().map(Provenance.Planned::rotationId);
        var otherPlace = other.shift().provenance().place().map(Provenance.Planned::rotationId);
        return place.isPresent() && otherPlace.isPresent() && !place.equals(otherPlace);
    }

    private List<Finding> unreachable(Set<UUID> unreachable) {
        var first = new LinkedHashMap<UUID, Finding>();
        for (var duty : own)
            if (unreachable.contains(duty.who()))
                duty.interval()
                        .common(during)
                        .ifPresent(time ->
                                first.putIfAbsent(duty.who(), new Finding.Unreachable(duty.who(), duty.duty(), time)));
        return List.copyOf(first.values());
    }

    private record Abroad(UUID who, Role.Duty duty, UUID team, Role.Duty otherDuty) {}

    private List<Finding> twoTeams() {
        var byPerson = elsewhere.stream().filter(Duty::counts).collect(groupingBy(Duty::who));
        var both = new LinkedHashMap<Abroad, List<Interval>>();
        for (var here : own) {
            if (!here.counts()) continue;
            for (var there : byPerson.getOrDefault(here.who(), List.of())) {
                var abroad = new Abroad(here.who(), here.duty(), there.shift().teamId(), there.duty());
                here.interval()
                        .common(there.interval())
                        .flatMap(during::common)
                        .ifPresent(time -> both.computeIfAbsent(abroad, any -> new ArrayList<>())
                                .add(time));
            }
        }
        var found = new ArrayList<Finding>();
        both.forEach((abroad, times) -> Interval.joined(times)
                .forEach(time -> found.add(
                        new Finding.TwoTeams(abroad.who(), abroad.duty(), abroad.team(), abroad.otherDuty(), time))));
        return found;
    }

    private record Holder(UUID who, Role.Duty duty) {}

    private List<Finding> backToBack() {
        var found = new ArrayList<Finding>();
        var held = own.stream().filter(Duty::counts).collect(groupingBy(one -> new Holder(one.who(), one.duty())));
        held.forEach((holder, shifts) -> {
            var intervals = shifts.stream().map(Duty::interval).toList();
            for (var stretch : Interval.joined(intervals)) {
                long turns = shifts.stream()
                        .filter(shift -> stretch.overlaps(shift.interval()))
                        .map(one -> one.shift().turn())
                        .distinct()
                        .count();
                if (turns > 1 && stretch.overlaps(during))
                    found.add(new Finding.BackToBack(holder.who(), holder.duty(), (int) turns, stretch));
            }
        });
        return found;
    }

    private List<Finding> littleRest(Duration minimum) {
        Map<UUID, List<Duty>> byPerson = new HashMap<>();
        Stream.concat(own.stream(), elsewhere.stream())
                .filter(Duty::counts)
                .sorted(Comparator.comparing(duty -> duty.interval().start()))
                .forEach(duty -> byPerson.computeIfAbsent(duty.who(), any -> new ArrayList<>())
                        .add(duty));
        var found = new ArrayList<Finding>();
        byPerson.forEach((who, duties) -> {
            var last = duties.getFirst();
            for (var next : duties) {
                rest(last, next, minimum)
                        .map(rest -> new Finding.LittleRest(who, rest))
                        .ifPresent(found::add);
                if (next.interval().end().isAfter(last.interval().end())) last = next;
            }
        });
        return found;
    }

    private Optional<Interval> rest(Duty last, Duty next, Duration minimum) {
        var over = last.interval().end();
        return Interval.between(over, next.interval().start())
                .filter(rest -> rest.length().compareTo(minimum) < 0)
                .filter(rest -> rest.overlaps(during))
                .filter(rest -> last.isOwn() || next.isOwn())
                .filter(rest -> !last.shift().turn().equals(next.shift().turn()));
    }
}

package dev.arke.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often a rotation hands over, by the wall clock: always after the same time, or by a pattern of several that is
 * gone through again and again, as 4 days and then 3. A step may be nobody's: no shift, no gap and nobody's turn.
 */
public record Cadence(List<Step> steps) {
    private static final int MAXIMUM = 9000;
    private static final int MOST_STEPS = 28;
    private static final Pattern STEP = Pattern.compile("([1-9]\\d{0,3})\\s*([hdw]?)(\\s+nobody)?");

    /** What is counted. */
    public enum Unit {
        HOURS(1),
        DAYS(24),
        WEEKS(168);

        private final int hours;

        Unit(int hours) {
            this.hours = hours;
        }

        private String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }

    /** One turn's length, 1 to 9000 units; or time that is {@code nobodys}. */
    public record Step(int count, Unit unit, boolean nobodys) {
        public Step {
            if (count < 1 || count > MAXIMUM) throw new IllegalArgumentException("a step is 1 to 9000 units: " + count);
        }

        private long hours() {
            return (long) count * unit.hours;
        }

        private String text() {
            return count + unit.letter() + (nobodys ? " nobody" : "");
        }
    }

    public Cadence {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS || steps.stream().allMatch(Step::nobodys))
            throw new IllegalArgumentException("a cadence is 1 to 28 steps, and not all of them nobody's");
    }

    /** Always after so many hours, days or weeks. */
    public static Cadence every(int count, Unit unit) {
        return new Cadence(List.of(new Step(count, unit, false)));
    }

    /** Reads "12h", "1d" or "2w", and patterns: "4d, 3d", "2-2-3" (days), "5d, 2d nobody"; empty when it is none. */
    public static Optional<Cadence> parse(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s*[-,]\\s*", -1);
        var steps = new ArrayList<Step>();
        for (var word : words) {
            var step = step(word, words.length > 1);
            if (step.isEmpty()) return Optional.empty();
            steps.add(step.get());
        }
        var fits = steps.size() <= MOST_STEPS && !steps.stream().allMatch(Step::nobodys);
        return fits ? Optional.of(new Cadence(steps)) : Optional.empty();
    }

    /** In a pattern a bare number means days. */
    private static Optional<Step> step(String word, boolean inPattern) {
        var match = STEP.matcher(word);
        if (!match.matches()) return Optional.empty();
        var count = Integer.parseInt(match.group(1));
        var letter = match.group(2).isEmpty() && inPattern ? "d" : match.group(2);
        if (count > MAXIMUM) return Optional.empty();
        for (var unit : Unit.values())
            if (unit.letter().equals(letter)) return Optional.of(new Step(count, unit, match.group(3) != null));
        return Optional.empty();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining(", "));
    }

    /** The wall clock so many turns later, as if no clock were ever changed. */
    LocalDateTime after(LocalDateTime anchor, long turns) {
        var hours = Math.multiplyExact(Math.floorDiv(turns, steps.size()), round());
        for (var step : steps.subList(0, Math.floorMod(turns, steps.size()))) hours += step.hours();
        return anchor.plusHours(hours);
    }

    /** How many whole turns fit between two wall-clock times; negative when the second is earlier. */
    long times(LocalDateTime from, LocalDateTime to) {
        var hours = ChronoUnit.HOURS.between(from, to);
        var turns = Math.floorDiv(hours, round()) * steps.size();
        var left = Math.floorMod(hours, round());
        for (var step : steps) {
            left -= step.hours();
            if (left < 0) break;
            turns++;
        }
        return turns;
    }

    /** Whether the turn of this number is nobody's. */
    boolean isNobodys(long turn) {
        return steps.get(Math.floorMod(turn, steps.size())).nobodys();
    }

    /** By the wall clock. */
    public Duration longest() {
        return Duration.ofHours(steps.stream().mapToLong(Step::hours).max().orElseThrow());
    }

    private long round() {
        return steps.stream().mapToLong(Step::hours).sum();
    }
}

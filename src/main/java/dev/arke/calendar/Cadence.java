package dev.arke.calendar;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How often a rotation hands over: every {@code count} (1 to 9000) hours, days or weeks of the wall clock. */
public record Cadence(int count, Unit unit) {
    private static final int MAXIMUM = 9000;
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})\\s*([hdw])");

    /** What is counted. */
    public enum Unit {
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS);

        private final ChronoUnit length;

        Unit(ChronoUnit length) {
            this.length = length;
        }

        private String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }

    public Cadence {
        if (count < 1 || count > MAXIMUM) throw new IllegalArgumentException("a cadence is 1 to 9000 units: " + count);
    }

    /** Reads "12h", "1d" or "2w"; empty when it is none of these. */
    public static Optional<Cadence> parse(String text) {
        var match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) return Optional.empty();
        var count = Integer.parseInt(match.group(1));
        if (count > MAXIMUM) return Optional.empty();
        for (var unit : Unit.values())
            if (unit.letter().equals(match.group(2))) return Optional.of(new Cadence(count, unit));
        return Optional.empty();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return count + unit.letter();
    }

    /** The wall clock so many cadences later, as if no clock were ever changed. */
    LocalDateTime after(LocalDateTime anchor, long times) {
        return anchor.plus(Math.multiplyExact(count, times), unit.length);
    }

    /** How many whole cadences fit between two wall-clock times; negative when the second is earlier. */
    long times(LocalDateTime from, LocalDateTime to) {
        return Math.floorDiv(unit.length.between(from, to), count);
    }
}

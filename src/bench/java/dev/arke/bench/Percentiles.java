package dev.arke.bench;

import java.util.Arrays;
import java.util.Collection;

/** How long things took, in nanoseconds; asked for in milliseconds. */
final class Percentiles {
    private final long[] sorted;

    Percentiles(Collection<Long> nanos) {
        sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
    }

    /** Not a number when nothing was measured. */
    double millis(double share) {
        if (sorted.length == 0) return Double.NaN;
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    int count() {
        return sorted.length;
    }
}

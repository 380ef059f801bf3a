package dev.arke.responder;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a team may have besides people: duties of other teams that it shows in its own answers, a pager number that goes
 * with the primary's duty, how much rest it wants between two turns, how many incidents its services may open, and addresses that hear when those open, are taken and are over.
 */
public record TeamExtras(
        List<Shown> shows,
        Optional<String> pager,
        Optional<Duration> minimumRest,
        Optional<Quota> quota,
        List<String> mailTo) {
    public static final TeamExtras NONE = new TeamExtras(List.of(), Optional.empty(), Optional.empty());

    /** Without a quota, and no mails. */
    public TeamExtras(List<Shown> shows, Optional<String> pager, Optional<Duration> minimumRest) {
        this(shows, pager, minimumRest, Optional.empty(), List.of());
    }

    /** Addresses as a column keeps them: a line each; null for none. */
    public static @Nullable String lines(List<String> addresses) {
        return addresses.isEmpty() ? null : String.join("\n", addresses);
    }

    /** As {@link #lines} wrote them. */
    public static List<String> addresses(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }

    /** A duty of another team, both by name. */
    public record Shown(String team, String duty) {
        @Override
        public String toString() {
            return duty + " of " + team;
        }
    }

    public TeamExtras {
        shows = shows.stream().sorted(Comparator.comparing(Shown::toString)).toList();
        mailTo = List.copyOf(mailTo);
    }
}

package dev.arke.responder;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a team may have besides people: duties of other teams that it shows in its own answers, a pager number that goes
 * with the primary's duty, how much rest it wants between two turns, and how many incidents its services may open.
 */
public record TeamExtras(
        List<Shown> shows, Optional<String> pager, Optional<Duration> minimumRest, Optional<Quota> quota) {
    public static final TeamExtras NONE =
            new TeamExtras(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Without a quota. */
    public TeamExtras(List<Shown> shows, Optional<String> pager, Optional<Duration> minimumRest) {
        this(shows, pager, minimumRest, Optional.empty());
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
    }
}

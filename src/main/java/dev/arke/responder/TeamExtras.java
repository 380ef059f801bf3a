package dev.arke.responder;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a team may have besides people: duties of other teams that it shows in its own answers, a pager number that goes
 * with the primary's duty, and how much rest it wants between two turns.
 */
public record TeamExtras(List<Shown> shows, Optional<String> pager, Optional<Duration> minimumRest) {
    public static final TeamExtras NONE = new TeamExtras(List.of(), Optional.empty(), Optional.empty());

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

package dev.arke.incident;

import java.util.List;

/** What is behind one grouped or storm incident: how many alerts in all, how many fire, some of these, the latest first. */
public record Collected(int all, int firing, List<CollectedAlert> sample) {
    public Collected {
        sample = List.copyOf(sample);
    }
}

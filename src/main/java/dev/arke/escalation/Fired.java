package dev.arke.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What firing an incident's escalation comes to: whom {@code reach} to page as {@code why}, where it then stands, when
 * it is due again, and what to say of it.
 */
public record Fired(Reach reach, Why why, Position position, Instant nextAt, List<Said> said) {
    public Fired {
        said = List.copyOf(said);
    }

    /** What a page is sent for. Numbers are those people see, from 1. */
    public sealed interface Why {
        record OfStep(int step) implements Why {}

        record LastResort() implements Why {}

        /** The last resort reached nobody: the team's admins, and a new post in the team's channels. */
        record Admins() implements Why {}
    }

    /** Something to tell in the timeline and the team's channel. */
    public sealed interface Said {
        record StepReachesNobody(int step) implements Said {}

        record LastResortReachesNobody() implements Said {}

        record WithoutContactMethod(Set<UUID> people) implements Said {
            public WithoutContactMethod {
                people = Set.copyOf(people);
            }
        }

        /** The policy is through; from now on the last resort is paged. */
        record Exhausted() implements Said {}
    }
}

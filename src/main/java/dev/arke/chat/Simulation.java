package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.page.Instead;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What would happen if a service broke at an instant and nobody took the incident. The last page goes to the last
 * resort, and again each {@code lastPause} until somebody takes it, unless {@code isCut}: then more would follow.
 */
public record Simulation(
        String service,
        String team,
        String policy,
        Priority priority,
        Instant at,
        List<Page> pages,
        Duration lastPause,
        boolean isCut,
        List<Warning> warnings) {
    public Simulation {
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
    }

    /** Everybody who would be paged at one instant. */
    public record Page(Instant at, Why why, List<Person> people, List<ChannelAddress> channels, List<URI> webhooks) {
        public Page {
            people = List.copyOf(people);
            channels = List.copyOf(channels);
            webhooks = List.copyOf(webhooks);
        }
    }

    /** What they would be paged for; numbers as people see them, from 1. */
    public sealed interface Why {
        record OfStep(int step, int repetition, int round) implements Why {}

        record LastResort() implements Why {}

        record Admins() implements Why {}
    }

    /** One person with the messages they would get, in their order, unless they got so many that {@code instead} counts. */
    public record Person(UUID id, String name, List<Contact> contacts, List<Instead> instead) {
        public Person {
            contacts = List.copyOf(contacts);
            instead = List.copyOf(instead);
        }
    }

    public record Contact(ContactKind kind, Instant at, Optional<Duration> every) {}

    /** Something that would go wrong. */
    public sealed interface Warning {
        record NobodyHolds(String duty, String team, Instant at) implements Warning {}

        record NotReachable(String person) implements Warning {}

        record StepReachesNobody(int step) implements Warning {}

        record LastResortReachesNobody() implements Warning {}
    }
}

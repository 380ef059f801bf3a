package dev.arke.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a human must handle. One record for each state, holding just what that state has. */
public sealed interface Incident {
    /** Unclaimed: escalation runs, and is due again at {@code escalatesAt}. */
    record Triggered(Facts facts, Instant escalatesAt) implements Incident {
        @Override
        public Triggered with(Facts facts) {
            return new Triggered(facts, escalatesAt);
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(escalatesAt);
        }
    }

    /** Somebody has it; escalation stands still, until the ack timeout where the service has one. */
    record Acknowledged(Facts facts, Owner owner, Instant since) implements Incident {
        @Override
        public Acknowledged with(Facts facts) {
            return new Acknowledged(facts, owner, since);
        }

        @Override
        public Optional<Instant> dueAt() {
            return facts.ackTimeout().map(facts.lastActionAt().orElse(since)::plus);
        }
    }

    /** Put aside until an instant. */
    record Snoozed(Facts facts, Owner owner, Instant until) implements Incident {
        @Override
        public Snoozed with(Facts facts) {
            return new Snoozed(facts, owner, until);
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }
    }

    /** Over; {@code by} is an actor's word. */
    record Resolved(Facts facts, Owner by, Instant at, Optional<UUID> mergedInto) implements Incident {
        @Override
        public Resolved with(Facts facts) {
            return new Resolved(facts, by, at, mergedInto);
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }
    }

    Facts facts();

    /** The same state with other facts. */
    Incident with(Facts facts);

    /** When the sweep must look at it next: the next page, the end of the ack timeout, the end of the snooze. */
    Optional<Instant> dueAt();

    default boolean isOpen() {
        return !(this instanceof Resolved);
    }

    default UUID id() {
        return facts().id();
    }

    default long number() {
        return facts().number();
    }
}

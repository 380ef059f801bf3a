package dev.arke.incident;

import dev.arke.alert.Priority;
import dev.arke.delivery.FailureReason;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Something that happened to an incident: a line of its timeline. Class names are kept in tables; do not rename. */
public sealed interface IncidentEvent {
    record Triggered(Priority priority) implements IncidentEvent {}

    record PriorityChanged(Priority from, Priority to) implements IncidentEvent {}

    /** A step was fired; {@code step} counts from 1, channels as "slack:C0PAY" and webhooks by their host. */
    record StepFired(int step, Set<UUID> people, List<String> places) implements IncidentEvent {}

    record LastResortFired(Set<UUID> people, List<String> places) implements IncidentEvent {}

    record AdminsPaged(Set<UUID> people, List<String> places) implements IncidentEvent {}

    record StepReachesNobody(int step) implements IncidentEvent {}

    record LastResortReachesNobody() implements IncidentEvent {}

    record WithoutContactMethod(Set<UUID> people) implements IncidentEvent {}

    /** No contact method of these people worked; escalation goes on. */
    record NobodyReached(Set<UUID> people) implements IncidentEvent {}

    record Exhausted() implements IncidentEvent {}

    record PageDelivered(UUID responderId, ContactKind by) implements IncidentEvent {}

    record PageFailed(UUID responderId, ContactKind by, FailureReason reason, String problem)
            implements IncidentEvent {}

    /** A page to a channel ("slack:C0PAY") or a webhook ("webhook at example.com") that did not arrive. */
    record PlacePageFailed(String place, FailureReason reason, String problem) implements IncidentEvent {}

    /**
     * {@code threshold} new alerts a minute, or incidents within {@code within} where a quota says so: from here on alerts are
     * collected in this storm incident.
     */
    record FloodBegan(int threshold, Optional<Duration> within) implements IncidentEvent {
        public FloodBegan(int threshold) {
            this(threshold, Optional.empty());
        }
    }

    /** {@code collected} alerts so far, of which {@code firing} still do; {@code sample} are summaries of some of these. */
    record FloodEnded(int collected, int firing, List<String> sample) implements IncidentEvent {
        public FloodEnded {
            sample = List.copyOf(sample);
        }
    }

    record Acknowledged() implements IncidentEvent {}

    record AckTimedOut(String owner) implements IncidentEvent {}

    record Unacknowledged() implements IncidentEvent {}

    record Snoozed(Instant until, String reason) implements IncidentEvent {}

    record SnoozeEnded() implements IncidentEvent {}

    /** {@code note} may be blank. */
    record Resolved(String note) implements IncidentEvent {}

    record Reopened() implements IncidentEvent {}

    record Escalated() implements IncidentEvent {}

    record Reassigned(UUID to) implements IncidentEvent {}

    record RespondersAdded(Set<UUID> people) implements IncidentEvent {}

    record Noted(String text) implements IncidentEvent {}

    /** Somebody is asked something. */
    record QuestionAsked(UUID who, String question) implements IncidentEvent {}

    record QuestionAnswered(String asker, String question, String answer) implements IncidentEvent {}

    /** No contact method of the one asked works. */
    record QuestionUnreached(UUID who) implements IncidentEvent {}

    record MergedInto(long number) implements IncidentEvent {}

    record Absorbed(long number) implements IncidentEvent {}

    /** {@code name} is the room's, without a sign before it. */
    record RoomOpened(String name) implements IncidentEvent {}
}

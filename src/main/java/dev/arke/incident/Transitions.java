package dev.arke.incident;

import dev.arke.alert.Priority;
import dev.arke.incident.Transition.Already;
import dev.arke.incident.Transition.Changed;
import dev.arke.incident.Transition.HasOwner;
import dev.arke.incident.Transition.Next;
import dev.arke.incident.Transition.Unfit;
import dev.arke.responder.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The acts on an incident, each from any state. Pure; doing one twice changes nothing the second time. */
public final class Transitions {
    private Transitions() {}

    /** The first one wins; the others hear who has it. */
    public static Transition acknowledge(Incident incident, Actor by, Instant now) {
        return switch (incident) {
            case Incident.Triggered ignored -> acknowledged(incident, by, now);
            case Incident.Snoozed snoozed ->
                snoozed.owner().is(by)
                        ? acknowledged(incident, by, now)
                        : new HasOwner(
                                snoozed.owner(), incident.facts().lastActionAt().orElse(now));
            case Incident.Acknowledged held ->
                held.owner().is(by) ? new Already(held) : new HasOwner(held.owner(), held.since());
            case Incident.Resolved ignored -> new Unfit(incident);
        };
    }

    /** Takes an open incident, from somebody else if need be. */
    public static Transition takeOver(Incident incident, Actor by, Instant now) {
        return switch (incident) {
            case Incident.Acknowledged held when held.owner().is(by) -> new Already(held);
            case Incident.Triggered ignored -> acknowledged(incident, by, now);
            case Incident.Snoozed ignored -> acknowledged(incident, by, now);
            case Incident.Acknowledged ignored -> acknowledged(incident, by, now);
            case Incident.Resolved ignored -> new Unfit(incident);
        };
    }

    private static Changed acknowledged(Incident incident, Actor by, Instant now) {
        var after = new Incident.Acknowledged(incident.facts().withAction(now), Owner.of(by), now);
        return new Changed(after, List.of(new IncidentEvent.Acknowledged()), Next.CALL_OFF);
    }

    public static Transition unacknowledge(Incident incident, Instant now) {
        return switch (incident) {
            case Incident.Triggered ignored -> new Already(incident);
            case Incident.Acknowledged ignored ->
                triggered(incident, now, new IncidentEvent.Unacknowledged(), Next.FIRE_AGAIN);
            case Incident.Snoozed ignored ->
                triggered(incident, now, new IncidentEvent.Unacknowledged(), Next.FIRE_AGAIN);
            case Incident.Resolved ignored -> new Unfit(incident);
        };
    }

    public static Transition reopen(Incident incident, Instant now) {
        return switch (incident) {
            case Incident.Resolved ignored -> triggered(incident, now, new IncidentEvent.Reopened(), Next.FIRE_AGAIN);
            case Incident.Triggered ignored -> new Already(incident);
            case Incident.Acknowledged ignored -> new Already(incident);
            case Incident.Snoozed ignored -> new Already(incident);
        };
    }

    /** On to the next step at once, also when somebody has it: they ask for more help. */
    public static Transition escalate(Incident incident, Instant now) {
        return incident.isOpen()
                ? triggered(incident, now, new IncidentEvent.Escalated(), Next.FIRE_NEXT)
                : new Unfit(incident);
    }

    private static Changed triggered(Incident incident, Instant now, IncidentEvent event, Next next) {
        return new Changed(new Incident.Triggered(incident.facts().withAction(now), now), List.of(event), next);
    }

    /** Passes an open incident to somebody, who is paged and must take it; escalation goes on from {@code next}. */
    public static Transition reassign(Incident incident, UUID to, Instant next, Instant now) {
        if (!incident.isOpen()) return new Unfit(incident);
        var facts = incident.facts().withAction(now);
        boolean exhausted = facts.exhaustedAt().isPresent();
        var after = new Incident.Triggered(facts.withFired(facts.position(), now, exhausted), next);
        return new Changed(after, List.of(new IncidentEvent.Reassigned(to)), Next.CALL_OFF);
    }

    public static Transition resolve(Incident incident, Actor by, String note, Instant now) {
        if (incident instanceof Incident.Resolved) return new Already(incident);
        var after = new Incident.Resolved(incident.facts().withAction(now), Owner.of(by), now, Optional.empty());
        return new Changed(after, List.of(new IncidentEvent.Resolved(note)), Next.CALL_OFF);
    }

    public static Transition snooze(Incident incident, Actor by, Instant until, String reason, Instant now) {
        return switch (incident) {
            case Incident.Triggered ignored -> snoozed(incident, Owner.of(by), until, reason, now);
            case Incident.Acknowledged held -> snoozed(incident, held.owner(), until, reason, now);
            case Incident.Snoozed held -> snoozed(incident, held.owner(), until, reason, now);
            case Incident.Resolved ignored -> new Unfit(incident);
        };
    }

    private static Changed snoozed(Incident incident, Owner owner, Instant until, String reason, Instant now) {
        var after = new Incident.Snoozed(incident.facts().withAction(now), owner, until);
        return new Changed(after, List.of(new IncidentEvent.Snoozed(until, reason)), Next.CALL_OFF);
    }

    /** Others are paged to help; whoever has it keeps it. */
    public static Transition add(Incident incident, Set<UUID> people, Instant now) {
        if (!incident.isOpen()) return new Unfit(incident);
        var after = incident.with(incident.facts().withAction(now));
        return new Changed(after, List.of(new IncidentEvent.RespondersAdded(people)), Next.NOTHING);
    }

    public static Transition note(Incident incident, String text, Instant now) {
        return new Changed(
                incident.with(incident.facts().withAction(now)), List.of(new IncidentEvent.Noted(text)), Next.NOTHING);
    }

    /** Ends {@code incident} as a part of another one. */
    public static Transition merge(Incident incident, Facts into, Actor by, Instant now) {
        if (incident instanceof Incident.Resolved) return new Unfit(incident);
        var after = new Incident.Resolved(incident.facts().withAction(now), Owner.of(by), now, Optional.of(into.id()));
        return new Changed(after, List.of(new IncidentEvent.MergedInto(into.number())), Next.CALL_OFF);
    }

    public static Transition changePriority(Incident incident, Priority priority, Instant now) {
        if (!incident.isOpen()) return new Unfit(incident);
        var before = incident.facts().priority();
        if (before == priority) return new Already(incident);
        var after = incident.with(incident.facts().withPriority(priority).withAction(now));
        return new Changed(
                after, List.of(new IncidentEvent.PriorityChanged(before, priority)), more(incident, priority));
    }

    /**
     * The alert came again, of an occurrence that began at {@code startedAt}: counted, and raised when it is more urgent
     * now. Never a human action.
     */
    public static Changed repeat(Incident incident, Priority priority, Optional<Instant> startedAt, Instant now) {
        var before = incident.facts().priority();
        var counted = incident.facts().withRepeat(startedAt, now);
        if (!priority.isAbove(before)) return new Changed(incident.with(counted), List.of(), Next.NOTHING);
        var after = incident.with(counted.withPriority(priority));
        return new Changed(
                after, List.of(new IncidentEvent.PriorityChanged(before, priority)), more(incident, priority));
    }

    private static Next more(Incident incident, Priority priority) {
        boolean pages = incident instanceof Incident.Triggered
                && priority.isAbove(incident.facts().priority());
        return pages ? Next.PAGE_MORE : Next.NOTHING;
    }

    /** What is due by now: the next step, the end of the ack timeout, the end of the snooze. */
    public static Transition due(Incident incident, Instant now) {
        if (incident.dueAt().filter(at -> !at.isAfter(now)).isEmpty()) return new Unfit(incident);
        return switch (incident) {
            case Incident.Triggered ignored -> new Changed(incident, List.of(), Next.FIRE_NEXT);
            case Incident.Acknowledged held ->
                new Changed(
                        new Incident.Triggered(held.facts(), now),
                        List.of(new IncidentEvent.AckTimedOut(held.owner().label())),
                        Next.FIRE_AGAIN);
            case Incident.Snoozed snoozed ->
                new Changed(
                        new Incident.Triggered(snoozed.facts(), now),
                        List.of(new IncidentEvent.SnoozeEnded()),
                        Next.FIRE_AGAIN);
            case Incident.Resolved ignored -> new Unfit(incident);
        };
    }
}

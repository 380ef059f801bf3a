package dev.arke.incident;

import java.time.Instant;
import java.util.List;

/** What an act makes of an incident. */
public sealed interface Transition {
    /** It changes: the new state, what the timeline says, and what escalation does about it. */
    record Changed(Incident after, List<IncidentEvent> events, Next next) implements Transition {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** Somebody has it already. */
    record HasOwner(Owner owner, Instant since) implements Transition {}

    /** It is as the act would make it. */
    record Already(Incident incident) implements Transition {}

    /** The act does not fit the state it is in. */
    record Unfit(Incident incident) implements Transition {}

    /** What escalation does after the change. */
    enum Next {
        NOTHING,
        /** Calls off the pages that wait. */
        CALL_OFF,
        /** Fires the step it stands at from its first page. */
        FIRE_AGAIN,
        /** Fires what follows. */
        FIRE_NEXT,
        /** Pages what the raised priority adds for those paged last. */
        PAGE_MORE
    }
}

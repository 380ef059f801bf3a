package dev.arke.incident;

import dev.arke.responder.Refusal;
import java.time.Instant;

/** What came of an act on one incident. */
public sealed interface ActResult {
    long number();

    /** Done; {@code before} tells what changed. */
    record Done(Incident before, Incident after) implements ActResult {
        @Override
        public long number() {
            return after.number();
        }
    }

    /** Somebody else was first and has it. */
    record HasOwner(Incident incident, Owner owner, Instant since) implements ActResult {
        @Override
        public long number() {
            return incident.number();
        }
    }

    /** It was so already; nothing changed. */
    record Already(Incident incident) implements ActResult {
        @Override
        public long number() {
            return incident.number();
        }
    }

    /** The act does not fit the state the incident is in. */
    record Unfit(Incident incident) implements ActResult {
        @Override
        public long number() {
            return incident.number();
        }
    }

    /** It cannot be reopened or merged into, because {@code by} is the open one for the same alert or is over itself. */
    record Superseded(Incident incident, long by) implements ActResult {
        @Override
        public long number() {
            return incident.number();
        }
    }

    record Unknown(long number) implements ActResult {}

    /** The actor may not. */
    record Refused(long number, Refusal why) implements ActResult {}
}

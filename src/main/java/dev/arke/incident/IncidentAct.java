package dev.arke.incident;

import dev.arke.alert.Priority;
import dev.arke.responder.Act;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What somebody does to an incident, from chat, mail or REST. {@code verb} is its word in chat and in the audit. */
public sealed interface IncidentAct {
    record Acknowledge() implements IncidentAct {}

    /** Takes it also from somebody who has it. */
    record TakeOver() implements IncidentAct {}

    record Unacknowledge() implements IncidentAct {}

    /** {@code note} may be blank. */
    record Resolve(String note) implements IncidentAct {}

    record Reopen() implements IncidentAct {}

    record Escalate() implements IncidentAct {}

    record Reassign(UUID to) implements IncidentAct {}

    record AddResponders(Set<UUID> people) implements IncidentAct {
        public AddResponders {
            people = Set.copyOf(people);
        }
    }

    /** {@code reason} may be blank. */
    record Snooze(Instant until, String reason) implements IncidentAct {}

    record Note(String text) implements IncidentAct {}

    record MergeInto(long number) implements IncidentAct {}

    record ChangePriority(Priority priority) implements IncidentAct {}

    default String verb() {
        return switch (this) {
            case Acknowledge ignored -> "acknowledge";
            case TakeOver ignored -> "acknowledge";
            case Unacknowledge ignored -> "unacknowledge";
            case Resolve ignored -> "resolve";
            case Reopen ignored -> "reopen";
            case Escalate ignored -> "escalate";
            case Reassign ignored -> "reassign";
            case AddResponders ignored -> "add";
            case Snooze ignored -> "snooze";
            case Note ignored -> "note";
            case MergeInto ignored -> "merge";
            case ChangePriority ignored -> "priority";
        };
    }

    /** The right it takes. */
    default Act right() {
        return this instanceof Acknowledge || this instanceof TakeOver ? Act.ACKNOWLEDGE : Act.RESPOND;
    }
}

package dev.arke.dialogue;

import dev.arke.incident.IncidentAct;
import java.util.Optional;

/** The verb that takes an act back whatever the incident was like before; empty where there is none. */
final class Undo {
    private Undo() {}

    static Optional<String> verb(IncidentAct act) {
        return switch (act) {
            case IncidentAct.Acknowledge ignored -> Optional.of("unack");
            case IncidentAct.Unacknowledge ignored -> Optional.of("ack");
            case IncidentAct.Resolve ignored -> Optional.of("reopen");
            case IncidentAct.MergeInto ignored -> Optional.of("reopen");
            case IncidentAct.Reopen ignored -> Optional.of("resolve");
            case IncidentAct.TakeOver ignored -> Optional.empty();
            case IncidentAct.Escalate ignored -> Optional.empty();
            case IncidentAct.Reassign ignored -> Optional.empty();
            case IncidentAct.AddResponders ignored -> Optional.empty();
            case IncidentAct.Snooze ignored -> Optional.empty();
            case IncidentAct.Note ignored -> Optional.empty();
            case IncidentAct.ChangePriority ignored -> Optional.empty();
        };
    }
}

package dev.arke.dialogue;

import dev.arke.card.Span;
import dev.arke.chat.ListedIncident;
import dev.arke.incident.Incident;
import dev.arke.incident.Owner;
import java.util.Optional;

/** Who has an incident, or ended it. */
final class Owners {
    private Owners() {}

    static Optional<Owner> of(Incident incident) {
        return switch (incident) {
            case Incident.Triggered ignored -> Optional.empty();
            case Incident.Acknowledged held -> Optional.of(held.owner());
            case Incident.Snoozed snoozed -> Optional.of(snoozed.owner());
            case Incident.Resolved resolved -> Optional.of(resolved.by());
        };
    }

    static ListedIncident listed(Incident incident, Asked asked) {
        return new ListedIncident(
                incident,
                asked.service(incident),
                of(incident).map(asked::named).orElse(Span.text("nobody")));
    }
}

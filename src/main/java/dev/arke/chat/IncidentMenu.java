package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Phrases;
import dev.arke.incident.Incident;
import java.util.List;

/**
 * What else can be done about an incident. Beside the card's buttons stands what is needed at three in the morning, the
 * last of it the whole incident with the rest.
 */
final class IncidentMenu {
    /** What Slack takes in one menu; nobody reads more either. */
    static final int MOST = 5;

    private IncidentMenu() {}

    /** The menu of a card. */
    static List<Button> of(IncidentView view, Phrases phrases) {
        var on = new IncidentButtons(view.number(), phrases);
        return switch (view.incident()) {
            case Incident.Triggered ignored -> List.of(on.addOne(), on.handOver(), on.snooze(), on.note(), on.all());
            case Incident.Acknowledged ignored -> List.of(on.note(), on.ask(), on.addOne(), on.handOver(), on.all());
            case Incident.Snoozed ignored -> List.of(on.note(), on.ask(), on.addOne(), on.handOver(), on.all());
            case Incident.Resolved ignored ->
                view.room().isPresent() ? List.of(on.note(), on.archiveRoom(), on.all()) : List.of(on.note(), on.all());
        };
    }

    /** What the whole incident has besides. */
    static List<Button> rest(IncidentView view, Phrases phrases) {
        var on = new IncidentButtons(view.number(), phrases);
        return switch (view.incident()) {
            case Incident.Triggered ignored -> List.of(on.ask(), on.snoozeFor(), on.priority(), on.merge());
            case Incident.Acknowledged ignored -> List.of(on.escalate(), on.snoozeFor(), on.priority(), on.merge());
            case Incident.Snoozed ignored -> List.of(on.snoozeFor(), on.priority(), on.merge());
            case Incident.Resolved ignored -> List.of();
        };
    }
}

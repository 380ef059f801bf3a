package dev.arke.engine.reach;

import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.engine.delivery.MarkContacts;
import dev.arke.engine.delivery.ReadIncidentViews;
import dev.arke.engine.delivery.SayAgain;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentStore;
import dev.arke.page.ReplyCodeStore;

/** What people answer by phone, put together. */
public record ReachUseCases(HearText texts, HearKey keys) {
    /** What it needs from outside. */
    public record Needs(
            Transactions transactions,
            ReadDirectory directory,
            IncidentStore incidents,
            ReplyCodeStore codes,
            OutboxStore outbox,
            DeliveryStore deliveries,
            ReadIncidentViews views,
            SayAgain sayAgain,
            FindConcerns findConcerns,
            ActOnIncidents act,
            MarkContacts contacts) {}

    public static ReachUseCases of(Needs needs) {
        return new ReachUseCases(new HearText(needs), new HearKey(needs));
    }
}

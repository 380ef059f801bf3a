package dev.arke.engine.reach;

import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.delivery.MarkContacts;
import dev.arke.engine.delivery.ReadIncidentViews;
import dev.arke.engine.delivery.SayAgain;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentStore;
import dev.arke.page.ReplyCodeStore;
import java.time.InstantSource;

/** What people answer by phone, put together. */
public record ReachUseCases(HearText texts, HearKey keys) {
    /** What it needs from outside. */
    public record Needs(
            Transactions transactions,
            ReadDirectory directory,
            IncidentStore incidents,
            ReplyCodeStore codes,
            DeliveryStore deliveries,
            ReadIncidentViews views,
            SayAgain sayAgain,
            FindConcerns findConcerns,
            ActOnIncidents act,
            MarkContacts contacts,
            InstantSource clock) {}

    public static ReachUseCases of(Needs needs) {
        return new ReachUseCases(new HearText(needs), new HearKey(needs));
    }
}

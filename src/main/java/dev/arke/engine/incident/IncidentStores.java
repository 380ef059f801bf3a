package dev.arke.engine.incident;

import dev.arke.chat.IncidentRoomStore;
import dev.arke.incident.CollectedAlertStore;
import dev.arke.incident.FloodStore;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentTextStore;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.QuotaStore;
import dev.arke.incident.TimelineStore;

/** The stores of an incident's own rows, and of its room. */
public record IncidentStores(
        IncidentStore incidents,
        IncidentTextStore texts,
        TimelineStore timeline,
        CollectedAlertStore collected,
        FloodStore floods,
        QuotaStore quotas,
        QuestionStore questions,
        IncidentRoomStore rooms) {}

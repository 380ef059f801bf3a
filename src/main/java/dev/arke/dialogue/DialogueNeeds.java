package dev.arke.dialogue;

import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.FeedUseCases;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.delivery.PreviewPage;
import dev.arke.engine.delivery.ReadIncident;
import dev.arke.engine.delivery.SendTestPage;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.incident.FindIncidents;
import dev.arke.engine.incident.IncidentUseCases;
import dev.arke.engine.incident.LookAround;
import dev.arke.engine.people.ChangeRules;
import dev.arke.engine.people.ChangeWishes;
import dev.arke.engine.people.KeepContacts;
import dev.arke.engine.people.KeepKeys;
import dev.arke.engine.people.LinkUseCases;
import dev.arke.engine.room.RoomUseCases;
import dev.arke.responder.ContactKind;
import java.time.InstantSource;
import java.util.Set;

/** What the verbs need from the engine. {@code carriers} are the ways of contact that are set up. */
public record DialogueNeeds(
        LookAround lookAround,
        IncidentUseCases incidents,
        FindIncidents findIncidents,
        FindConcerns findConcerns,
        ReadIncident readIncident,
        CalendarUseCases calendar,
        FeedUseCases feeds,
        HandOverFiles files,
        KeepKeys keys,
        SendTestPage sendTestPage,
        PreviewPage previewPage,
        ChangeRules changeRules,
        ChangeWishes changeWishes,
        KeepContacts keepContacts,
        RoomUseCases rooms,
        LinkUseCases links,
        AnswerInPlace inPlace,
        Set<ContactKind> carriers,
        InstantSource clock) {}

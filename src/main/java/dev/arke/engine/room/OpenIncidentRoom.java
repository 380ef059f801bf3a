package dev.arke.engine.room;

import dev.arke.chat.IncidentRoom;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.RoomName;
import dev.arke.chat.Rooms;
import dev.arke.database.Durability;
import dev.arke.engine.people.Standings;
import dev.arke.incident.Incident;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the room of an incident, or answers with the one there is; and archives it. */
public final class OpenIncidentRoom {
    private final RoomUseCases.Needs needs;
    private final WorkOnIncidentRooms work;
    private final ChatRooms chats;

    OpenIncidentRoom(RoomUseCases.Needs needs, WorkOnIncidentRooms work, ChatRooms chats) {
        this.needs = needs;
        this.work = work;
        this.chats = chats;
    }

    /** Makes it at once where the chat can; what remains to be done for it goes on by itself. */
    public OpenOutcome open(By by, long number, Rooms.Spot spot) {
        var wanted = needs.transactions().write(Durability.SYNCED, () -> want(by, number, spot));
        if (wanted.refusal().isPresent()) return wanted.refusal().get();
        var incident = wanted.incident().orElseThrow();
        work.work(incident.id());
        var room = needs.transactions()
                .read(() -> needs.incidents().rooms().find(incident.id()))
                .orElseThrow();
        return switch (room.state()) {
            case OPEN -> new OpenOutcome.Open(room, wanted.fresh());
            case OPENING -> new OpenOutcome.Opening(room);
            case FAILED -> new OpenOutcome.NotMade(room.problem().orElse("The chat did not say why."));
            case CLOSED -> new OpenOutcome.NotMade("It was closed again in the same moment.");
        };
    }

    /** Ends the room of an incident; another can be opened later. */
    public OpenOutcome archive(By by, long number) {
        var found = needs.transactions().write(Durability.SYNCED, () -> {
            var permitted = permit(by, number);
            return permitted.refusal().isPresent()
                    ? new Found(permitted.refusal(), Optional.empty())
                    : new Found(
                            Optional.empty(),
                            needs.incidents()
                                    .rooms()
                                    .find(permitted.incident().orElseThrow().id()));
        });
        if (found.refusal().isPresent()) return found.refusal().get();
        var channel = found.room().filter(IncidentRoom::isOpen).flatMap(IncidentRoom::channel);
        if (channel.isEmpty()) return new OpenOutcome.NoRoom();
        return switch (chats.of(channel.get().platform()).archive(channel.get())) {
            case RoomAnswer.Done<RoomAnswer.Nothing> ignored ->
                closed(found.room().orElseThrow());
            case RoomAnswer.Gone<RoomAnswer.Nothing> ignored ->
                closed(found.room().orElseThrow());
            case RoomAnswer.Again<RoomAnswer.Nothing> again -> new OpenOutcome.NotMade(again.problem());
            case RoomAnswer.NotAllowed<RoomAnswer.Nothing> not -> new OpenOutcome.NotMade(not.sentence());
        };
    }

    private record Found(Optional<OpenOutcome> refusal, Optional<IncidentRoom> room) {}

    /** The incident's cards lead there no longer. */
    private OpenOutcome closed(IncidentRoom room) {
        needs.transactions().write(Durability.SYNCED, () -> {
            needs.incidents().rooms().close(room.channel().orElseThrow());
            needs.deliveries().touch(List.of(room.incidentId()), needs.clock().instant());
            needs.transactions().afterCommit(needs.wakeSender());
        });
        return new OpenOutcome.Archived(room.name());
    }

    private record Permitted(Optional<OpenOutcome> refusal, Optional<Incident> incident, boolean fresh) {}

    /** Two who ask at the same time wait for each other at the incident, so that there is one room. */
    private Permitted want(By by, long number, Rooms.Spot spot) {
        var permitted = permit(by, number);
        if (permitted.refusal().isPresent()) return permitted;
        var incident = permitted.incident().orElseThrow();
        var known = needs.incidents().rooms().find(incident.id());
        boolean there = known.filter(room -> room.isOpen() || room.state() == IncidentRoom.State.OPENING)
                .isPresent();
        if (!there) {
            var name = RoomName.of(number, incident.facts().summary());
            needs.incidents()
                    .rooms()
                    .want(
                            IncidentRoom.wanted(incident.id(), spot, by.actor().word(), name),
                            needs.clock().instant());
        }
        return new Permitted(Optional.empty(), Optional.of(incident), !there);
    }

    private Permitted permit(By by, long number) {
        var incident = needs.incidents().incidents().lockByNumbers(List.of(number)).stream()
                .findFirst();
        if (incident.isEmpty()) return refused(OpenOutcome.Unknown::new);
        var known = needs.directory().current();
        var team = known.service(incident.get().facts().serviceId()).teamId();
        var sentence = Standings.refusal(by.actor(), Optional.of(team), Act.RESPOND, known);
        needs.audit()
                .append(List.of(AuditStore.AuditEntry.of(
                        needs.ids().next(), needs.clock().instant(), by, "room", "#" + number, sentence.isEmpty())));
        return sentence.map(words -> refused(() -> new OpenOutcome.Refused(words)))
                .orElseGet(() -> new Permitted(Optional.empty(), incident, false));
    }

    private static Permitted refused(Supplier<OpenOutcome> why) {
        return new Permitted(Optional.of(why.get()), Optional.empty(), false);
    }
}

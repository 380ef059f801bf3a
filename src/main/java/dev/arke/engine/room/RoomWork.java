package dev.arke.engine.room;

import dev.arke.chat.IncidentRoom;
import dev.arke.chat.Rooms;
import dev.arke.delivery.Delivery;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.Owner;
import dev.arke.responder.Responder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A room under a lease, and what of its incident decides what is to be done for it next. Pure. */
record RoomWork(
        IncidentRoom room,
        UUID lease,
        Incident incident,
        List<UUID> added,
        List<Delivery> deliveries,
        Directory directory) {
    /** What is to be done. */
    enum Step {
        CREATE,
        INVITE,
        SET_TOPIC,
        PIN,
        /** The card is not posted yet. */
        AWAIT_CARD,
        NOTHING
    }

    Step next() {
        return switch (room.state()) {
            case OPENING -> Step.CREATE;
            case FAILED, CLOSED -> Step.NOTHING;
            case OPEN -> {
                if (!uninvited().isEmpty()) yield Step.INVITE;
                if (!room.topic()) yield Step.SET_TOPIC;
                if (room.pinned()) yield Step.NOTHING;
                yield cardRef().isPresent() ? Step.PIN : Step.AWAIT_CARD;
            }
        };
    }

    /** Whoever asked for the room, has the incident, was paged or added, and was not asked in yet. */
    Set<UUID> uninvited() {
        var people = new LinkedHashSet<UUID>();
        person(room.openedBy()).ifPresent(people::add);
        owner().flatMap(owner -> person(owner.word())).ifPresent(people::add);
        people.addAll(added);
        deliveries.stream()
                .filter(row -> row.kind() == Delivery.Kind.PAGE && row.state() != Delivery.State.CANCELLED)
                .forEach(row -> row.to().responderId().ifPresent(people::add));
        people.removeAll(room.invited());
        return people;
    }

    private Optional<Owner> owner() {
        return switch (incident) {
            case Incident.Acknowledged held -> Optional.of(held.owner());
            case Incident.Snoozed snoozed -> Optional.of(snoozed.owner());
            case Incident.Triggered ignored -> Optional.empty();
            case Incident.Resolved ignored -> Optional.empty();
        };
    }

    private Optional<UUID> person(String actor) {
        return new Owner(actor).person().flatMap(directory::responderNamed).map(Responder::id);
    }

    /** Those who can be invited at all. */
    List<Rooms.Person> invitable() {
        return uninvited().stream()
                .map(id -> new Rooms.Person(
                        id,
                        directory.responder(id).name(),
                        directory.accounts(id, room.spot().platform())))
                .filter(person -> !person.accounts().isEmpty())
                .toList();
    }

    /** The incident's card in the room, once it is posted. */
    Optional<String> cardRef() {
        return card().flatMap(card -> card.progress().shown().messageRef());
    }

    /** Whether there is no use in waiting for the card. */
    boolean isCardLost() {
        return card().map(card -> card.state() == Delivery.State.FAILED).orElse(true);
    }

    private Optional<Delivery> card() {
        return deliveries.stream()
                .filter(row -> row.kind() == Delivery.Kind.CARD)
                .filter(row -> row.to().channel().equals(room.channel()))
                .findFirst();
    }

    String topic() {
        return "#" + incident.number() + " "
                + directory.service(incident.facts().serviceId()).name() + ": "
                + incident.facts().summary();
    }
}

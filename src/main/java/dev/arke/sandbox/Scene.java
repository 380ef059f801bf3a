package dev.arke.sandbox;

import dev.arke.chat.ChannelLink;
import dev.arke.engine.people.Directory;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who and what is in the built-in chat: the people one can be, and the channels of the teams and of the admins. */
record Scene(List<Person> people, List<String> channels) {
    Scene {
        people = List.copyOf(people);
        channels = List.copyOf(channels);
    }

    /** Somebody with an address in this chat. */
    record Person(UUID responderId, String address, String name, String fullName, ZoneId zone) {}

    /** {@code made}: the channels that Arke made here. */
    static Scene of(Directory directory, List<String> made) {
        var channels = Stream.concat(
                        directory.teams().stream().flatMap(team -> team.channels().stream()),
                        Stream.concat(
                                directory.channels().links().stream().map(ChannelLink::channel),
                                directory.adminChannels().stream()))
                .filter(channel -> channel.platform() == ContactKind.SANDBOX)
                .map(ChannelAddress::address);
        return new Scene(
                directory.responders().stream().flatMap(Scene::person).toList(),
                Stream.concat(channels, made.stream()).distinct().toList());
    }

    private static Stream<Person> person(Responder responder) {
        return responder.methods().stream()
                .filter(method -> method.kind() == ContactKind.SANDBOX)
                .map(ContactMethod::address)
                .limit(1)
                .map(address ->
                        new Person(responder.id(), address, responder.name(), responder.fullName(), responder.zone()));
    }

    Optional<Person> person(String address) {
        return people.stream()
                .filter(person -> person.address().equals(address))
                .findFirst();
    }

    boolean has(Room room) {
        return room.isDirect() ? person(room.address()).isPresent() : channels.contains(room.address());
    }

    /** The avatar of whoever has this address, coloured by their place among the people. */
    Html avatar(String address) {
        var person = person(address);
        int place = person.map(people::indexOf).orElseGet(address::hashCode);
        return Avatar.of(place, person.map(Person::fullName).orElse(address));
    }
}

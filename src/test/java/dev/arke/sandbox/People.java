package dev.arke.sandbox;

import dev.arke.engine.people.Directory;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Alice, Bob and Chen of payments, in the sandbox; and Dana, who has no address there. */
final class People {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final UUID ALICE = new UUID(0, 1);
    static final UUID BOB = new UUID(0, 2);
    static final UUID CHEN = new UUID(0, 3);

    private People() {}

    static Directory directory() {
        var people = List.of(
                responder(ALICE, "alice", "Alice Martin", Optional.of("alice")),
                responder(BOB, "bob", "Bob Okafor", Optional.of("bob")),
                responder(CHEN, "chen", "Chen Wei", Optional.of("chen")),
                responder(new UUID(0, 4), "dana", "Dana Ionescu", Optional.empty()));
        var teams = List.of(
                team("payments", channel(ContactKind.SANDBOX, "payments"), channel(ContactKind.SLACK, "C0PAY")),
                team("platform", channel(ContactKind.SANDBOX, "platform")));
        return new Directory(new Directory.Content(
                people,
                Map.of(),
                List.of(),
                teams,
                List.of(channel(ContactKind.SANDBOX, "admins")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of()));
    }

    static Scene scene() {
        return Scene.of(directory(), List.of());
    }

    static Scene.Person alice() {
        return scene().person("alice").orElseThrow();
    }

    private static ChannelAddress channel(ContactKind platform, String address) {
        return new ChannelAddress(platform, address);
    }

    private static Responder responder(UUID id, String name, String fullName, Optional<String> sandbox) {
        var methods = sandbox.stream()
                .map(address ->
                        new ContactMethod(UUID.randomUUID(), id, ContactKind.SANDBOX, address, 0, Optional.empty()))
                .toList();
        return new Responder(id, name, fullName, PARIS, Optional.empty(), false, true, true, methods);
    }

    private static Team team(String name, ChannelAddress... channels) {
        return new Team(
                UUID.randomUUID(),
                name,
                PARIS,
                List.of(channels),
                Set.of(ALICE, BOB, CHEN),
                Set.of(),
                List.of(),
                true,
                true);
    }
}

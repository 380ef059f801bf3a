package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.boot.TeamFiles;
import dev.arke.database.Database;
import dev.arke.delivery.Message;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small team: alice is paged first, bob two minutes later; its channel is #payments of the sandbox. */
final class Checkout {
    static final String CHANNEL = "payments";
    static final String MONITOR = "monitor";

    private static final String STEPS = """
        policies:
          - name: standard
            team: payments
            rounds: 0
            steps:
              - {page: [alice], wait: 10m}
              - {page: [bob], wait: 10m}
            last_resort: [bob]
        services:
          - {name: checkout, team: payments, policy: standard}
        integrations:
          - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
        """;

    private static final String TEAM = pagedBy("""
        admin_channel: {sandbox: ops}
        responders:
          - {name: alice, sandbox: alice, phone: "+33600000001", email: alice@example.com}
          - {name: bob, sandbox: bob, phone: "+33600000002"}
        teams:
          - {name: payments, time_zone: UTC, channels: {sandbox: payments}, members: [alice, bob], admins: [bob]}
        """);

    private Checkout() {}

    /** These people and this team, who have this checkout. */
    static String pagedBy(String people) {
        return people + STEPS;
    }

    static void in(World world) {
        world.team(TEAM);
    }

    /** Alice is paged for each, and the channel shows both. */
    static void opensTwo(World world) {
        world.alert(MONITOR, alert("disk full"));
        world.alert(MONITOR, alert("disk slow"));
        world.pages();
        assertThat(world.take(Message.Purpose.CARD)).hasSize(2);
    }

    static void in(Database database, InstantSource clock, Set<ContactKind> carriers) {
        var gate = TeamFiles.gate(database, clock, new Surroundings(Map.of(), Set.of("generic"), false), carriers);
        assertThat(gate.apply(TEAM, new By(new Actor.ApiKey("test", true), "test")))
                .isInstanceOf(TeamFileGate.Answer.Fine.class);
    }

    static Alert alert(String what) {
        return Alert.firing(what, what).priority(Optional.of(Priority.URGENT)).toAlert();
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.alert.Priority;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import java.util.Map;
import java.util.Optional;

/**
 * A team of four with two services: shop pages alice, ten minutes later bob, at last chen; web pages chen, then dana.
 * The integration {@code monitor} routes, {@code groups} has one incident for each group.
 */
final class Shop {
    static final String TEAM = """
        admins: [dana]
        responders:
          - {name: alice, sandbox: alice, phone: "+33600000001", email: alice@example.com}
          - {name: bob, sandbox: bob, phone: "+33600000002"}
          - {name: chen, sandbox: chen}
          - {name: dana, sandbox: dana}
        teams:
          - {name: shop, time_zone: UTC, channels: {sandbox: shop}, members: [alice, bob, chen, dana], admins: [dana]}
        policies:
          - name: standard
            team: shop
            rounds: 0
            steps:
              - {page: [alice], wait: 10m}
              - {page: [bob], wait: 10m}
            last_resort: [chen]
          - name: web
            team: shop
            rounds: 0
            steps:
              - {page: [chen], wait: 10m}
            last_resort: [dana]
        services:
          - {name: shop, team: shop, policy: standard, ack_timeout: 30m}
          - {name: web, team: shop, policy: web}
        integrations:
          - name: monitor
            service: shop
            format: generic
            key: a-key-of-some-length
            routes:
              - {match: ["env = staging"], drop: true}
              - {match: ["team = web"], service: web, priority: high}
              - {match: ["cluster =~ .+"], dedup_key: "cluster {{labels.cluster}}"}
          - {name: groups, service: shop, format: alertmanager, group: true, key: another-key-of-some-length}
        """;

    private Shop() {}

    static void in(World world) {
        world.team(TEAM);
    }

    static AlertDraft firing(String what) {
        return Alert.firing(what, what).priority(Optional.of(Priority.URGENT));
    }

    static AlertDraft over(String what) {
        return Alert.resolved(what, what).priority(Optional.of(Priority.URGENT));
    }

    /** Opens an incident of the web, which has no ack timeout, and has it taken. */
    static void webIncidentOf(World world, String owner, String what, long number) {
        world.alert("monitor", firing(what).labels(Map.of("team", "web")).toAlert());
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.pages()).containsExactly("chen");
        world.act(owner, number, new IncidentAct.Acknowledge());
    }

    /** Opens an incident of the shop, and takes the card in the channel and the page to alice. */
    static long incident(World world, String what) {
        var number = world.alert("monitor", firing(what).toAlert())
                .lines()
                .getFirst()
                .incident()
                .orElseThrow();
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.pages()).containsExactly("alice");
        return number;
    }
}

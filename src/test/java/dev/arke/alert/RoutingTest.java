package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Routing.Decision.Dropped;
import dev.arke.alert.Routing.Decision.Routed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    private static final Route DROP_STAGING = new Route(List.of(matcher("env = staging")), new Route.Action.Drop());
    private static final Route WEB =
            route(Optional.of("web"), Optional.of(Priority.LOW), "team = web", "alertname =~ Disk.*");
    private static final Route ANY_WEB = route(Optional.of("front"), Optional.empty(), "team = web");
    private static final Routing ROUTING =
            new Routing(List.of(DROP_STAGING, WEB, ANY_WEB), "checkout", Severities.USUAL);

    @Test
    void theFirstRouteThatTakesAnAlertDecides() {
        assertThat(ROUTING.decide(alert("team", "web", "alertname", "DiskFull", "severity", "critical")))
                .isEqualTo(new Routed("web", Priority.LOW, "key"));
        assertThat(ROUTING.decide(alert("team", "web", "severity", "critical")))
                .isEqualTo(new Routed("front", Priority.URGENT, "key"));
        assertThat(ROUTING.decide(alert("team", "web", "env", "staging"))).isEqualTo(new Dropped(DROP_STAGING));
    }

    @Test
    void whatNoRouteTakesGoesToTheIntegrationsService() {
        assertThat(ROUTING.decide(alert("team", "db"))).isEqualTo(new Routed("checkout", Priority.HIGH, "key"));
    }

    @Test
    void aRouteWithoutMatchersTakesEverything() {
        var all = new Routing(
                List.of(route(Optional.empty(), Optional.of(Priority.MEDIUM))), "checkout", Severities.USUAL);

        assertThat(all.decide(alert())).isEqualTo(new Routed("checkout", Priority.MEDIUM, "key"));
        assertThat(all.routes().getFirst().condition()).isEqualTo("all alerts");
        assertThat(WEB.condition()).isEqualTo("team = web, alertname =~ Disk.*");
    }

    @Test
    void aRouteMayMakeTheKey() {
        var template = new KeyTemplate(List.of(new KeyTemplate.Part.Label("cluster")));
        var route =
                new Route(List.of(), new Route.Action.Send(Optional.empty(), Optional.empty(), Optional.of(template)));
        var routing = new Routing(List.of(route), "checkout", Severities.USUAL);

        assertThat(routing.decide(alert("cluster", "eu-1"))).isEqualTo(new Routed("checkout", Priority.HIGH, "eu-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "critical, URGENT",
        "page, URGENT",
        "emergency, URGENT",
        "fatal, URGENT",
        "CRITICAL, URGENT",
        "' Critical ', URGENT",
        "urgent, URGENT",
        "P1, URGENT",
        "error, HIGH",
        "high, HIGH",
        "major, HIGH",
        "warning, MEDIUM",
        "warn, MEDIUM",
        "minor, MEDIUM",
        "MINOR, MEDIUM",
        "info, LOW",
        "INFO, LOW",
        "low, LOW",
        "notice, LOW",
        "none, LOW",
        "p4, LOW",
        "'', HIGH",
        "sev-x, HIGH",
        "1, HIGH",
    })
    void severitiesMeanPrioritiesAndAnUnknownOneIsHigh(String severity, Priority expected) {
        assertThat(Severities.USUAL.priorityOf(alert("severity", severity))).isEqualTo(expected);
    }

    @Test
    void ownWordsWinAndTheUsualOnesStay() {
        var own = Severities.USUAL.with(
                Map.of("Critical", Priority.HIGH, "sev-x", Priority.LOW, "high", Priority.URGENT));

        assertThat(Stream.of("critical", "sev-x", "high", "warning").map(own::find))
                .containsExactly(
                        Optional.of(Priority.HIGH),
                        Optional.of(Priority.LOW),
                        Optional.of(Priority.URGENT),
                        Optional.of(Priority.MEDIUM));
    }

    @Test
    void whatThePayloadSaysWinsOverItsSeverity() {
        var alert = Alert.firing("k", "s")
                .labels(Map.of("severity", "critical"))
                .priority(Optional.of(Priority.LOW))
                .toAlert();

        assertThat(Severities.USUAL.priorityOf(alert)).isEqualTo(Priority.LOW);
    }

    private static Route route(Optional<String> service, Optional<Priority> priority, String... matchers) {
        return new Route(
                Stream.of(matchers).map(RoutingTest::matcher).toList(),
                new Route.Action.Send(service, priority, Optional.empty()));
    }

    private static Matcher matcher(String text) {
        return switch (Matcher.parse(text)) {
            case Parse.Good<Matcher>(var matcher) -> matcher;
            case Parse.Bad<Matcher>(var problem) -> throw new AssertionError(problem);
        };
    }

    private static Alert alert(String... labels) {
        var draft = Alert.firing("key", "Something is wrong");
        for (int at = 0; at < labels.length; at += 2) draft.labels(Map.of(labels[at], labels[at + 1]));
        return draft.toAlert();
    }
}

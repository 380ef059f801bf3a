package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertTest {
    @Test
    void everythingIsBounded() {
        var draft = Alert.firing("k".repeat(1000), "s".repeat(5000))
                .details("d".repeat(18_152))
                .groupKey("g".repeat(1000));
        for (int at = 0; at < 40; at++) draft.link("l".repeat(200), "https://a/" + at);

        var alert = draft.toAlert();

        assertThat(alert.dedupKey()).hasSize(255);
        assertThat(alert.summary()).hasSizeLessThanOrEqualTo(500).endsWith("… (cut, 5 kB more)");
        assertThat(alert.details()).hasSizeLessThanOrEqualTo(8192).endsWith("… (cut, 10 kB more)");
        assertThat(alert.links())
                .hasSize(16)
                .allSatisfy(link -> assertThat(link.label()).hasSizeLessThanOrEqualTo(80));
        assertThat(alert.groupKey().orElseThrow()).hasSize(255);
    }

    @Test
    void sixtyFourLabelsStayAndThoseThatDecideAreAmongThem() {
        var many = new TreeMap<>(Map.of("severity", "critical", "team", "web", "alertname", "Disk"));
        for (int at = 0; at < 97; at++) many.put("a%02d".formatted(at), "v");

        var alert = Alert.firing("k", "s").labels(many).toAlert();

        assertThat(alert.labels())
                .hasSize(64)
                .containsEntry("severity", "critical")
                .containsEntry("team", "web");
        assertThat(alert.labelsLeftOut()).isEqualTo(36);
    }

    @Test
    void labelsAreCleanAndEmptyOnesAreNone() {
        var labels = Map.of("a\u0000b", "x\u0007", "c", "", " ", "x", "long", "y".repeat(5000));

        var alert = Alert.firing("k", "s").labels(labels).toAlert();

        assertThat(alert.labels()).containsOnlyKeys("ab", "long").containsEntry("ab", "x");
        assertThat(alert.label("long")).hasSizeLessThanOrEqualTo(1024).endsWith("more)");
        assertThat(alert.label("c")).isEmpty();
    }

    @Test
    void withoutKeySummaryAndLabelsAreTheKey() {
        var alert = Alert.firing("\u0000 ", "Disk\nfull")
                .labels(Map.of("host", "db-1"))
                .toAlert();

        assertThat(alert.dedupKey()).isEqualTo("Disk full {host=db-1}");
    }

    @Test
    void anAlertAlwaysHasWords() {
        assertThat(Alert.firing("", "\u0000").toAlert().summary())
                .isEqualTo("An alert that does not say what is wrong");
    }

    @Test
    void normalisingTwiceChangesNothing() {
        var once = Alert.resolved("k".repeat(300), "\ud83d" + "s".repeat(600))
                .details("d".repeat(9000))
                .labels(Map.of("l", "v".repeat(2000)))
                .source("https://prometheus.example.com")
                .toAlert();

        var twice = new Alert(
                once.dedupKey(),
                once.status(),
                once.summary(),
                once.details(),
                once.priority(),
                once.labels(),
                once.labelsLeftOut(),
                once.links(),
                once.startsAt(),
                once.groupKey(),
                once.source());

        assertThat(twice).isEqualTo(once);
    }
}

package dev.arke.http;

import static dev.arke.http.Bodies.alerts;
import static dev.arke.http.Bodies.json;
import static dev.arke.http.Bodies.parsed;
import static dev.arke.http.Bodies.problem;
import static dev.arke.http.Bodies.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.alert.Alert;
import dev.arke.alert.Link;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With bodies that a real Alertmanager sent, see the README beside them. */
class AlertmanagerFormatTest {
    private final InboundFormat format = new AlertmanagerFormat();

    @Test
    void oneAlertIsReadWhole() {
        var alert = alerts(format, resource("/alertmanager/firing-one.json")).getFirst();

        assertThat(alert.dedupKey()).isEqualTo("947bee460e8fa019");
        assertThat(alert.groupKey()).contains("{}:{alertname=\"CheckoutDown\", cluster=\"eu-1\"}");
        assertThat(alert.isFiring()).isTrue();
        assertThat(alert.summary()).isEqualTo("Checkout is down");
        assertThat(alert.details()).isEqualTo("No checkout has succeeded for 5 minutes.\nCustomers see an error page.");
        assertThat(alert.labels())
                .hasToString("{alertname=CheckoutDown, cluster=eu-1, service=checkout, severity=page}");
        assertThat(alert.startsAt()).contains(Instant.parse("2026-02-03T04:05:06.789Z"));
        assertThat(alert.source()).contains(URI.create("http://alertmanager.example.com:9093"));
        assertThat(alert.priority()).isEmpty();
    }

    @Test
    void aGroupGivesOneAlertForEachFingerprint() {
        var alerts = alerts(format, resource("/alertmanager/firing-group.json"));

        assertThat(alerts)
                .extracting(alert -> alert.label("instance"), Alert::summary, Alert::isFiring)
                .containsExactly(
                        tuple("db-1:9100", "Disk of db-1:9100 is 97% full", true),
                        tuple("db-2:9100", "Disk of db-2:9100 is 97% full", true),
                        tuple("db-3:9100", "Disk of db-3:9100 is 97% full", true));
        assertThat(alerts).extracting(Alert::dedupKey).doesNotHaveDuplicates();
        assertThat(alerts)
                .extracting(Alert::groupKey)
                .containsOnly(alerts.getFirst().groupKey());
        assertThat(alerts.getFirst().links())
                .extracting(Link::label)
                .containsExactly("Runbook", "Dashboard", "Graph", "Alertmanager");
    }

    @Test
    void partlyResolvedGroupsResolveTheAlertsThatAreOver() {
        var firing = alerts(format, resource("/alertmanager/firing-group.json"));
        var partly = alerts(format, resource("/alertmanager/resolved-partly.json"));
        var rest = alerts(format, resource("/alertmanager/resolved.json"));

        assertThat(partly)
                .extracting(alert -> alert.label("instance"), Alert::isFiring)
                .containsExactly(tuple("db-1:9100", true), tuple("db-2:9100", false), tuple("db-3:9100", true));
        assertThat(rest)
                .extracting(alert -> alert.label("instance"), Alert::isFiring)
                .containsExactly(tuple("db-1:9100", false), tuple("db-3:9100", false));
        assertThat(partly)
                .extracting(Alert::dedupKey)
                .isEqualTo(firing.stream().map(Alert::dedupKey).toList());
        assertThat(rest.getLast().groupKey()).isEqualTo(firing.getLast().groupKey());
    }

    @Test
    void whatAlertmanagerLeftOutIsCounted() {
        var parsed = parsed(format, resource("/alertmanager/truncated.json"));

        assertThat(parsed.alerts())
                .extracting(Alert::summary)
                .containsExactly("QueueFull (queue=q0)", "QueueFull (queue=q1)");
        assertThat(parsed.truncated()).isEqualTo(3);
    }

    @Test
    void hostileTextIsKeptAsTextWithinItsBounds() {
        var alert = alerts(format, resource("/alertmanager/hostile.json")).getFirst();

        assertThat(alert.summary()).isEqualTo("القرص ممتلئ 🔥 <!channel> <@U1> *bold*");
        assertThat(alert.details())
                .hasSizeLessThanOrEqualTo(Alert.DETAILS_LIMIT)
                .endsWith("… (cut, 2 kB more)");
        assertThat(alert.labels()).hasSize(61).containsEntry("alertname", "تنبيه 🔥 <!channel>");
        assertThat(alert.labelsLeftOut()).isZero();
    }

    @Test
    void withoutSummaryTheDescriptionOrTheLabelsSpeak() {
        assertThat(summaryOf("\"annotations\": {\"description\": \"It is\\nbad\"}, \"labels\": {\"alertname\": \"A\"}"))
                .isEqualTo("It is");
        assertThat(summaryOf("\"labels\": {\"alertname\": \"A\", \"severity\": \"page\"}"))
                .isEqualTo("A");
        assertThat(summaryOf("\"labels\": {\"a\": \"1\", \"b\": \"2\", \"c\": \"3\", \"d\": \"4\", \"e\": \"5\","
                        + " \"f\": \"6\"}"))
                .isEqualTo("a=1, b=2, c=3, d=4, e=5");
        assertThat(summaryOf("\"labels\": {}")).isEqualTo("An alert that does not say what is wrong");
    }

    @Test
    void withoutFingerprintTheLabelsAreTheKey() {
        var alert = alerts(format, group("{\"status\": \"firing\", \"labels\": {\"alertname\": \"A\", \"b\": \"c\"}}"));

        assertThat(alert.getFirst().dedupKey()).isEqualTo("A {alertname=A, b=c}");
    }

    @Test
    void anEmptyGroupIsNothing() {
        assertThat(alerts(format, json("{\"alerts\": []}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | body: expected the object that Alertmanager's webhook_configs sends (Prometheus itself must send"
                        + " to Alertmanager, not here), got an array",
                "{} | alerts: expected an array such as [{\"status\": \"firing\", \"labels\": {…}}], got nothing",
                "{\"alerts\": {}} | alerts: expected an array such as [{\"status\": \"firing\", \"labels\": {…}}], got"
                        + " an object",
                "{\"alerts\": [7]} | alerts[0]: expected an object such as {\"status\": \"firing\", \"labels\": {…}},"
                        + " got 7",
            })
    void aWrongStructureIsNamedByItsPath(String body, String problem) {
        assertThat(problem(format, json(body))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | alerts[0].status: expected firing or resolved, got nothing; taken as firing",
                "{\"status\": \"pending\"} | alerts[0].status: expected firing or resolved, got \"pending\"; taken as"
                        + " firing",
                "{\"status\": []} | alerts[0].status: expected firing or resolved, got an array; taken as firing",
                "{\"status\": \"firing\", \"labels\": []} | alerts[0].labels: expected an object such as {\"cluster\":"
                        + " \"eu-1\"}, got an array; left out",
                "{\"status\": \"firing\", \"labels\": {\"a\": {}}} | alerts[0].labels.a: expected text in double"
                        + " quotes, got an object; kept as it stands",
                "{\"status\": \"firing\", \"annotations\": \"\"} | alerts[0].annotations: expected an object such as"
                        + " {\"cluster\": \"eu-1\"}, got \"\"; left out",
                "{\"status\": \"firing\", \"annotations\": {\"runbook_url\": \"the wiki\"}} |"
                        + " alerts[0].annotations.runbook_url: expected an address that begins with https:// or"
                        + " http://, got \"the wiki\"; left out",
                "{\"status\": \"firing\", \"startsAt\": \"now\"} | alerts[0].startsAt: expected a time with its zone"
                        + " such as 2026-01-31T03:12:00Z, got \"now\"; left out",
                "{\"status\": \"firing\", \"generatorURL\": {}} | alerts[0].generatorURL: expected an address that"
                        + " begins with https:// or http://, got an object; left out",
                "{\"status\": \"firing\", \"fingerprint\": {}} | alerts[0].fingerprint: expected text in double"
                        + " quotes, got an object; kept as it stands",
            })
    void whatAnAlertCanDoWithoutCostsNoAlertAndIsSaid(String alert, String warning) {
        var parsed = parsed(format, group(alert));

        assertThat(parsed.warnings()).containsExactly(warning);
        assertThat(parsed.alerts()).singleElement().satisfies(one -> {
            assertThat(one.isFiring()).isTrue();
            assertThat(one.details()).endsWith("Not as Arke expects it:\n" + warning.substring("alerts[0].".length()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"groupKey\": [] | 0 | groupKey: expected text in double quotes, got an array; kept as it stands",
                "\"externalURL\": [] | 0 | externalURL: expected an address that begins with https:// or http://, got"
                        + " an array; left out",
                "\"truncatedAlerts\": -1 | 1 | truncatedAlerts: expected a whole number from 0, got -1; taken as 1",
                "\"truncatedAlerts\": \"3\" | 1 | truncatedAlerts: expected a whole number from 0, got \"3\"; taken as"
                        + " 1",
                "\"truncatedAlerts\": 99999999999 | 1 | truncatedAlerts: expected a whole number from 0, got"
                        + " 99999999999; taken as 1",
            })
    void whatIsOddAboutTheGroupIsSaid(String field, int truncated, String warning) {
        var parsed = parsed(
                format, json("{\"alerts\": [{\"status\": \"firing\"}, {\"status\": \"firing\"}], " + field + "}"));

        assertThat(parsed.alerts()).hasSize(2);
        assertThat(parsed.truncated()).isEqualTo(truncated);
        assertThat(parsed.warnings()).containsExactly(warning);
    }

    @Test
    void labelsOfNumbersAreTextAndThoseOfNullAreNone() {
        var parsed = parsed(
                format, group("{\"status\": \"firing\", \"labels\": {\"shard\": 7, \"eu\": true, \"none\": null}}"));

        assertThat(parsed.alerts().getFirst().labels()).hasToString("{eu=true, shard=7}");
        assertThat(parsed.warnings()).isEmpty();
    }

    private String summaryOf(String fields) {
        return alerts(format, group("{\"status\": \"firing\", " + fields + "}"))
                .getFirst()
                .summary();
    }

    private static byte[] group(String alert) {
        return json("{\"version\": \"4\", \"alerts\": [" + alert + "]}");
    }
}

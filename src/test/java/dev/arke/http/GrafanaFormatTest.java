package dev.arke.http;

import static dev.arke.http.Bodies.alerts;
import static dev.arke.http.Bodies.json;
import static dev.arke.http.Bodies.parsed;
import static dev.arke.http.Bodies.problem;
import static dev.arke.http.Bodies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Link;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrafanaFormatTest {
    private final InboundFormat format = new GrafanaFormat();

    @Test
    void unifiedAlertsAreReadWithValuesAndLinks() {
        var parsed = parsed(format, resource("/grafana/unified.json"));
        var alert = parsed.alerts().getFirst();

        assertThat(parsed.truncated()).isEqualTo(4);
        assertThat(alert.dedupKey()).isEqualTo("c6eadffa33fcdf37");
        assertThat(alert.groupKey()).contains("{}/{team=\"web\"}:{alertname=\"Memory is short\"}");
        assertThat(alert.summary()).isEqualTo("The shop's cache is short of memory");
        assertThat(alert.details())
                .isEqualTo("The cache holds 97 % of its memory.\nB = 44.23943737541908, C = 1\nowner: dana");
        assertThat(alert.startsAt()).contains(Instant.parse("2026-02-03T02:05:06.157076Z"));
        assertThat(alert.links())
                .extracting(Link::label)
                .containsExactly("Runbook", "Panel", "Dashboard", "Rule", "Silence", "Image", "Grafana");
        assertThat(alert.source()).contains(URI.create("https://grafana.example.com/"));
    }

    @Test
    void anAlertWithoutAnnotationsAndUsableLinksIsRead() {
        var alert = alerts(format, resource("/grafana/unified.json")).getLast();

        assertThat(alert.isFiring()).isFalse();
        assertThat(alert.summary()).isEqualTo("DatasourceNoData (rulename=Disk of db-1)");
        assertThat(alert.details()).isEmpty();
        assertThat(alert.links()).extracting(Link::label).containsExactly("Grafana");
    }

    @Test
    void valueStringSpeaksWhenThereAreNoValues() {
        var body = "{\"alerts\": [{\"status\": \"firing\", \"valueString\": \"[ value=7 ]\"}]}";

        assertThat(alerts(format, json(body)).getFirst().details()).isEqualTo("[ value=7 ]");
    }

    @Test
    void rulesOfOldGrafanaAreRead() {
        var alert = alerts(format, resource("/grafana/rule.json")).getFirst();

        assertThat(alert.dedupKey()).isEqualTo("rule 21 of organisation 1");
        assertThat(alert.isFiring()).isTrue();
        assertThat(alert.summary()).isEqualTo("Disk of the databases");
        assertThat(alert.details())
                .isEqualTo("Clear old backups first.\ndb-1 disk = 97.4 {instance=db-1}\ndb-2 disk = none");
        assertThat(alert.labels()).hasToString("{alertname=Disk of the databases, severity=critical}");
        assertThat(alert.links()).extracting(Link::label).containsExactly("Rule", "Image");
    }

    @ParameterizedTest
    @CsvSource({
        "alerting, true, Disk of the databases",
        "ALERTING, true, Disk of the databases",
        "no_data, true, No data: Disk of the databases",
        "ok, false, Disk of the databases",
        "paused, false, Disk of the databases",
    })
    void statesOfOldRulesFireOrResolveUnderOneKey(String state, boolean firing, String summary) {
        var alert = alerts(format, rule(state)).getFirst();

        assertThat(alert.isFiring()).isEqualTo(firing);
        assertThat(alert.summary()).isEqualTo(summary);
        assertThat(alert.dedupKey()).isEqualTo("rule 21 of organisation 1");
    }

    @Test
    void aPendingRuleIsNothingYetAndAnUnknownStateFires() {
        assertThat(alerts(format, rule("pending"))).isEmpty();
        assertThat(alerts(format, rule("odd")).getFirst().isFiring()).isTrue();
        assertThat(parsed(format, rule("odd")).warnings())
                .containsExactly("state: expected one of alerting, no_data, ok, paused, pending, got \"odd\"; taken as"
                        + " alerting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | body: expected an object such as the one that Grafana's webhook contact point sends, got an"
                        + " array",
                "{} | alerts: expected an array such as [{\"status\": \"firing\", \"labels\": {…}}], got nothing",
            })
    void aWrongStructureIsNamedByItsPath(String body, String problem) {
        assertThat(problem(format, json(body))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"alerts\": [{\"status\": \"firing\", \"values\": 7}]} | alerts[0].values: expected an object such"
                        + " as {\"cluster\": \"eu-1\"}, got 7; left out",
                "{\"alerts\": [{\"status\": \"firing\", \"panelURL\": []}]} | alerts[0].panelURL: expected an address"
                        + " that begins with https:// or http://, got an array; left out",
                "{\"ruleId\": 1} | state: expected one of alerting, no_data, ok, paused, pending, got nothing; taken as"
                        + " alerting",
                "{\"ruleId\": [], \"state\": \"alerting\"} | ruleId: expected text in double quotes, got an array; kept"
                        + " as it stands",
                "{\"ruleId\": 1, \"state\": \"alerting\", \"tags\": \"x\"} | tags: expected an object such as"
                        + " {\"cluster\": \"eu-1\"}, got \"x\"; left out",
                "{\"ruleId\": 1, \"state\": \"alerting\", \"evalMatches\": {}} | evalMatches: expected an array such as"
                        + " [{\"metric\": …, \"value\": …}], got an object; left out",
                "{\"ruleId\": 1, \"state\": \"alerting\", \"evalMatches\": [1]} | evalMatches[0]: expected an object"
                        + " such as {\"metric\": …, \"value\": …}, got 1; left out",
                "{\"ruleId\": 1, \"state\": \"alerting\", \"ruleUrl\": \"/d/7\"} | ruleUrl: expected an address that"
                        + " begins with https:// or http://, got \"/d/7\"; left out",
            })
    void whatAnAlertCanDoWithoutCostsNoAlertAndIsSaid(String body, String warning) {
        var parsed = parsed(format, json(body));

        assertThat(parsed.warnings()).containsExactly(warning);
        assertThat(parsed.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.isFiring()).isTrue();
            assertThat(alert.details()).contains("Not as Arke expects it:");
        });
    }

    private static byte[] rule(String state) {
        var body = new String(resource("/grafana/rule.json"), StandardCharsets.UTF_8);
        return json(body.replace("\"state\": \"alerting\"", "\"state\": \"" + state + "\""));
    }
}

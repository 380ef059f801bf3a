package dev.arke.http;

import static dev.arke.http.Bodies.alerts;
import static dev.arke.http.Bodies.json;
import static dev.arke.http.Bodies.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.alert.Alert;
import dev.arke.alert.Link;
import dev.arke.alert.Priority;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericFormatTest {
    private final InboundFormat format = new GenericFormat();

    @Test
    void aSummaryIsEnough() {
        var alert = alerts(format, json("{\"summary\": \"Checkout is down\"}")).getFirst();

        assertThat(alert)
                .isEqualTo(Alert.firing("Checkout is down", "Checkout is down").toAlert());
    }

    @Test
    void everyFieldIsRead() {
        var body = """
            {"dedup_key": "checkout", "summary": "Checkout is down", "details": "since 3:12\\nall shops",
             "priority": "P1", "status": "firing", "labels": {"env": "prod", "shard": 7, "eu": true, "none": null},
             "links": [{"label": "Runbook", "url": "https://runbooks.example.com/checkout"}],
             "starts_at": "2026-01-31T03:12:00+01:00", "group_key": "shops", "source": "https://cron.example.com",
             "some_field_of_yours": [1, {"a": 2}]}\
            """;

        var alert = alerts(format, json(body)).getFirst();

        assertThat(alert.dedupKey()).isEqualTo("checkout");
        assertThat(alert.details()).isEqualTo("since 3:12\nall shops");
        assertThat(alert.priority()).contains(Priority.URGENT);
        assertThat(alert.labels()).hasToString("{env=prod, eu=true, shard=7}");
        assertThat(alert.links())
                .containsExactly(new Link("Runbook", URI.create("https://runbooks.example.com/checkout")));
        assertThat(alert.startsAt()).contains(Instant.parse("2026-01-31T02:12:00Z"));
        assertThat(alert.groupKey()).contains("shops");
        assertThat(alert.source()).contains(URI.create("https://cron.example.com"));
    }

    @Test
    void anArrayHoldsSeveralAndAnEmptyOneNone() {
        assertThat(alerts(format, json("[{\"summary\": \"a\"}, {\"summary\": \"b\", \"status\": \"resolved\"}]")))
                .extracting(Alert::summary, Alert::isFiring)
                .containsExactly(tuple("a", true), tuple("b", false));
        assertThat(alerts(format, json(" [] "))).isEmpty();
    }

    @Test
    void aResolveWithoutSummaryNeedsTheKey() {
        var alert = alerts(format, json("{\"dedup_key\": \"checkout\", \"status\": \"Resolved\"}"))
                .getFirst();

        assertThat(alert.isFiring()).isFalse();
        assertThat(alert.dedupKey()).isEqualTo("checkout");
        assertThat(problem(format, json("{\"status\": \"resolved\"}"))).startsWith("summary: expected a line of text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | summary: expected a line of text that says what is wrong, got nothing",
                "{\"summary\": \"\"} | summary: expected a line of text that says what is wrong, got \"\"",
                "{\"summary\": null} | summary: expected a line of text that says what is wrong, got null",
                "{\"summary\": {}} | summary: expected text in double quotes, got an object",
                "{\"summary\": [\"a\"]} | summary: expected text in double quotes, got an array",
                "{\"summary\": \"a\", \"dedup_key\": {}} | dedup_key: expected text in double quotes, got an object",
                "{\"summary\": \"a\", \"details\": []} | details: expected text in double quotes, got an array",
                "{\"summary\": \"a\", \"status\": \"closed\"} | status: expected firing or resolved, got \"closed\"",
                "{\"summary\": \"a\", \"priority\": 7} | priority: expected one of low, medium, high, urgent or"
                        + " P1..P4, got 7",
                "{\"summary\": \"a\", \"priority\": NaN} | priority: expected one of low, medium, high, urgent or"
                        + " P1..P4, got NaN",
                "{\"summary\": \"a\", \"priority\": \"x\"} | priority: expected one of low, medium, high, urgent or"
                        + " P1..P4, got \"x\"",
                "{\"summary\": \"a\", \"labels\": \"a=b\"} | labels: expected an object such as {\"cluster\":"
                        + " \"eu-1\"}, got \"a=b\"",
                "{\"summary\": \"a\", \"labels\": {\"b\": []}} | labels.b: expected text in double quotes, got an"
                        + " array",
                "{\"summary\": \"a\", \"links\": \"x\"} | links: expected an array such as [{\"label\": \"Runbook\","
                        + " \"url\": \"https://…\"}], got \"x\"",
                "{\"summary\": \"a\", \"links\": [7]} | links[0]: expected an object such as {\"label\": \"Runbook\","
                        + " \"url\": \"https://…\"}, got 7",
                "{\"summary\": \"a\", \"links\": [{}]} | links[0].url: expected an address that begins with https://"
                        + " or http://, got nothing",
                "{\"summary\": \"a\", \"links\": [{\"url\": \"javascript:x\"}]} | links[0].url: expected an address"
                        + " that begins with https:// or http://, got \"javascript:x\"",
                "{\"summary\": \"a\", \"starts_at\": \"yesterday\"} | starts_at: expected a time with its zone such as"
                        + " 2026-01-31T03:12:00Z, got \"yesterday\"",
                "{\"summary\": \"a\", \"starts_at\": \"2026-01-31T03:12:00\"} | starts_at: expected a time with its"
                        + " zone such as 2026-01-31T03:12:00Z, got \"2026-01-31T03:12:00\"",
                "{\"summary\": \"a\", \"starts_at\": 1769829120} | starts_at: expected a time with its zone such as"
                        + " 2026-01-31T03:12:00Z, got 1769829120",
                "{\"summary\": \"a\", \"group_key\": {}} | group_key: expected text in double quotes, got an object",
                "{\"summary\": \"a\", \"source\": []} | source: expected text in double quotes, got an array",
                "7 | body: expected an object such as {\"summary\": \"Checkout is down\"}, got 7",
                "null | body: expected an object such as {\"summary\": \"Checkout is down\"}, got null",
                "[[]] | [0]: expected an object such as {\"summary\": \"Checkout is down\"}, got an array",
                "[{\"summary\": \"a\"}, {\"summary\": 1, \"priority\": true}] | [1].priority: expected one of low,"
                        + " medium, high, urgent or P1..P4, got true",
            })
    void aWrongFieldIsNamedWithWhatIsExpected(String body, String problem) {
        assertThat(problem(format, json(body))).isEqualTo(problem);
    }

    @Test
    void otherEncodingsAreRead() {
        assertThat(alerts(format, "\uFEFF{\"summary\": \"قرص\"}".getBytes(StandardCharsets.UTF_16LE))
                        .getFirst()
                        .summary())
                .isEqualTo("قرص");
    }
}

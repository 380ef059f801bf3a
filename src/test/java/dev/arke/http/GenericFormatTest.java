package dev.arke.http;

import static dev.arke.http.Bodies.alerts;
import static dev.arke.http.Bodies.json;
import static dev.arke.http.Bodies.parsed;
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
                "7 | body: expected an object such as {\"summary\": \"Checkout is down\"}, got 7",
                "null | body: expected an object such as {\"summary\": \"Checkout is down\"}, got null",
                "[[]] | [0]: expected an object such as {\"summary\": \"Checkout is down\"}, got an array",
                "[{\"priority\": \"high\"}, 7] | [0].summary: expected a line of text that says what is wrong, got"
                        + " nothing",
            })
    void onlyWhatLeavesNoAlertIsRefused(String body, String problem) {
        assertThat(problem(format, json(body))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"dedup_key\": {} | dedup_key: expected text in double quotes, got an object; kept as it stands",
                "\"details\": [] | details: expected text in double quotes, got an array; kept as it stands",
                "\"status\": \"broken\" | status: expected firing or resolved, got \"broken\"; taken as firing",
                "\"status\": [] | status: expected firing or resolved, got an array; taken as firing",
                "\"priority\": 7 | priority: expected one of low, medium, high, urgent or P1..P4, got 7; left out",
                "\"priority\": NaN | priority: expected one of low, medium, high, urgent or P1..P4, got NaN; left out",
                "\"priority\": \"x\" | priority: expected one of low, medium, high, urgent or P1..P4, got \"x\"; left"
                        + " out",
                "\"labels\": \"a=b\" | labels: expected an object such as {\"cluster\": \"eu-1\"}, got \"a=b\"; left"
                        + " out",
                "\"labels\": {\"b\": []} | labels.b: expected text in double quotes, got an array; kept as it stands",
                "\"links\": \"x\" | links: expected an array such as [{\"label\": \"Runbook\", \"url\":"
                        + " \"https://…\"}], got \"x\"; left out",
                "\"links\": [7] | links[0]: expected an object such as {\"label\": \"Runbook\", \"url\":"
                        + " \"https://…\"}, got 7; left out",
                "\"links\": [{}] | links[0].url: expected an address that begins with https:// or http://, got nothing;"
                        + " left out",
                "\"links\": [{\"url\": \"javascript:x\"}] | links[0].url: expected an address that begins with https://"
                        + " or http://, got \"javascript:x\"; left out",
                "\"links\": [{\"url\": \"https://a\", \"label\": {}}] | links[0].label: expected text in double quotes,"
                        + " got an object; kept as it stands",
                "\"starts_at\": \"yesterday\" | starts_at: expected a time with its zone such as 2026-01-31T03:12:00Z,"
                        + " got \"yesterday\"; left out",
                "\"starts_at\": \"2026-01-31T03:12:00\" | starts_at: expected a time with its zone such as"
                        + " 2026-01-31T03:12:00Z, got \"2026-01-31T03:12:00\"; left out",
                "\"starts_at\": 1769829120 | starts_at: expected a time with its zone such as 2026-01-31T03:12:00Z, got"
                        + " 1769829120; left out",
                "\"group_key\": {} | group_key: expected text in double quotes, got an object; kept as it stands",
                "\"source\": [] | source: expected an address that begins with https:// or http://, got an array; left"
                        + " out",
            })
    void whatAnAlertCanDoWithoutCostsNoAlertAndIsSaid(String field, String warning) {
        var parsed = parsed(format, json("{\"summary\": \"Checkout is down\", " + field + "}"));

        assertThat(parsed.warnings()).containsExactly(warning);
        assertThat(parsed.lost()).isEmpty();
        assertThat(parsed.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.isFiring()).isTrue();
            assertThat(alert.summary()).isEqualTo("Checkout is down");
            assertThat(alert.details()).endsWith("Not as Arke expects it:\n" + warning);
        });
    }

    @Test
    void whatIsOddIsNeverCutOffLongDetailsAndCountedWhenMuch() {
        var links = "{\"url\": \"javascript:x\"},".repeat(29) + "{\"url\": \"https://a\"}";
        var parsed = parsed(
                format,
                json("[{\"summary\": \"a\", \"details\": \"" + "d".repeat(20_000) + "\", \"links\": [" + links
                        + "]}]"));

        assertThat(parsed.warnings()).hasSize(21).endsWith("and 9 more");
        var alert = parsed.alerts().getFirst();
        assertThat(alert.links()).hasSize(1);
        assertThat(alert.details())
                .hasSizeLessThanOrEqualTo(Alert.DETAILS_LIMIT)
                .contains("… (cut, ", "\nlinks[0].url: expected")
                .endsWith("and 24 more");
    }

    @Test
    void withoutSummaryTheDetailsOrTheKeySpeak() {
        assertThat(alerts(format, json("{\"details\": \"disk full\\non db-1\", \"dedup_key\": \"k\"}"))
                        .getFirst()
                        .summary())
                .isEqualTo("disk full");
        assertThat(alerts(format, json("{\"summary\": \" \", \"dedup_key\": \"disk-db-1\"}"))
                        .getFirst()
                        .summary())
                .isEqualTo("disk-db-1");
    }

    @Test
    void ofSeveralTheReadableOnesAreTaken() {
        var parsed = parsed(format, json("[7, {\"summary\": \"a\"}, {\"priority\": \"high\"}]"));

        assertThat(parsed.alerts()).extracting(Alert::summary).containsExactly("a");
        assertThat(parsed.lost())
                .contains("[0]: expected an object such as {\"summary\": \"Checkout is down\"}, got 7");
        assertThat(parsed.warnings()).hasSize(2);
    }

    @Test
    void otherEncodingsAreRead() {
        assertThat(alerts(format, "\uFEFF{\"summary\": \"قرص\"}".getBytes(StandardCharsets.UTF_16LE))
                        .getFirst()
                        .summary())
                .isEqualTo("قرص");
    }
}

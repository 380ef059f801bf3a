package dev.arke.http;

import static dev.arke.http.Bodies.alerts;
import static dev.arke.http.Bodies.json;
import static dev.arke.http.Bodies.parsed;
import static dev.arke.http.Bodies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON, or JSON made to hurt. */
class JsonBodyTest {
    private final InboundFormat format = new GenericFormat();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'' | line 1, column 1: this is not JSON: Unexpected character ('\''): expected text in double quotes,"
                        + " a number, an object or an array. Check quotes, commas and escapes there",
                "{summary: \"a\"} | line 1, column 2: this is not JSON: Unexpected character ('s'): was expecting"
                        + " double-quote to start field name. Check quotes, commas and escapes there",
                "hello | line 1, column 1: this is not JSON: Unrecognized token 'hello': was expecting text in double"
                        + " quotes, a number, an object or an array. Check quotes, commas and escapes there",
                "{\"summary\": \"a\" | line 1, column 16: the JSON ends before everything in it is closed. Send the"
                        + " whole body",
                "{\"summary\": \"a} | line 1, column 16: the JSON ends before everything in it is closed. Send the"
                        + " whole body",
                "{\"summary\": \"a\"} {\"summary\": \"b\"} | line 1, column 18: something follows the JSON. Put"
                        + " several alerts into one array: [{…}, {…}]",
                "<alert/> | body: it is XML or HTML. Send the alerts as JSON",
                "{\"summary\": \"a\", \"labels\": {\"x\": 1e99999999999999}} | body: a number is too large to be one."
                        + " Send it as text, in double quotes",
            })
    void whatIsWrongAndWhereIsSaid(String body, String problem) {
        assertThat(problem(format, json(body))).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\uFEFF"})
    void anEmptyBodySaysSo(String body) {
        assertThat(problem(format, json(body))).isEqualTo("body: it is empty. Send the alerts as JSON");
    }

    @Test
    void aNameThatStandsTwiceCostsNoAlert() {
        var parsed = parsed(format, json("{\"summary\": \"a\", \"labels\": {\"x\": 1, \"x\": 2}}"));

        assertThat(parsed.alerts().getFirst().labels()).hasToString("{x=2}");
        assertThat(parsed.warnings())
                .containsExactly("line 1, column 40: the name 'x' appears twice; the last one was taken");
        assertThat(problem(format, json("{\"x\": 1, \"x\": 1e99999999999999}"))).contains("too large");
    }

    @Test
    void aLogPastedByAScriptIsRead() {
        assertThat(alerts(format, json("{\"summary\": \"a\", \"details\": \"one\n\ttwo\u001b[31m\r\n\"}"))
                        .getFirst()
                        .details())
                .isEqualTo("one\n\ttwo[31m");
    }

    @Test
    void linesAreCounted() {
        assertThat(problem(format, json("{\n  \"summary\": \"é🔥\",\n  \"details\": 'x'\n}")))
                .startsWith("line 3, column 14: this is not JSON: Unexpected character (''')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aMebibyteOfNestingIsRefusedAtItsLimit(String level) {
        assertThat(problem(format, json(level.repeat((1 << 20) / level.length()))))
                .endsWith("the JSON is nested deeper than 64 levels. Send it flatter");
        assertThat(problem(format, json("[".repeat(1 << 19) + "]".repeat(1 << 19))))
                .contains("nested deeper");
    }

    @Test
    void aMebibyteOfDigitsIsRefused() {
        assertThat(problem(format, json("{\"summary\": \"a\", \"labels\": {\"x\": " + "9".repeat(1 << 20) + "}}")))
                .endsWith("a number has more than 400 digits. Send it as text, in double quotes");
    }

    @Test
    void oddNumbersAreLabelsAsTheyStand() {
        var labels = alerts(
                        format,
                        json("{\"summary\": \"a\", \"labels\": {\"a\": NaN, \"b\": -Infinity, \"c\": 1E+999999999,"
                                + " \"d\": 0.10, \"e\": 123456789012345678901234567890}}"))
                .getFirst()
                .labels();

        assertThat(labels)
                .hasToString("{a=NaN, b=-Infinity, c=1E+999999999, d=0.10, e=123456789012345678901234567890}");
    }

    @Test
    void aHundredThousandAlertsAreRead() {
        var body = IntStream.range(0, 100_000)
                .mapToObj(n -> "{\"summary\":\"alert " + n + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(alerts(format, json(body))).hasSize(100_000);
    }

    @Test
    void noBodyMakesAFormatThrow() {
        var random = new SplittableRandom(20260203);
        var seeds = InboundFormats.names().stream()
                .flatMap(name -> IntStream.range(0, 1000).mapToObj(n -> name))
                .toList();
        for (var name : seeds) {
            var body = name.equals("generic")
                    ? json("[{\"summary\": \"a\", \"labels\": {\"x\": \"y\"}, \"links\": [{\"url\": \"https://a\"}]}]")
                    : Bodies.resource(
                            name.equals("grafana") ? "/grafana/unified.json" : "/alertmanager/firing-one.json");
            for (int n = random.nextInt(1, 6); n > 0; n--)
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);

            assertThat(InboundFormats.find(name).orElseThrow().parse(body)).isNotNull();
        }
    }
}

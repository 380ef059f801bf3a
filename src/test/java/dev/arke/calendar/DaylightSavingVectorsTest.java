package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DaylightSavingVectorsTest {
    @TestFactory
    Stream<DynamicTest> everyVectorHolds() throws IOException {
        try (var vectors = getClass().getResourceAsStream("/vectors/dst.json")) {
            var cases = new ObjectMapper().readTree(vectors).get("cases");
            assertThat(cases.size()).isPositive();
            return cases.valueStream()
                    .map(vector -> dynamicTest(
                            vector.get("id").asText() + " "
                                    + vector.get("title").asText(),
                            () -> check(vector)));
        }
    }

    private static void check(JsonNode vector) {
        var given = vector.get("given");
        var then = vector.get("then");
        switch (vector.get("kind").asText()) {
            case "resolve" -> assertSame(resolved(given, "local"), then, zone(given));
            case "shift" -> {
                var start = resolved(given, "start_local");
                var end = resolved(given, "end_local");
                assertSame(start, then.get("start"), zone(given));
                assertSame(end, then.get("end"), zone(given));
                assertThat(Duration.between(start, end))
                        .hasSeconds(then.get("seconds").asLong());
            }
            case "handoffs" -> checkHandoffs(given, then);
            default -> throw new AssertionError("a kind of vector this test does not know: " + vector);
        }
    }

    private static void checkHandoffs(JsonNode given, JsonNode then) {
        var recurrence = Recurrence.of(
                LocalDateTime.parse(given.get("anchor_local").asText()),
                Cadence.parse(given.get("every").asText()).orElseThrow(),
                zone(given));
        var from = Instant.parse(given.get("from").asText());
        var count = given.get("count").asInt();

        var occurrences = recurrence.between(from, from.plus(Duration.ofDays(60))).stream()
                .filter(occurrence -> !occurrence.start().isBefore(from))
                .limit(count)
                .toList();

        var gaps = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            assertSame(occurrences.get(i).start(), then.get("handoffs").get(i), zone(given));
            if (i > 0) gaps.add(occurrences.get(i - 1).whole().length().toSeconds());
        }
        assertThat(gaps)
                .isEqualTo(then.get("seconds_between")
                        .valueStream()
                        .map(JsonNode::asLong)
                        .toList());
        assertThat(LongStream.range(0, occurrences.getLast().number())
                        .filter(number -> recurrence.startOf(number).equals(recurrence.startOf(number + 1)))
                        .count())
                .isEqualTo(then.path("empty_occurrences").asLong(0));
    }

    private static Instant resolved(JsonNode given, String name) {
        return LocalTimes.resolve(LocalDateTime.parse(given.get(name).asText()), zone(given));
    }

    private static ZoneId zone(JsonNode given) {
        return ZoneId.of(given.get("zone").asText());
    }

    private static void assertSame(Instant instant, JsonNode expected, ZoneId zone) {
        assertThat(instant)
                .isEqualTo(Instant.parse(expected.get("instant").asText()))
                .isEqualTo(Instant.ofEpochSecond(expected.get("unix").asLong()));
        assertThat(instant.atZone(zone).toOffsetDateTime())
                .isEqualTo(OffsetDateTime.parse(expected.get("local").asText()));
    }
}

package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"1w", "12h", "2d", "9000h", "4d, 3d", "2d, 2d, 3d", "5d, 2d nobody", "1w, 12h"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Cadence.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"4-3, '4d, 3d'", "2-2-3, '2d, 2d, 3d'", "4d-3d, '4d, 3d'", "'5 ,2 nobody', '5d, 2d nobody'"})
    void patternsAreReadAsPeopleWriteThem(String text, String same) {
        assertThat(Cadence.parse(text)).isEqualTo(Cadence.parse(same));
        assertThat(Cadence.parse(text).orElseThrow().text()).isEqualTo(same);
    }

    @Test
    void turnsAreCountedInBothDirections() {
        var cadence = Cadence.parse("4-3-2w").orElseThrow();
        var anchor = LocalDateTime.parse("2026-01-05T09:00");
        for (var turn = -9L; turn < 40; turn++) {
            var start = cadence.after(anchor, turn);
            assertThat(cadence.times(anchor, start)).isEqualTo(turn);
            assertThat(cadence.times(anchor, cadence.after(anchor, turn + 1).minusHours(1)))
                    .isEqualTo(turn);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w",
                "0d",
                "-1d",
                "9001h",
                "1m",
                "1.5d",
                "weekly",
                "99999h",
                "4-",
                "4, x",
                "5d nobody",
                "1w, 0d",
                "4d 3d"
            })
    void whatIsNoCadenceIsRefused(String text) {
        assertThat(Cadence.parse(text)).isEmpty();
    }
}

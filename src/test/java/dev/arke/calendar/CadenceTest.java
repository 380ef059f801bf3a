package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {
    @ParameterizedTest
    @ValueSource(strings = {"1w", "12h", "2d", "9000h"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Cadence.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w", "0d", "-1d", "9001h", "1m", "1.5d", "weekly", "99999h"})
    void whatIsNoCadenceIsRefused(String text) {
        assertThat(Cadence.parse(text)).isEmpty();
    }
}

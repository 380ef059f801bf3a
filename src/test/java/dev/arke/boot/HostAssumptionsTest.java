package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tests run where a host's zone and locale would show if the code leaned on them. */
final class HostAssumptionsTest {

    @Test
    void testsRunInAForeignZoneAndLocale() {
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Pacific/Chatham"));
        assertThat("ID".toLowerCase(Locale.getDefault())).isEqualTo("ıd");
    }
}

package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundFormatsTest {
    @Test
    void everyNameHasItsFormat() {
        assertThat(InboundFormats.names())
                .containsExactly("alertmanager", "generic", "grafana")
                .allSatisfy(name -> assertThat(InboundFormats.find(name)).isPresent());
    }

    @Test
    void anUnknownNameGetsTheListInsteadOfItself() {
        assertThat(InboundFormats.find("Generic")).isEmpty();
        assertThat(InboundFormats.unknown("promql\n\u0000"))
                .isEqualTo("There is no alert format “promql”. Arke reads alertmanager, generic, grafana."
                        + " End the address with one of them, for example /in/YOUR-KEY/generic");
    }
}

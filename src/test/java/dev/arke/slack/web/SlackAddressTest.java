package dev.arke.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlackAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"C0PAY", "U0ALICE", "T0TEAM/C0PAY", "E0ORG/D0X", "W1", "G1"})
    void anAddressReadsAsItIsWritten(String text) {
        assertThat(SlackAddress.parse(text).map(SlackAddress::toString)).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "c0pay", "#payments", "@alice", "C0PAY ", "C0PAY\n", "T0/", "X0/C0PAY", "T0TEAM", "C0/C1"})
    void whatIsNoIdIsNoAddress(String text) {
        assertThat(SlackAddress.parse(text)).isEmpty();
    }

    @Test
    void aMessageIsKnownByItsChannelAndTime() {
        assertThat(MessageRef.parse("T0TEAM/C0PAY:1712345678.000100").map(MessageRef::toString))
                .hasValue("T0TEAM/C0PAY:1712345678.000100");
        for (var wrong : new String[] {"ref", "C0PAY", "C0PAY:", "C0PAY:x", "U0ALICE:1712345678.000100", ":1.1"})
            assertThat(MessageRef.parse(wrong)).as(wrong).isEmpty();
    }
}

package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelTopicTest {
    @Test
    void ourPartStandsBeforeTheRestAndIsReplacedWhereItIs() {
        assertThat(ChannelTopic.with("", "Alice Martin")).isEqualTo("[On call: Alice Martin]");
        assertThat(ChannelTopic.with("Deploys on Monday", "Alice")).isEqualTo("[On call: Alice] Deploys on Monday");
        assertThat(ChannelTopic.with("Deploys [On call: Alice · secondary Bob] on Monday", "Chen"))
                .isEqualTo("Deploys [On call: Chen] on Monday");
        assertThat(ChannelTopic.with("a [On call: x] b [On call: y] c", "Chen")).isEqualTo("a [On call: Chen] b c");
    }

    @Test
    void withoutOurPartTheRestIsAsItWas() {
        assertThat(ChannelTopic.without("[On call: Alice] Deploys [sic] on Monday"))
                .isEqualTo("Deploys [sic] on Monday");
        assertThat(ChannelTopic.without("Ask [On call: Alice]")).isEqualTo("Ask");
        assertThat(ChannelTopic.without("On call: nobody of ours")).isEqualTo("On call: nobody of ours");
    }

    @Test
    void theRestIsNeverCutAndTheWholeIsNeverTooLong() {
        for (int length = 0; length <= 250; length++) {
            var rest = "x".repeat(length);
            var topic = ChannelTopic.with(rest, "Alice \uD83D\uDCDE Martin ".repeat(30));

            assertThat(topic).hasSizeLessThanOrEqualTo(250).endsWith(rest);
            assertThat(ChannelTopic.isIn(topic)).isEqualTo(length <= 228);
            assertThat(ChannelTopic.without(topic)).isEqualTo(rest);
        }
    }

    @Test
    void namesCannotForgeTheBrackets() {
        var topic = ChannelTopic.with("rest", "Eve] [On call: Mallory\n");

        assertThat(topic).isEqualTo("[On call: Eve) (On call: Mallory] rest");
        assertThat(ChannelTopic.without(topic)).isEqualTo("rest");
    }

    @Test
    void roomsAreNamedByTheirIncident() {
        assertThat(RoomName.of(12, "Disk full on db-3 (Zürich)!")).isEqualTo("inc-12-disk-full-on-db-3-zurich");
        assertThat(RoomName.of(12, "データベース")).isEqualTo("inc-12");
        assertThat(RoomName.of(7, "x".repeat(300))).hasSize(80);
    }
}

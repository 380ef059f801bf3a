package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people text back at night. */
class TextReplyTest {
    @ParameterizedTest
    @ValueSource(strings = {"ack 12", "ACK 12", "a 12", "ack12", "ack 12.", "claim 12", "12", "12 ack", "take 12"})
    void acknowledges(String text) {
        assertThat(TextReply.read(text))
                .isEqualTo(new TextReply.Acknowledge(Optional.of(new TextReply.Which(12, false))));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Ack  #12 ", "#12", "ack#12", "#12. ack"})
    void acknowledgesByTheIncidentsOwnNumber(String text) {
        assertThat(TextReply.read(text))
                .isEqualTo(new TextReply.Acknowledge(Optional.of(new TextReply.Which(12, true))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ack", "Yes", "claim!"})
    void acknowledgesTheOnlyOne(String text) {
        assertThat(TextReply.read(text)).isEqualTo(new TextReply.Acknowledge(Optional.empty()));
    }

    @Test
    void resolvesWithANote() {
        var seven = Optional.of(new TextReply.Which(7, false));
        assertThat(TextReply.read("resolve 7 restarted the pool"))
                .isEqualTo(new TextReply.Resolve(seven, "restarted the pool"));
        assertThat(TextReply.read("R 7")).isEqualTo(new TextReply.Resolve(seven, ""));
        assertThat(TextReply.read("7 done")).isEqualTo(new TextReply.Resolve(seven, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "ALL", "ack all", "claim all", "everything"})
    void all(String text) {
        assertThat(TextReply.read(text)).isEqualTo(new TextReply.AcknowledgeAll());
    }

    @Test
    void theWordsThatNetworksKnow() {
        assertThat(TextReply.read("STOP")).isEqualTo(new TextReply.Stop());
        assertThat(TextReply.read("start")).isEqualTo(new TextReply.Start());
        assertThat(TextReply.read("Help")).isEqualTo(new TextReply.Help());
        assertThat(TextReply.read("   ")).isEqualTo(new TextReply.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop the server please",
                "ack twelve",
                "resolve soon",
                "hello",
                "12 bananas",
                "ack 123456",
                "٣ ٤"
            })
    void nothingIsDoneOnAGuess(String text) {
        assertThat(TextReply.read(text)).isEqualTo(new TextReply.Unclear());
    }
}

package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.chat.ChatContext;
import dev.arke.chat.CommandParser;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line will do is known before anything is read. */
final class ExpectationTest {
    private static final ChatContext CONTEXT = ChatContext.of(
            ContactKind.SLACK,
            new ChatContext.Bot("UBOT", "Arke", "/oncall"),
            ZoneOffset.UTC,
            Instant.parse("2026-01-12T09:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"", "who payments", "list", "show 12", "help", "me", "simulate checkout"})
    void looks(String line) {
        assertThat(of(line)).isEqualTo(Expected.LOOKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"akc 12", "12", "thanks", "ack of course"})
    void isNotUnderstood(String line) {
        assertThat(of(line)).isEqualTo(Expected.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack",
                "ack 12",
                "<@UBOT> resolve fixed",
                "/oncall page payments it burns",
                "test",
                "note 12 text",
                "note text",
                "snooze 2h",
                "unack",
                "add 12 @dana",
                "ask 12 @dana which shard?",
                "answer 12 the third"
            })
    void changes(String line) {
        assertThat(of(line)).isEqualTo(Expected.CHANGES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page", "page payments", "note", "note 12", "snooze 12", "reassign", "merge 12", "priority"})
    void opensAForm(String line) {
        assertThat(of(line)).isEqualTo(Expected.OPENS_FORM);
    }

    private static Expected of(String line) {
        return Expectation.of(new CommandParser(), line, CONTEXT);
    }
}

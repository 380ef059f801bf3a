package dev.arke.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.arke.slack.web.SlackFailure.Kind;
import dev.arke.testkit.RawServer;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeSlack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlackClientTest {
    private final FakeSlack slack = FakeSlack.start();
    private final SlackClient client = new SlackClient(slack.settings());

    @AfterEach
    void close() {
        client.close();
        slack.close();
    }

    @Test
    void whatSlackAnswersIsTheAnswer() {
        slack.rooms().channel("C0PAY", "payments");

        assertThat(post(client).answered())
                .hasValueSatisfying(answer -> assertThat(answer.getTs())
                        .isEqualTo(slack.chat().in("C0PAY").getFirst().ts()));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, AUTH",
        "token_revoked, AUTH",
        "account_inactive, AUTH",
        "missing_scope, AUTH",
        "user_not_found, PERSON",
        "user_disabled, PERSON",
        "cannot_dm_bot, PERSON",
        "messages_tab_disabled, AUTH",
        "channel_not_found, CHANNEL",
        "is_archived, CHANNEL",
        "not_in_channel, CHANNEL",
        "restricted_action, CHANNEL",
        "restricted_action_read_only_channel, CHANNEL",
        "message_not_found, MESSAGE",
        "cant_update_message, MESSAGE",
        "edit_window_closed, MESSAGE",
        "invalid_blocks, PAYLOAD",
        "msg_too_long, PAYLOAD",
        "no_text, PAYLOAD",
        "ratelimited, RATE_LIMITED",
        "internal_error, SERVER",
        "fatal_error, SERVER",
        "request_timeout, TIMEOUT",
        "something_new, OTHER",
    })
    void everyErrorWordHasItsMeaning(String code, Kind kind) {
        slack.next("chat.postMessage", Answer.error(code));

        assertThat(post(client).failed()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.problem()).contains(code).doesNotContain("xoxb");
        });
    }

    @Test
    void anErrorThatIsNoWordIsNotRepeated() {
        slack.next("chat.postMessage", Answer.error("your token xoxb-1-secret is <bad>"));

        assertThat(post(client).failed())
                .hasValueSatisfying(failure ->
                        assertThat(failure.problem()).contains("unknown_error").doesNotContain("xoxb"));
    }

    @Test
    void tooManyRequestsSaysHowLongToWait() {
        slack.next("chat.postMessage", Answer.limited(Duration.ofSeconds(30)));

        assertThat(post(client).failed()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(failure.after()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @Test
    void whatFailsBeforeSlackAnswersIsAValueToo() throws IOException {
        slack.next("chat.postMessage", Answer.status(503), new Answer.HangUp(), new Answer.NotSlack());

        for (int i = 0; i < 3; i++) assertThat(kind(client)).contains(Kind.SERVER);
        try (var nobody = client(RawServer.nobodysPort(), Duration.ofSeconds(5))) {
            assertThat(kind(nobody)).contains(Kind.SERVER);
        }
        try (var silent = RawServer.silent();
                var impatient = client(silent.port(), Duration.ofMillis(200))) {
            assertThat(kind(impatient)).contains(Kind.TIMEOUT);
        }
    }

    private static SlackClient client(int port, Duration read) {
        var api = URI.create("http://127.0.0.1:" + port + "/api/");
        return new SlackClient(FakeSlack.settings(api), new SlackTimes(read, SlackTimes.STANDARD.limit()));
    }

    private static Optional<Kind> kind(SlackClient client) {
        return post(client).failed().map(SlackFailure::kind);
    }

    private static Called<ChatPostMessageResponse> post(SlackClient client) {
        return client.call(
                FakeSlack.TOKEN,
                methods -> methods.chatPostMessage(
                        message -> message.channel("C0PAY").text("hello")));
    }
}

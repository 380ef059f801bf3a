package dev.arke.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatMeMessageResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import dev.arke.slack.web.SlackFailure.Kind;
import dev.arke.testkit.MovableInstants;
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
    private final MovableInstants clock = new MovableInstants();
    private final SlackClient client = new SlackClient(slack.settings(), clock);

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
    void noMoreIsAskedForInAMinuteThanSlackTakesOfAMethod() {
        slack.people().add("U0ALICE", "alice");
        for (int i = 0; i < 100; i++)
            assertThat(who(client, FakeSlack.TOKEN).answered()).isPresent();

        assertThat(who(client, FakeSlack.TOKEN).failed())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED));
        assertThat(asked()).isEqualTo(100);
        assertThat(who(client, "xoxb-of-another-workspace").failed())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isNotEqualTo(Kind.RATE_LIMITED));

        clock.advance(Duration.ofSeconds(1));
        assertThat(who(client, FakeSlack.TOKEN).answered()).isPresent();
    }

    @Test
    void afterSlacksNotBeforeNothingIsAskedUntilThen() {
        slack.people().add("U0ALICE", "alice");
        slack.next("users.info", Answer.limited(Duration.ofSeconds(30)));
        who(client, FakeSlack.TOKEN);
        clock.advance(Duration.ofSeconds(29));

        assertThat(who(client, FakeSlack.TOKEN).failed()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(failure.after()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        });
        assertThat(asked()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(who(client, FakeSlack.TOKEN).answered()).isPresent();
    }

    private long asked() {
        return slack.calls().stream()
                .filter(call -> call.method().equals("users.info"))
                .count();
    }

    private static Called<UsersInfoResponse> who(SlackClient client, String token) {
        return client.call(token, methods -> methods.usersInfo(info -> info.user("U0ALICE")));
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

    private SlackClient client(int port, Duration read) {
        var api = URI.create("http://127.0.0.1:" + port + "/api/");
        return new SlackClient(FakeSlack.settings(api), new SlackTimes(read, SlackTimes.STANDARD.limit()), clock);
    }

    private static Optional<Kind> kind(SlackClient client) {
        return post(client).failed().map(SlackFailure::kind);
    }

    private static Called<ChatMeMessageResponse> post(SlackClient client) {
        return client.post(
                FakeSlack.TOKEN,
                ChatPostMessageRequest.builder().channel("C0PAY").text("hello").build());
    }
}

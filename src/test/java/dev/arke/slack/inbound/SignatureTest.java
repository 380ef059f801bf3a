package dev.arke.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {
    // The example of docs.slack.dev/authentication/verifying-requests-from-slack
    private static final Signature SLACKS = new Signature("8f742231b10e8888abcd99yyyzzz85a5");
    private static final long AT = 1531420618;
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Test
    void slacksOwnExampleIsSlacks() {
        assertThat(isSlacks(SIGNED, BODY, AT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 1, 300})
    void clocksMayDiffer(long seconds) {
        assertThat(isSlacks(SIGNED, BODY, AT + seconds)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-100_000, -301, 301, 100_000})
    void whatIsOldOrOfTheFutureIsNot(long seconds) {
        assertThat(isSlacks(SIGNED, BODY, AT + seconds)).isFalse();
    }

    @Test
    void anotherBodyOrSignatureIsNot() {
        assertThat(isSlacks(SIGNED, BODY + "&", AT)).isFalse();
        assertThat(isSlacks(SIGNED.replace('a', 'b'), BODY, AT)).isFalse();
        assertThat(isSlacks("", BODY, AT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-5", "1531420618 ", "99999999999999999999", "1531420618.5"})
    void aTimeThatIsNoneIsNot(String timestamp) {
        assertThat(SLACKS.isSlacks(List.of(timestamp), List.of(SIGNED), bytes(BODY), Instant.ofEpochSecond(AT)))
                .isFalse();
    }

    @Test
    void missingAndDoubledHeadersAreNot() {
        var now = Instant.ofEpochSecond(AT);
        var time = List.of("" + AT);
        var signed = List.of(SIGNED);
        assertThat(SLACKS.isSlacks(List.of(), signed, bytes(BODY), now)).isFalse();
        assertThat(SLACKS.isSlacks(time, List.of(), bytes(BODY), now)).isFalse();
        assertThat(SLACKS.isSlacks(time, List.of(SIGNED, SIGNED), bytes(BODY), now))
                .isFalse();
        assertThat(SLACKS.isSlacks(List.of("" + AT, "" + AT), signed, bytes(BODY), now))
                .isFalse();
    }

    @Test
    void aBlankSecretIsRefused() {
        assertThatThrownBy(() -> new Signature(" ")).hasMessageContaining("blank");
    }

    private static boolean isSlacks(String signature, String body, long now) {
        return SLACKS.isSlacks(List.of("" + AT), List.of(signature), bytes(body), Instant.ofEpochSecond(now));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

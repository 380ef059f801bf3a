package dev.arke.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlackSettingsTest {
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    @Test
    void signedHttpIsEnough() {
        assertThat(problems(SECRET, "")).isEmpty();
        assertThat(problems("", "xapp-1-A")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankSecretIsRefused(String secret) {
        assertThat(problems(secret, "")).singleElement().asString().contains("SLACK_SIGNING_SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "short", "xoxb-1-this-is-the-bots-token", "xapp-1-this-is-the-apps-token"})
    void whatIsNoSecretIsRefusedAndNotRepeated(String secret) {
        assertThat(problems(secret, ""))
                .singleElement()
                .asString()
                .contains("SLACK_SIGNING_SECRET is not a signing secret")
                .doesNotContain(secret);
    }

    private static List<String> problems(String secret, String appToken) {
        var problems = new ArrayList<String>();
        var settings = SlackSettings.read(
                new SlackSettings.Given(
                        "xoxb-1",
                        secret,
                        appToken,
                        "",
                        "",
                        "https://slack.com/api/",
                        "/oncall",
                        SlackSettings.Extras.NONE),
                problems);
        assertThat(settings.isPresent()).isEqualTo(problems.isEmpty());
        return problems;
    }
}

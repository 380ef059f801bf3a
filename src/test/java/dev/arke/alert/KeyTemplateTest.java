package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTemplateTest {
    private static final Alert ALERT = Alert.firing("f00d", "Disk full")
            .labels(Map.of("cluster", "eu-1", "alertname", "{{summary}}"))
            .toAlert();

    @ParameterizedTest
    @CsvSource({
        "{{labels.cluster}}/{{labels.alertname}}, eu-1/{{summary}}",
        "{{ labels.cluster }} and {{dedup_key}}, eu-1 and f00d",
        "{{summary}}, Disk full",
        "x/{{labels.absent}}/{{labels.cluster}}, x//eu-1",
        "x/{{labels.absent}}, f00d",
    })
    void placesAreFilledOnceAndAnAlertWithoutAnyKeepsItsKey(String template, String key) {
        assertThat(good(template).keyOf(ALERT)).isEqualTo(key);
    }

    @Test
    void longKeysAreFitted() {
        var alert = Alert.firing("k", "s").labels(Map.of("a", "x".repeat(1000))).toAlert();

        assertThat(good("{{labels.a}}").keyOf(alert)).hasSize(255);
    }

    @Test
    void theWrittenFormReadsBack() {
        var template = good("a {{ labels.x }}-{{dedup_key}} {{summary}} } {");

        assertThat(good(template.toString())).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{labels}}",
                "{{labels.}}",
                "{{x}}",
                "{{summary | upper}}",
                "constant",
                "",
                "{{summary}} {{labels.a",
                "{{{{summary}}}}"
            })
    void anythingElseIsRefusedWithWhatIsKnown(String template) {
        assertThat(KeyTemplate.parse(template))
                .isInstanceOfSatisfying(
                        Parse.Bad.class,
                        bad -> assertThat(bad.problem())
                                .endsWith("Use {{labels.NAME}}, {{dedup_key}} or {{summary}}."));
        assertThat(KeyTemplate.parse("{{summary}}".repeat(50))).isInstanceOf(Parse.Bad.class);
    }

    private static KeyTemplate good(String text) {
        return switch (KeyTemplate.parse(text)) {
            case Parse.Good<KeyTemplate>(var template) -> template;
            case Parse.Bad<KeyTemplate>(var problem) -> throw new AssertionError(problem);
        };
    }
}

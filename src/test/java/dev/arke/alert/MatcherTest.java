package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final Map<String, String> LABELS =
            Map.of("team", "web", "alertname", "DiskFull", "k8s.namespace", "shop", "note", "a=b \"c\"\nd");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "team = web, true",
                "team=web, true",
                "team = \"web\", true",
                "team = we, false",
                "team != web, false",
                "team != ops, true",
                "alertname =~ Disk.*, true",
                "alertname =~ Disk, false",
                "alertname =~ Full, false",
                "alertname =~ Cpu|DiskFull, true",
                "alertname !~ Disk.*, false",
                "alertname !~ Disk, true",
                "alertname =~ (?i)diskfull, true",
                "k8s.namespace = shop, true",
                "absent = \"\", true",
                "absent =, true",
                "absent != \"\", false",
                "absent =~ .+, false",
                "absent !~ .+, true",
                "team !~ [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}, true",
                "team = WEB, false",
                "note = \"a=b \\\"c\\\"\\nd\", true",
                "note =~ \"a=b.*\", false",
                "note =~ \"(?s)a=b.*\", true",
                "alertname =~ \"Disk\\\\w+\", true",
                "alertname =~ \"Disk\\w+\", true",
            })
    void conditionsMeanWhatTheyMeanInAlertmanager(String text, boolean expected) {
        assertThat(good(text).matches(LABELS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team = web",
                "a!=\"\"",
                "a =~ \"x=y|\\\"z\\\\d\"",
                "\"odd name=\" !~ a!b",
                "a = \" b \"",
                "a = \"b\\nc\""
            })
    void theWrittenFormReadsBack(String text) {
        var matcher = good(text);

        assertThat(good(matcher.toString())).isEqualTo(matcher).hasSameHashCodeAs(matcher);
    }

    @ParameterizedTest
    @CsvSource({
        "team, 'The matcher “team” cannot be read: it has no =, !=, =~ or !~. Write for example: team = web.'",
        "= web, 'The matcher “= web” cannot be read: there is no label before =. Write for example: team = web.'",
        "team =~ (a, 'The matcher “team =~ (a” cannot be read: the expression is wrong: error parsing regexp: missing"
                + " closing ): `(a`.'",
    })
    void whatIsWrongIsSaid(String text, String problem) {
        assertThat(Matcher.parse(text)).isEqualTo(new Parse.Bad<Matcher>(problem));
    }

    @Test
    void anExpressionMadeToStallDoesNot() {
        var matcher = good("a =~ \"(a+)+(b|a)*c\"");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(matcher.matches(Map.of("a", "a".repeat(1024)))).isFalse());
    }

    @Test
    void anExpressionMadeToFillTheMemoryIsRefused() {
        assertThat(Matcher.parse("a =~ ((a{1000}){1000}){1000}")).isInstanceOf(Parse.Bad.class);
        assertThat(Matcher.parse("a =~ ((a{1,100}){100,}){10}")).isInstanceOf(Parse.Bad.class);
        assertThat(Matcher.parse("a =~ " + "a".repeat(1001))).isInstanceOf(Parse.Bad.class);
        assertThatCode(() -> Matcher.parse("a =~ " + "(".repeat(990))).doesNotThrowAnyException();
    }

    private static Matcher good(String text) {
        return switch (Matcher.parse(text)) {
            case Parse.Good<Matcher>(var matcher) -> matcher;
            case Parse.Bad<Matcher>(var problem) -> throw new AssertionError(problem);
        };
    }
}

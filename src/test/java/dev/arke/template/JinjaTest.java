package dev.arke.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.template.Jinja.Filled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template can do, and what it cannot. */
class JinjaTest {
    private static final Map<String, Object> VALUES = Map.of(
            "requester",
            "dana",
            "description",
            "disk {{ iris.plan }} <!channel> & full",
            "severity",
            "critical",
            "value",
            3.14159,
            "metanodes",
            List.of("a", "b"),
            "alerts",
            List.of(
                    Map.of("labels", Map.of("instance", "db-3"), "annotations", Map.of()),
                    Map.of("labels", Map.of("instance", "db-4"))),
            "iris",
            Map.of("plan", "standard", "message_id", "12"));

    private static String filled(String template) {
        return Jinja.fill(template, VALUES) instanceof Filled.Text(var text) ? text : "failed";
    }

    private static Filled.Not failure(String template) {
        var filled = Jinja.fill(template, VALUES);
        assertThat(filled).as(template).isInstanceOf(Filled.Not.class);
        return (Filled.Not) filled;
    }

    @Test
    void templatesOfIrisAreFilledIn() {
        assertThat(filled("{{requester}} reports: {{description}}"))
                .isEqualTo("dana reports: disk {{ iris.plan }} <!channel> & full");
        assertThat(filled("{{ severity | upper }}: {{ iris['plan'] }} {% if error_message %}no{% else %}-{% endif %}"))
                .isEqualTo("CRITICAL: standard -");
        assertThat(filled("{% for alert in alerts %}{{ loop.index }} {{ alert.labels.instance }}"
                        + " {{ alert.annotations.summary | default('none') }};{% endfor %}"))
                .isEqualTo("1 db-3 none;2 db-4 none;");
        assertThat(filled("{{ metanodes | join(', ') }} {{ '%.2f' | format(value) }} {{ value | round(1) }}"))
                .isEqualTo("a, b 3.14 3.1");
        assertThat(filled("{% set n = metanodes | length %}{{ n }}{# a comment #}{{ nothing.at.all }}"))
                .isEqualTo("2");
        assertThat(filled("{{ severity.upper() }} {{ 'a,b'.split(',') | join('+') }} {{ 5 is odd }}"))
                .isEqualTo("CRITICAL a+b true");
        assertThat(filled("{% for key, value in iris.items() %}{{ key }}={{ value }} {% endfor %}"))
                .contains("plan=standard", "message_id=12");
    }

    @Test
    void whatAnAlertSaysIsNeverATemplate() {
        assertThat(filled("{{ description }}{{ description | upper }}")).contains("{{ iris.plan }}", "{{ IRIS.PLAN }}");
    }

    @Test
    void nothingIsLeftFromOneToTheNext() {
        filled("{% macro secret(n) %}kept {{ n }}{% endmacro %}{% set hidden = 'kept' %}{{ secret(1) }}");

        for (var template : List.of("{{ hidden }}", "{{ secret(1) }}"))
            if (Jinja.fill(template, Map.of()) instanceof Filled.Text(var text))
                assertThat(text).as(template).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{{ c }}{% endfor %}{%"
                        + " endfor %}{% endfor %}",
                "{% for a in range(1000) %}{% for b in range(1000) %}{% set x = a * b %}{% endfor %}{% endfor %}",
                "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}x{% for a in range(900) %}{% for b in"
                        + " range(900) %}{% if b %}{% endif %}{% endfor %}{% endfor %}"
            })
    void loopsEndInTime(String template) {
        long begun = System.nanoTime();

        assertThat(failure(template).problem()).isNotBlank();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void severalTextsShareABudget() {
        var loop = "{% for a in range(200) %}{% if a %}{% endif %}{% endfor %}";
        var budget = new Budget(500, Duration.ofSeconds(30));

        assertThat(Jinja.fill(loop, VALUES, budget)).isInstanceOf(Filled.Text.class);
        assertThat(Jinja.fill(loop.repeat(2), VALUES, budget))
                .isInstanceOfSatisfying(
                        Filled.Not.class, not -> assertThat(not.isTooMuch()).isTrue());
        assertThat(Jinja.fill(loop.repeat(2), VALUES, new Budget(500, Duration.ofSeconds(30))))
                .isInstanceOf(Filled.Text.class);
    }

    @Test
    void timeIsSharedTooAndWhatIsLeftOfAWholeIsTheMost() {
        var loop = "{% for a in range(999) %}{% if a %}{% endif %}{% endfor %}";
        var whole = new Budget(1_000_000, Duration.ofMillis(10));
        int filled = 0;
        Filled last;
        do {
            var budget = new Budget(10_000, Duration.ofSeconds(30)).within(whole);
            last = Jinja.fill(loop, VALUES, budget);
            whole.took(budget);
            filled++;
        } while (last instanceof Filled.Text);

        assertThat(((Filled.Not) last).isTooMuch()).isTrue();
        // By its steps alone it would be a thousand.
        assertThat(filled).isBetween(1, 500);
        assertThat(Jinja.fill("{{ severity }}", VALUES, new Budget(10, Duration.ofSeconds(1)).within(whole)))
                .isInstanceOf(Filled.Not.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'a'.repeat(2000000000) }}",
                "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.matches('(a+)+b') }}",
                "{{ 'a'.getClass() }}",
                "{{ '%999999999d' | format(1) }}",
                "{{ value | round(2147483647) }}",
                "{{ 'a' | center(2000000000) }}",
                "{{ 'a' | indent(2000000000) }}",
                "{% include 'file:///etc/passwd' %}",
                "{% import 'x' as y %}",
                "{{ '{{ 1 }}' | render }}",
                "{{ '[1]' | fromjson }}",
                "{% set a = 'aaaaaaaaaaaaaaaa' %}{% for i in range(60) %}{% set a = a ~ a %}{% endfor %}{{ a }}",
                "{% for i in range(900) %}{{ description }}{% endfor %}"
            })
    void nothingReachesBeyondItsTextOrGrows(String template) {
        var filled = Jinja.fill(template, VALUES);

        if (filled instanceof Filled.Text(var text))
            assertThat(text).as(template).isBlank();
    }

    @Test
    void aFailureHasItsLineAndTheSameCauseWhateverTheValuesWere() {
        var one = failure("fine\n{{ requester | round(description.length() * 1000) }}");
        assertThat(one.problem()).contains("line 2");
        var other = Jinja.fill(
                "fine\n{{ requester | round(description.length() * 1000) }}",
                Map.of("requester", "bob", "description", "something else"));
        assertThat(other)
                .isInstanceOfSatisfying(
                        Filled.Not.class, not -> assertThat(not.cause()).isEqualTo(one.cause()));
        assertThat(failure("{% for i in range(900) %}{{ description }}{% endfor %}")
                        .problem())
                .contains("longer than 8000 characters");
    }

    @Test
    void whatCannotBeReadIsToldBeforeAnythingIsSent() {
        assertThat(Jinja.problem("{% if severity %}never closed")).isPresent();
        assertThat(Jinja.problem("one\n{{ severity | shout }}"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("line 2"));
        assertThat(Jinja.problem("{{ severity ")).isPresent();
        assertThat(Jinja.problem("{{ iris.a b }}")).isPresent();
        assertThat(Jinja.problem("x".repeat(10_001))).isPresent();
        assertThat(Jinja.problem("{% for alert in alerts %}{{ alert.labels.instance | upper }}{% endfor %}"))
                .isEmpty();
        assertThat(Jinja.problem("plain words, 100 %")).isEmpty();
    }

    @Test
    @Timeout(20)
    void bracketsInBracketsAreRefusedBeforeTheyTakeTime() {
        var deep = "(".repeat(1500) + "1" + ")".repeat(1500);
        for (var template : List.of(
                "{{ " + "(".repeat(9000) + " }}",
                "{{ " + deep + " }}",
                "{{ \"\\\"\" ~ " + deep + " ~ \"x\" }}",
                "{{ \"}}\" ~ " + deep + " }}",
                "{{ " + "(')'~".repeat(30) + "1" + ")".repeat(30) + " }}",
                "{% for x in alerts %}\n{{ '(' ~ " + deep + " }}{% endfor %}"))
            assertThat(Jinja.problem(template))
                    .hasValueSatisfying(problem -> assertThat(problem).contains("more than 20 brackets in brackets"));
        assertThat(Jinja.problem("{{ " + "(".repeat(20) + "1" + ")".repeat(20) + " }}"))
                .isEmpty();
        assertThat(Jinja.problem("{{ '" + "(".repeat(90) + "' }}{# " + "(".repeat(90) + " #}{% raw %}{{ "
                        + "(".repeat(90) + "{% endraw %}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{", "{%", "{#", "{ {{", "{% raw %}{{ x"})
    void whatIsNeverClosedIsToldWithItsLine(String part) {
        assertThat(Jinja.problem("one {{ severity }}\n" + part))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("fails in line 2"));
    }
}

package dev.arke.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Span;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MrkdwnTest {
    private static final UUID ALICE = UUID.fromString("0198c0de-0000-7000-8000-00000000a11c");
    private static final String APART = "\u200B";

    private final Mrkdwn mrkdwn = new Mrkdwn(id -> Optional.of("U0ALICE").filter(any -> id.equals(ALICE)));

    @Test
    void whatWeMeanIsFormatted() {
        assertThat(of(Span.strong("#1042"), Span.text(" is "), Span.code("job=api"), Span.text(".")))
                .isEqualTo("*#1042* is `job=api`.");
        assertThat(of(new Span.Link("run & book", URI.create("https://wiki.example.com/a?b=1&c=2"))))
                .isEqualTo("<https://wiki.example.com/a?b=1&amp;c=2|run &amp; book>");
        assertThat(of(Span.strong("Taken"), Span.strong(" #7 "), Span.strong("x")))
                .isEqualTo("*Taken #7 x*");
    }

    @Test
    void timesAreInTheReadersZoneAndInUtcWhereAClientCannot() {
        var at = Instant.parse("2026-01-12T09:05:00Z");

        assertThat(of(Span.clock(at))).isEqualTo("<!date^1768208700^{time}|09:05 UTC>");
        assertThat(of(Span.clockAfter(Duration.ofSeconds(20), at.plusSeconds(7))))
                .isEqualTo("<!date^1768208707^{time_secs}|09:05:07 UTC>");
        assertThat(of(Span.dateTime(at)))
                .isEqualTo("<!date^1768208700^{date_short_pretty} {time}|Mon 12 Jan 2026 09:05 UTC>");
    }

    @Test
    void onlyWhomWeAreToldOfIsPinged() {
        assertThat(of(new Span.Mention(ALICE, "alice"))).isEqualTo("<@U0ALICE>");
        assertThat(of(new Span.Mention(UUID.randomUUID(), "<@U0BOB>"))).isEqualTo("&lt;@U0BOB&gt;");
        var evil = new Mrkdwn(any -> Optional.of("U1> <!channel"));
        assertThat(evil.of(List.of(new Span.Mention(ALICE, "alice")), 100)).isEqualTo("alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<!channel> & <@U1>¦&lt;!channel&gt; &amp; &lt;@U1&gt;",
                "@here and @Channel¦@~here and @~Channel",
                "mail ops@here.example.com¦mail ops@here.example.com",
                "snake_case_name¦snake_case_name",
                "2 * 3¦2 * 3",
                "*bold* text¦~*~bold~*~ text",
                "> quote¦~&gt; quote",
                "see https://example.com/a_b?x=1&y=2.¦see <https://example.com/a_b?x=1&amp;y=2>.",
                "javascript:alert(1)¦javascript:alert(1)",
            })
    void dataIsTextAndItsWebAddressesAreLinks(String data, String shown) {
        assertThat(of(Span.text(data))).isEqualTo(shown.replace("~", APART));
    }

    @Test
    void aLinkThatIsNoWebAddressIsText() {
        assertThat(of(new Span.Link("click", URI.create("javascript:alert(1)"))))
                .isEqualTo("click (javascript:alert(1))");
    }

    @Test
    void signsInsideBoldAndCodeDoNotEndThem() {
        assertThat(of(Span.strong("_a_ b"))).isEqualTo("*~_~a~_~ b*".replace("~", APART));
        assertThat(of(Span.strong("a*b\nc"), Span.code("x`y"), Span.text("z")))
                .isEqualTo("*a∗b c*" + APART + "`xˋy`" + APART + "z");
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        var words = "&".repeat(50);
        assertThat(mrkdwn.of(List.of(Span.text(words)), 23)).isEqualTo("&amp;&amp;&amp;&amp;…");
        assertThat(mrkdwn.of(List.of(Span.text("😀".repeat(50))), 10)).isEqualTo("😀😀😀😀…");
        assertThat(mrkdwn.of(List.of(Span.text("ab"), Span.clock(Instant.EPOCH), Span.text("cd")), 40))
                .isEqualTo("ab<!date^0^{time}|00:00 UTC>cd");
        assertThat(mrkdwn.of(List.of(Span.text("ab"), Span.clock(Instant.EPOCH), Span.strong("much")), 30))
                .isEqualTo("ab<!date^0^{time}|00:00 UTC>…");
    }

    private String of(Span... spans) {
        return mrkdwn.of(List.of(spans), 3_000);
    }
}

package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.card.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecurringTest {
    @ParameterizedTest
    @CsvSource({
        "a,              a",
        "a b a,          a b a",
        "a a a,          a*3",
        "a b a b a b,    a*3 b*3",
        "o a b a b n,    o a*2 b*2 n",
        "a b c a b c,    a*2 b*2 c*2",
        "a b a b a,      a*2 b*2 a",
        "a b a b n a b,  a*2 b*2 n a b",
    })
    void whatComesInTurnsIsToldOnceInItsPlace(String history, String told) {
        assertThat(told(history)).isEqualTo(told);
    }

    @Test
    void aRunHasItsFirstAndItsLastInstant() {
        var line = Recurring.told(lines("a a a")).getFirst();

        assertThat(line.first()).contains(Instant.ofEpochSecond(0));
        assertThat(line.last()).contains(Instant.ofEpochSecond(2));
    }

    private static String told(String history) {
        return String.join(
                " ",
                Recurring.told(lines(history)).stream()
                        .map(line -> PlainText.of(line.words()) + (line.times() == 1 ? "" : "*" + line.times()))
                        .toList());
    }

    private static List<Recurring> lines(String history) {
        var words = List.of(history.strip().split(" "));
        return IntStream.range(0, words.size())
                .mapToObj(
                        at -> Recurring.once(List.of(Span.text(words.get(at))), Optional.of(Instant.ofEpochSecond(at))))
                .toList();
    }
}

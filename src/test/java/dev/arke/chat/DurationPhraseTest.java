package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationPhraseTest {
    @ParameterizedTest
    @CsvSource({
        "90m, PT90M",
        "2h, PT2H",
        "1h30m, PT90M",
        "2d, PT48H",
        "1w, PT168H",
        "45s, PT45S",
        "1H 30M, PT90M",
        "2 hours, PT2H",
        "1 day 12 hrs, PT36H",
        "0h, PT0S",
        "30min, PT30M",
        "366d, PT8784H"
    })
    void readsWhatPeopleType(String typed, Duration expected) {
        var words = List.of(typed.split(" ", -1));

        assertThat(DurationPhrase.read(words)).contains(new DurationPhrase.Read(expected, words.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "h", "-2h", "2x", "2h30", "1y", "367d", "53w", "999999999h", "99999w99999w", "2 x", "٢h"
            })
    void readsNothingElse(String typed) {
        assertThat(DurationPhrase.read(List.of(typed.split(" ", -1)))).isEmpty();
    }

    @Test
    void leavesTheWordsAfterTheLength() {
        assertThat(DurationPhrase.read(List.of("2h", "3", "pods")))
                .contains(new DurationPhrase.Read(Duration.ofHours(2), 1));
    }
}

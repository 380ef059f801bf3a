package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void controlCharactersGoAndLineBreaksStay() {
        assertThat(CleanText.of("a\u0000b\r\n\tc\u001b[31m\u0085\u007f")).isEqualTo("ab\n\tc[31m");
    }

    @Test
    void everyLanguageAndEmojiStay() {
        var words = "القرص ممتلئ \u200fدיסק 磁盘 👩‍🚒🔥 ǅ i̇ <!channel>";

        assertThat(CleanText.of(words)).isEqualTo(words);
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() {
        assertThat(CleanText.of("\ud83da\udd25🔥\ud83d")).isEqualTo("\uFFFDa\uFFFD🔥\uFFFD");
    }

    @Test
    void textThatTurnsTheLineAroundDoesNot() {
        assertThat(CleanText.of("safe\u202Egnp.exe\u202C \u2067x\u2069\u202D\u202A\u202B\u2066\u2068"))
                .isEqualTo("safegnp.exe x");
    }

    @Test
    void aLineHasSingleSpaces() {
        assertThat(CleanText.line("\n Disk \t\u2028 full\r\n")).isEqualTo("Disk full");
    }

    @Test
    void cuttingSaysHowMuchIsLeftOut() {
        assertThat(CleanText.cut("x".repeat(10_060), 100)).isEqualTo("x".repeat(60) + "… (cut, 10 kB more)");
        assertThat(CleanText.cut("x".repeat(101), 100)).isEqualTo("x".repeat(60) + "… (cut, 41 bytes more)");
        assertThat(CleanText.cut("x".repeat(100), 100)).hasSize(100);
    }

    @Test
    void cuttingNeverSplitsAnEmojiAndCutTextIsNotCutAgain() {
        for (int lead = 0; lead < 3; lead++) {
            var cut = CleanText.cut("x".repeat(lead) + "🔥".repeat(3_000_000), 100);

            assertThat(cut).isEqualTo(CleanText.of(cut)).hasSizeLessThanOrEqualTo(100);
            assertThat(CleanText.cut(cut, 100)).isEqualTo(cut);
        }
    }
}

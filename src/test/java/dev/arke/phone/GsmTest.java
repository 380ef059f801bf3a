package dev.arke.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many parts a text takes on the network, and how it is cut. */
class GsmTest {
    @Test
    void theNetworksOwnAlphabetHas160CharactersThen153Each() {
        assertThat(Gsm.parts("a".repeat(160))).isEqualTo(1);
        assertThat(Gsm.parts("a".repeat(161))).isEqualTo(2);
        assertThat(Gsm.parts("é".repeat(306))).isEqualTo(2);
        assertThat(Gsm.parts("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void itsExtensionCountsTwice() {
        assertThat(Gsm.parts("€".repeat(80))).isEqualTo(1);
        assertThat(Gsm.parts("[".repeat(81))).isEqualTo(2);
    }

    @Test
    void anythingElseHas70Then67Each() {
        assertThat(Gsm.parts("ж".repeat(70))).isEqualTo(1);
        assertThat(Gsm.parts("ж".repeat(71))).isEqualTo(2);
        assertThat(Gsm.parts("😀".repeat(35))).isEqualTo(1);
        assertThat(Gsm.parts("😀".repeat(36))).isEqualTo(2);
    }

    @Test
    void fineQuotesAndDashesBecomePlain() {
        assertThat(Gsm.plain("“disk” – it’s full…")).isEqualTo("\"disk\" - it's full...");
        assertThat(Gsm.parts(Gsm.plain("“" + "a".repeat(158) + "”"))).isEqualTo(1);
    }

    @Test
    void theEndingStaysWholeWhateverTheWordsAre() {
        var ending = "\nReply ack 12, help";
        for (var words : new String[] {"word ".repeat(400), "x".repeat(2000), "😀".repeat(500), "ж ".repeat(900)}) {
            var cut = Gsm.cut(words, ending, 3);

            assertThat(cut).endsWith("..." + ending);
            assertThat(Gsm.parts(cut)).isEqualTo(3);
            assertThat(cut.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        }
        assertThat(Gsm.cut("short", ending, 1)).isEqualTo("short" + ending);
    }
}

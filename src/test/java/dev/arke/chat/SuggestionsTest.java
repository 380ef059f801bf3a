package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void whatBeginsAVerbCountsBeforeWhatMisspellsOne() {
        assertThat(Suggestions.near("not")).containsExactly("note");
        assertThat(Suggestions.near("no")).containsExactly("note");
        assertThat(Suggestions.near("cl")).containsExactly("claim", "close");
        assertThat(Suggestions.near("ackn")).containsExactly("acknowledge");
    }

    @Test
    void theNearestSpellingsWin() {
        assertThat(Suggestions.near("akc")).containsExactly("ack");
        assertThat(Suggestions.near("snoze")).containsExactly("snooze");
        assertThat(Suggestions.near("escallate")).containsExactly("escalate");
        assertThat(Suggestions.near("LSIT")).containsExactly("list");
        assertThat(Suggestions.near("un-ack")).containsExactly("unack");
    }

    @Test
    void farWordsAreNotGuessedAt() {
        assertThat(Suggestions.near("frobnicate")).isEmpty();
        assertThat(Suggestions.near("thanks")).isEmpty();
        assertThat(Suggestions.near("")).isEmpty();
        assertThat(Suggestions.near("a".repeat(40_000))).isEmpty();
    }

    @Test
    void aSwapOfNeighboursIsOneEdit() {
        assertThat(EditDistance.between("resolve", "resovle")).isEqualTo(1);
        assertThat(EditDistance.between("ack", "")).isEqualTo(3);
        assertThat(EditDistance.between("", "")).isZero();
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    }
}

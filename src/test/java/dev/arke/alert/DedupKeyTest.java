package dev.arke.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DedupKeyTest {
    @Test
    void shortKeysStayAsTheyAre() {
        assertThat(DedupKey.fit("eu-1/Disk\nFull 🔥")).isEqualTo("eu-1/Disk Full 🔥");
        assertThat(DedupKey.fit("k".repeat(255))).isEqualTo("k".repeat(255));
    }

    @Test
    void longKeysStayReadableAndDifferent() {
        var one = DedupKey.fit("disk of " + "🔥".repeat(300) + "1");
        var two = DedupKey.fit("disk of " + "🔥".repeat(300) + "2");

        assertThat(one).startsWith("disk of 🔥").hasSizeLessThanOrEqualTo(255).isEqualTo(CleanText.of(one));
        assertThat(one).isNotEqualTo(two).isEqualTo(DedupKey.fit(one));
    }

    @Test
    void summaryAndLabelsMakeAKey() {
        var labels = new TreeMap<>(Map.of("env", "prod", "az", "b"));

        assertThat(DedupKey.of("Disk full", labels)).isEqualTo("Disk full {az=b, env=prod}");
        assertThat(DedupKey.of("Disk full", new TreeMap<>())).isEqualTo("Disk full");
    }
}

package dev.arke.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadingJsonTest {
    @Test
    void aBodyIsMapsAndLists() {
        assertThat(LeadingJson.fields("{\"a\": {\"b\": [1, true, null, \"x\", 2.5]}, \"c\": null}"))
                .isEqualTo(Map.of("a", Map.of("b", List.of(1, true, "x", 2.5))));
        assertThat(LeadingJson.fields("[1]")).isEmpty();
        assertThat(LeadingJson.fields("no json")).isEmpty();
        assertThat(LeadingJson.fields("")).isEmpty();
    }

    @Test
    void ofOneThatIsCutAllThatCameBeforeCounts() {
        assertThat(LeadingJson.fields(
                        "{\"status\": \"firing\", \"alerts\": [{\"labels\": {\"instance\": \"db-3\", \"job\":"
                                + " \"no… (cut"))
                .isEqualTo(Map.of("status", "firing", "alerts", List.of(Map.of("labels", Map.of("instance", "db-3")))));
    }
}

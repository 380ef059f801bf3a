package dev.arke.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EscalationCase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of escalation through the pure rules; those of contact methods are {@code PagePlanTest}'s. */
class EscalationVectorsTest {
    static Stream<EscalationCase> cases() {
        return EscalationCase.all().filter(vector -> vector.pages().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pagesAsTheVectorSays(EscalationCase vector) {
        var played = new PureEscalation(vector);

        played.play();

        assertThat(played.pages()).isEqualTo(vector.pages().orElseThrow());
        vector.states().ifPresent(states -> assertThat(played.states()).isEqualTo(states));
        EscalationCase.stream(vector.then().get("said"))
                .forEach(line -> assertThat(played.said())
                        .anyMatch(said -> matches(said, line.get("what").textValue())));
        if (vector.then().has("exhausted_at"))
            assertThat(played.exhaustedAt())
                    .hasValue(vector.then().get("exhausted_at").longValue());
        if (vector.then().has("repeats"))
            assertThat(played.repeats()).isEqualTo(vector.then().get("repeats").intValue());
    }

    /** The words are ours to choose: ours say "no contact method worked" without the name. */
    private static boolean matches(String said, String expected) {
        return said.equals(expected.replaceAll("no contact method of \\w+ worked", "no contact method worked"));
    }
}

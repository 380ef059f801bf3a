package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {
    private static final String JSON = "{\"summary\": \"القرص 🔥 é\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void encodingsAreTold(String name) {
        var charset = Charset.forName(name);

        assertThat(BodyText.of(JSON.getBytes(charset))).isEqualTo(JSON);
        assertThat(BodyText.of(("\uFEFF" + JSON).getBytes(charset))).isEqualTo(JSON);
        assertThat(BodyText.of("[]".getBytes(charset))).isEqualTo("[]");
        assertThat(BodyText.of("7".getBytes(charset))).isEqualTo("7");
    }

    @Test
    void bytesThatDoNotFitAreReplaced() {
        assertThat(BodyText.of("{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("{\"a\": \"\uFFFD\"}");
        assertThat(BodyText.of(new byte[0])).isEmpty();
    }
}

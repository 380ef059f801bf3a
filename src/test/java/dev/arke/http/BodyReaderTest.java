package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.http.BodyReader.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BodyReaderTest {
    private final BodyReader reader = new BodyReader(10, Duration.ofSeconds(30));

    @Test
    void theLimitItselfIsNotTooMuch() {
        assertThat(reader.read(stream("0123456789"), ""))
                .isInstanceOfSatisfying(
                        Body.Whole.class, whole -> assertThat(whole.bytes()).hasSize(10));
        assertThat(reader.read(stream("0123456789a"), "identity"))
                .isInstanceOfSatisfying(
                        Body.TooLarge.class,
                        large -> assertThat(large.head()).asString().isEqualTo("0123456789"));
    }

    @Test
    void anEndlessBodyIsNotReadForEver() {
        var endless = new Endless();

        assertThat(reader.read(endless, "")).isInstanceOf(Body.TooLarge.class);
        assertThat(endless.count).isLessThan(17 << 20);
    }

    @Test
    void aConnectionThatBreaksIsNotTheSendersFault() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();

        assertThat(reader.read(broken, "")).isInstanceOf(Body.Incomplete.class);
    }

    private static final class Endless extends InputStream {
        private long count;

        @Override
        public int read() {
            count++;
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            count += length;
            return length;
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

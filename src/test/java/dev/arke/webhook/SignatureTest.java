package dev.arke.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.MovableInstants;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SignatureTest {
    /** Computed with Python's hmac. */
    @Test
    void aReceiverCanComputeIt() {
        var body = "{\"a\":\"ö\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(new Signature("0123456789abcdef0123456789abcdef").of(body, MovableInstants.START))
                .isEqualTo("t=1768208400,v1=6c1db316121df169d7cc48d5a2141c3b10d020c0a4b43e8788842e69848a9bf7");
    }
}

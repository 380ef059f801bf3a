package dev.arke.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokensTest {
    private final Tokens tokens = new Tokens(new Seal("the app's secret", new SecureRandom()));

    @Test
    void comeBackAsTheyWere() {
        var sealed = tokens.sealed("xoxb-1", Optional.of("xoxe-1"));

        assertThat(tokens.access(sealed)).contains("xoxb-1");
        assertThat(tokens.refresh(sealed)).contains("xoxe-1");
        assertThat(tokens.refresh(tokens.sealed("xoxb-1", Optional.empty()))).isEmpty();
    }

    @Test
    void areNotToBeReadInTheDatabaseAndDifferEachTime() {
        var sealed = tokens.sealed("xoxb-1", Optional.of("xoxe-1"));

        assertThat(sealed).doesNotContain("xox");
        assertThat(tokens.sealed("xoxb-1", Optional.of("xoxe-1"))).isNotEqualTo(sealed);
    }

    @Test
    void anotherSecretOrAChangedTextOpensNothing() {
        var sealed = tokens.sealed("xoxb-1", Optional.empty());
        var changed = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);

        assertThat(new Tokens(new Seal("another", new SecureRandom())).access(sealed))
                .isEmpty();
        assertThat(tokens.access(changed)).isEmpty();
        assertThat(tokens.access("")).isEmpty();
        assertThat(tokens.access("not base64!")).isEmpty();
    }
}

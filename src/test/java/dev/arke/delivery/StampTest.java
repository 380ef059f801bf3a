package dev.arke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What we signed is ours, and nothing else is. */
final class StampTest {
    private static final UUID ID = UUID.fromString("0198c0de-ffff-7abc-8000-0123456789ab");
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");

    private final Stamp stamp = new Stamp("stored", "secret");
    private final String link = stamp.link(new Stamp.Link(ID, NOW.plusSeconds(60), "resolve 12 Ödeme"));

    @Test
    void aReplyIsKnownInAnyCaseAndFitsIntoAnAddress() {
        var token = stamp.reply(ID);

        assertThat(token).matches("[a-z2-7]{46}");
        assertThat(stamp.replyTo(token)).hasValue(ID);
        assertThat(stamp.replyTo(token.toUpperCase(Locale.ROOT))).hasValue(ID);
    }

    @Test
    void aChangedReplyIsNotOurs() {
        var token = stamp.reply(ID);

        for (int i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(stamp.replyTo(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(stamp.replyTo(token.substring(1))).isEmpty();
        assertThat(stamp.replyTo(token + "a")).isEmpty();
        assertThat(stamp.replyTo("")).isEmpty();
        assertThat(stamp.replyTo("é".repeat(46))).isEmpty();
    }

    @Test
    void aLinkSaysWhatItWasMadeFor() {
        assertThat(stamp.read(link, NOW)).hasValue(new Stamp.Link(ID, NOW.plusSeconds(60), "resolve 12 Ödeme"));
        assertThat(link).matches("[\\w.-]+");
    }

    @Test
    void aLinkEnds() {
        assertThat(stamp.read(link, NOW.plusSeconds(59))).isPresent();
        assertThat(stamp.read(link, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aChangedLinkIsNotOurs() {
        for (int i = 0; i < link.length() - 1; i++) {
            var other = link.charAt(i) == 'A' ? 'Q' : 'A';
            assertThat(stamp.read(link.substring(0, i) + other + link.substring(i + 1), NOW))
                    .as(Integer.toString(i))
                    .isEmpty();
        }
        assertThat(stamp.read(link.substring(0, link.indexOf('.')), NOW)).isEmpty();
        assertThat(stamp.read(link.substring(0, link.indexOf('.') + 1), NOW)).isEmpty();
        assertThat(stamp.read("." + link.substring(link.indexOf('.') + 1), NOW)).isEmpty();
        assertThat(stamp.read("~" + link, NOW)).isEmpty();
    }

    @Test
    void bothHalvesOfTheKeyCount() {
        assertThat(new Stamp("stored", "secret").read(link, NOW)).isPresent();
        for (var other :
                new Stamp[] {new Stamp("stored", ""), new Stamp("", "secret"), new Stamp("secret", "stored")}) {
            assertThat(other.read(link, NOW)).isEmpty();
            assertThat(other.replyTo(stamp.reply(ID))).isEmpty();
        }
    }
}

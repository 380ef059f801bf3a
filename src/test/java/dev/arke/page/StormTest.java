package dev.arke.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.page.Storm.Digest;
import dev.arke.page.Storm.Place;
import dev.arke.page.Storm.Place.InDigest;
import dev.arke.page.Storm.Place.NewDigest;
import dev.arke.page.Storm.Place.OwnMessage;
import dev.arke.testkit.MovableInstants;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StormTest {
    private static final Instant NOW = MovableInstants.START;
    private static final UUID OLD = new UUID(0, 1);
    private static final UUID FRESH = new UUID(0, 2);
    private static final StormSettings SETTINGS =
            new StormSettings(5, Duration.ofMinutes(1), 3, Duration.ofHours(1), 3);

    @Test
    void fiveCardsStandAloneAndTheSixthBeginsADigest() {
        var places = places(new Storm(SETTINGS, 0, Optional.empty(), NOW), 8);

        assertThat(places.subList(0, 5)).containsOnly(new OwnMessage());
        assertThat(places.subList(5, 8))
                .containsExactly(new NewDigest(FRESH), new InDigest(FRESH), new InDigest(FRESH));
    }

    @Test
    void cardsOfTheLastMinuteCountToo() {
        assertThat(places(new Storm(SETTINGS, 4, Optional.empty(), NOW), 2))
                .containsExactly(new OwnMessage(), new NewDigest(FRESH));
    }

    @Test
    void aStormThatGoesOnGoesOnInItsDigest() {
        var digest = new Digest(OLD, 1, NOW.minus(Duration.ofMinutes(20)), NOW.minusSeconds(59));

        assertThat(places(new Storm(SETTINGS, 9, Optional.of(digest), NOW), 1)).containsExactly(new InDigest(OLD));
    }

    @Test
    void aNewStormIsANewMessage() {
        var calm = new Digest(OLD, 1, NOW.minus(Duration.ofMinutes(20)), NOW.minusSeconds(60));
        var longAgo = new Digest(OLD, 1, NOW.minus(Duration.ofHours(1)), NOW.minusSeconds(1));

        assertThat(places(new Storm(SETTINGS, 9, Optional.of(calm), NOW), 1)).containsExactly(new NewDigest(FRESH));
        assertThat(places(new Storm(SETTINGS, 9, Optional.of(longAgo), NOW), 1)).containsExactly(new NewDigest(FRESH));
    }

    @Test
    void aFullDigestIsFollowedByAnother() {
        var full = new Digest(OLD, 3, NOW.minusSeconds(30), NOW.minusSeconds(1));

        assertThat(places(new Storm(SETTINGS, 9, Optional.of(full), NOW), 2))
                .containsExactly(new NewDigest(FRESH), new InDigest(FRESH));
    }

    private static List<Place> places(Storm storm, int howMany) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < howMany; i++) places.add(storm.next(() -> FRESH));
        return places;
    }
}

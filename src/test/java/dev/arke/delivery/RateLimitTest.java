package dev.arke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitTest {
    private static final Instant NOW = Rows.NOW;
    private static final RateScope WORKSPACE = new RateScope("T1 chat.update", 50, Duration.ofMinutes(1));
    private static final RateScope CHANNEL = new RateScope("T1 C1", 1, Duration.ofSeconds(1));
    private static final RateScope OTHER_CHANNEL = new RateScope("T1 C2", 1, Duration.ofSeconds(1));

    private final RateLimit limit = new RateLimit();

    @Test
    void aPermitComesBackWithTime() {
        assertThat(take(NOW, CHANNEL)).isEmpty();
        assertThat(take(NOW, CHANNEL)).contains(NOW.plusSeconds(1));
        assertThat(take(NOW.plusMillis(999), CHANNEL)).isPresent();
        assertThat(take(NOW.plusSeconds(1), CHANNEL)).isEmpty();
    }

    @Test
    void permitsDoNotPileUpBeyondTheLimit() {
        assertThat(take(NOW, CHANNEL)).isEmpty();
        var later = NOW.plusSeconds(3600);

        assertThat(take(later, CHANNEL)).isEmpty();
        assertThat(take(later, CHANNEL)).isPresent();
    }

    @Test
    void noPermitIsTakenUnlessAllAreThere() {
        assertThat(take(NOW, WORKSPACE, CHANNEL)).isEmpty();
        assertThat(take(NOW, WORKSPACE, CHANNEL)).isPresent();

        for (int i = 0; i < 49; i++) assertThat(take(NOW, WORKSPACE)).isEmpty();
        assertThat(take(NOW, WORKSPACE, OTHER_CHANNEL)).isPresent();
        assertThat(take(NOW, OTHER_CHANNEL)).isEmpty();
    }

    @Test
    void thoseThatWaitComeBackOneAfterTheOther() {
        take(NOW, CHANNEL);

        assertThat(take(NOW, CHANNEL)).contains(NOW.plusSeconds(1));
        assertThat(take(NOW, CHANNEL)).contains(NOW.plusSeconds(2));
        assertThat(take(NOW, CHANNEL)).contains(NOW.plusSeconds(3));
    }

    @Test
    void pagesComeBackTogetherAndAheadOfTheQueue() {
        take(NOW, CHANNEL);
        take(NOW, CHANNEL);
        take(NOW, CHANNEL);

        assertThat(page("dana", NOW, CHANNEL)).contains(NOW.plusSeconds(1));
        assertThat(page("dana", NOW, CHANNEL)).contains(NOW.plusSeconds(1));
    }

    @Test
    void pagesToOthersComeOneAfterTheOther() {
        exhaust(WORKSPACE);

        assertThat(page("dana", NOW, WORKSPACE)).contains(NOW.plusMillis(1_200));
        assertThat(page("ben", NOW, WORKSPACE)).contains(NOW.plusMillis(2_400));
        assertThat(page("dana", NOW, WORKSPACE)).contains(NOW.plusMillis(1_200));
        assertThat(page("kim", NOW, WORKSPACE)).contains(NOW.plusMillis(3_600));
    }

    @Test
    void nobodyPassesThePagesThatStandInLine() {
        exhaust(WORKSPACE);
        page("dana", NOW, WORKSPACE);
        page("ben", NOW, WORKSPACE);
        var turn = NOW.plusMillis(1_200);

        assertThat(page("kim", turn, WORKSPACE)).contains(NOW.plusMillis(3_600));
        assertThat(take(turn, WORKSPACE)).contains(turn.plusMillis(1_200));
        assertThat(page("dana", turn, WORKSPACE)).isEmpty();
        assertThat(page("dana", turn, WORKSPACE)).contains(NOW.plusMillis(4_800));
    }

    @Test
    void whoseTurnHasComeDoesNotStandInLineAgain() {
        exhaust(WORKSPACE);
        page("dana", NOW, WORKSPACE);
        page("ben", NOW, WORKSPACE);
        page("kim", NOW, WORKSPACE);
        var turn = NOW.plusMillis(2_400);
        assertThat(page("dana", turn, WORKSPACE)).isEmpty();
        limit.block(WORKSPACE, turn.plusSeconds(1), turn);

        assertThat(page("ben", turn, WORKSPACE)).contains(turn.plusSeconds(1));
    }

    @Test
    void whenThoseInLineWereCalledOffNobodyWaitsForThem() {
        exhaust(WORKSPACE);
        for (int i = 0; i < 5; i++) page("p" + i, NOW, WORKSPACE);

        assertThat(page("kim", NOW.plusMillis(2_400), WORKSPACE)).isPresent();
        assertThat(page("kim", NOW.plusMillis(8_000), WORKSPACE)).isEmpty();
        assertThat(take(NOW.plusMillis(8_000), WORKSPACE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 3_200})
    void nobodyIsPassedHoweverLongTheLineIsOrHowSeldomItIsAsked(int millis) {
        exhaust(WORKSPACE);
        var due = new LinkedHashMap<String, Instant>();
        for (int i = 0; i < 30; i++) due.put("old " + i, NOW);
        var sent = new ArrayList<String>();
        var now = NOW;
        for (int n = 0; sent.size() < 40; now = now.plusMillis(millis), n++) {
            if (n >= 1 && n < 11) due.put("new " + n, now);
            for (var to : List.copyOf(due.keySet())) {
                if (due.getOrDefault(to, NOW).isAfter(now)) continue;
                page(to, now, WORKSPACE).ifPresentOrElse(at -> due.put(to, at), () -> {
                    due.remove(to);
                    sent.add(to);
                });
            }
        }
        assertThat(sent.subList(0, 30)).allMatch(to -> to.startsWith("old"));
        assertThat(Duration.between(NOW, now)).isLessThan(Duration.ofSeconds(40 * 6 / 5 + 12));
    }

    @Test
    void whoseTurnIsPutOffHasItThen() {
        exhaust(WORKSPACE);
        page("dana", NOW, WORKSPACE);
        page("ben", NOW, WORKSPACE);
        var turn = NOW.plusMillis(1_200);
        limit.block(WORKSPACE, turn.plusSeconds(60), turn);
        assertThat(page("dana", turn, WORKSPACE)).contains(turn.plusSeconds(60));
        exhaustAt(turn.plusSeconds(60), WORKSPACE, 49);

        assertThat(page("kim", turn.plusSeconds(60), WORKSPACE)).isPresent();
        assertThat(page("dana", turn.plusSeconds(60), WORKSPACE)).isEmpty();
    }

    private void exhaustAt(Instant now, RateScope scope, int permits) {
        for (int i = 0; i < permits; i++)
            assertThat(limit.take(List.of(scope), now)).isEmpty();
    }

    @Test
    void aChatThatTakesNothingForAWhileHoldsUpNoOther() {
        exhaust(WORKSPACE);
        limit.block(CHANNEL, NOW.plusSeconds(30), NOW);

        assertThat(page("dana", NOW, WORKSPACE, CHANNEL)).contains(NOW.plusSeconds(30));
        assertThat(page("ben", NOW, WORKSPACE, OTHER_CHANNEL)).contains(NOW.plusMillis(2_400));
    }

    @Test
    void theOnlyPermitIsThatOfThePageWhoseTurnItIs() {
        exhaust(CHANNEL);
        page("dana", NOW, CHANNEL);

        assertThat(take(NOW.plusSeconds(1), CHANNEL)).isPresent();
        assertThat(page("dana", NOW.plusSeconds(1), CHANNEL)).isEmpty();
    }

    @Test
    void fiveHundredPagesTakeAsLongAsTheLimitDemandsBesideWhatIsNoPage() {
        var teams = new RateScope("teams", 12, Duration.ofMillis(500));
        var due = new TreeMap<String, Instant>();
        for (int i = 0; i < 500; i++) due.put("p" + i, NOW);
        int asked = 0;
        var now = NOW;
        for (; !due.isEmpty(); now = now.plusMillis(130)) {
            for (int i = 0; i < 10; i++) take(now, teams);
            for (var to : List.copyOf(due.keySet())) {
                if (due.getOrDefault(to, NOW).isAfter(now)) continue;
                asked++;
                page(to, now, teams).ifPresentOrElse(at -> due.put(to, at), () -> due.remove(to));
            }
        }
        assertThat(Duration.between(NOW, now)).isLessThan(Duration.ofSeconds(21));
        assertThat(asked).isLessThan(1_500);
    }

    @Test
    void nobodyStandsInLineForLongerThanTenSeconds() {
        exhaust(WORKSPACE);
        for (int i = 0; i < 100; i++) page("p" + i, NOW, WORKSPACE);

        assertThat(page("kim", NOW, WORKSPACE)).contains(NOW.plusSeconds(10));
    }

    private void exhaust(RateScope scope) {
        for (int i = 0; i < scope.permits(); i++) assertThat(take(NOW, scope)).isEmpty();
    }

    private Optional<Instant> page(String address, Instant now, RateScope... scopes) {
        return limit.takeOrQueue(List.of(scopes), Optional.of(address), now);
    }

    @Test
    void whatTheCarrierForbidsIsForbiddenToAll() {
        limit.block(CHANNEL, NOW.plusSeconds(30), NOW);

        assertThat(page("dana", NOW, CHANNEL)).contains(NOW.plusSeconds(30));
        assertThat(page("dana", NOW.plusSeconds(30), CHANNEL)).isEmpty();
    }

    @Test
    void aThousandSendersNeverExceedTheLimit() {
        int sent = 0;
        for (int i = 0; i < 10_000; i++) if (take(NOW.plusMillis(i), CHANNEL).isEmpty()) sent++;

        assertThat(sent).isEqualTo(10);
    }

    private Optional<Instant> take(Instant now, RateScope... scopes) {
        return limit.takeOrQueue(List.of(scopes), Optional.empty(), now);
    }
}

package dev.arke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TimeLimitTest {
    private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(1));

    @Test
    void anOutcomeInTimeIsTheOutcome() {
        assertThat(LONG.within("the far end", () -> new Outcome.Delivered("ref")))
                .isEqualTo(new Outcome.Delivered("ref"));
    }

    @Test
    void whatTakesTooLongIsEndedAndATimeOut() throws InterruptedException {
        var ended = new CountDownLatch(1);

        var outcome = new TimeLimit(Duration.ofMillis(50)).within("the far end", () -> {
            try {
                new CountDownLatch(1).await();
                return new Outcome.Delivered("never");
            } finally {
                ended.countDown();
            }
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Again.class, again -> assertThat(again.reason()).isEqualTo(FailureReason.TIMEOUT));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExceptionNobodyForesawIsTriedAgainAndTellsNothing() {
        var outcome = LONG.within("the far end", () -> {
            throw new IllegalStateException("s3cret");
        });

        assertThat(outcome).isInstanceOf(Outcome.Again.class);
        assertThat(outcome.toString()).doesNotContain("s3cret");
    }

    @Test
    void anInterruptedSenderStopsAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        var outcome = LONG.within("the far end", () -> {
            new CountDownLatch(1).await();
            return new Outcome.Delivered("never");
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Again.class, again -> assertThat(again.reason()).isEqualTo(FailureReason.CANCELLED));
    }
}

package dev.arke.mail;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mail server can be used, asked at most every 30 seconds however often /ready is. Whoever asks waits 2 seconds
 * at most; a slower answer is there for the next who asks.
 */
final class MailCheck {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Outcome> ask;
    private final InstantSource clock;
    private CompletableFuture<Outcome> asked = new CompletableFuture<>();
    private @Nullable Instant askedAt;
    private volatile @Nullable Outcome last;

    MailCheck(Supplier<Outcome> ask, InstantSource clock) {
        this.ask = ask;
        this.clock = clock;
    }

    Outcome outcome() {
        try {
            return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var known = last;
            return known == null ? unknown(FailureReason.TIMEOUT, "the mail server has not answered yet") : known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(FailureReason.CANCELLED, "Arke is stopping");
        } catch (ExecutionException e) {
            return unknown(FailureReason.OTHER, "the mail server could not be checked");
        }
    }

    private synchronized CompletableFuture<Outcome> current() {
        var now = clock.instant();
        if (askedAt == null || (asked.isDone() && !now.isBefore(askedAt.plus(FRESH)))) {
            var answer = new CompletableFuture<Outcome>();
            askedAt = now;
            asked = answer;
            Thread.ofVirtual().name("mail check").start(() -> answer.complete(remember(ask.get())));
        }
        return asked;
    }

    private Outcome remember(Outcome outcome) {
        last = outcome;
        return outcome;
    }

    private static Outcome unknown(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }
}

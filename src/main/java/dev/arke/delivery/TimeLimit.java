package dev.arke.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The longest that one call of a far end takes, whatever it does: a time-out of a socket alone does not end a far end that
 * drips a byte now and then, nor a slow name server. {@code whole} is shorter than a delivery's lease of 30 seconds.
 */
public record TimeLimit(Duration whole) {
    public static final TimeLimit STANDARD = new TimeLimit(Duration.ofSeconds(20));

    private static final int FRAMES = 8;
    private static final Logger log = LoggerFactory.getLogger(TimeLimit.class);

    /** The outcome of {@code attempt}; throws nothing. {@code farEnd} is the subject of a sentence: "the mail server". */
    public Outcome within(String farEnd, Callable<Outcome> attempt) {
        var task = new FutureTask<>(attempt);
        // Virtual: an interrupt closes the socket that such a thread waits for.
        Thread.ofVirtual().name("call of " + farEnd).start(task);
        try {
            return task.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return again(FailureReason.TIMEOUT, farEnd + " took longer than " + seconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return again(FailureReason.CANCELLED, "Arke is stopping");
        } catch (ExecutionException e) {
            logUnforeseen(farEnd, Objects.requireNonNullElse(e.getCause(), e));
            return again(FailureReason.OTHER, "sending failed unexpectedly; the server's log says more");
        } finally {
            task.cancel(true);
        }
    }

    /** Without the exception's message, which may hold an address or a token. */
    private static void logUnforeseen(String farEnd, Throwable failure) {
        log.atError()
                .setMessage("A carrier failed in a way it does not know")
                .addKeyValue("farEnd", farEnd)
                .addKeyValue("failure", failure.getClass().getName())
                .addKeyValue(
                        "at",
                        Arrays.stream(failure.getStackTrace()).limit(FRAMES).toList())
                .log();
    }

    private long seconds() {
        return Math.max(1, whole.toSeconds());
    }

    private static Outcome again(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }
}

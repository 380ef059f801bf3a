package dev.arke.engine.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks every component at the same time; one that does not answer in time has that for its problem. */
public final class CheckHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Asked> asked;
    private final Duration patience;

    public CheckHealth(List<Check> checks) {
        this(checks, PATIENCE);
    }

    CheckHealth(List<Check> checks, Duration patience) {
        this.asked = checks.stream().map(Asked::new).toList();
        this.patience = patience;
    }

    /** All components in the order of their checks, after 2 seconds at the latest. */
    public List<Component> checkHealth() {
        var questions = asked.stream().map(Asked::ask).toList();
        long deadline = System.nanoTime() + patience.toNanos();
        return IntStream.range(0, asked.size())
                .mapToObj(i -> asked.get(i).answer(questions.get(i), deadline, patience))
                .toList();
    }

    /** A check and the question that is under way: one that hangs is not asked a second time beside it. */
    private static final class Asked {
        private final Check check;
        private @Nullable FutureTask<Optional<String>> underWay;

        Asked(Check check) {
            this.check = check;
        }

        /** The question under way, or a new one. */
        synchronized FutureTask<Optional<String>> ask() {
            var present = underWay;
            if (present != null && !present.isDone()) return present;
            var fresh = new FutureTask<>(check.problem()::get);
            underWay = fresh;
            Thread.ofPlatform().daemon(true).name("check " + check.name()).start(fresh);
            return fresh;
        }

        Component answer(FutureTask<Optional<String>> question, long deadline, Duration patience) {
            return new Component(check.name(), check.need(), problem(question, deadline, patience));
        }

        private static Optional<String> problem(
                FutureTask<Optional<String>> question, long deadline, Duration patience) {
            try {
                return question.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return Optional.of("does not answer within " + patience.toSeconds() + " seconds");
            } catch (ExecutionException e) {
                return Optional.of(String.valueOf(e.getCause() == null ? e.getMessage() : words(e.getCause())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("was not waited for: Arke is stopping");
            }
        }

        private static String words(Throwable failure) {
            return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        }
    }
}

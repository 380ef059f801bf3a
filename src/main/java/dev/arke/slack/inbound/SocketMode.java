package dev.arke.slack.inbound;

import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to Slack over which it sends what it would send by HTTP, so that no public address is needed. Kept up as
 * long as Arke runs: Slack ends each one every few hours and warns before, and then the next one is opened first. While Slack cannot
 * be reached it is tried again, ever more slowly, up to every 30 seconds.
 */
public final class SocketMode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** What ends sooner is no connection to count on: the next is not made in a hurry. */
    private static final Duration LASTING = Duration.ofSeconds(10);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final SlackApp app;
    private final SlackClient client;
    private final String appToken;
    private final Thread loop =
            Thread.ofPlatform().daemon().name("slack socket").unstarted(this::keepUp);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Socket wanted;
    private boolean stopped;
    private Duration asLongAsSlackSays = Duration.ZERO;
    private volatile String problem = "not connected yet";

    public SocketMode(SlackApp app, SlackClient client, String appToken) {
        this.app = app;
        this.client = client;
        this.appToken = appToken;
    }

    /** Comes back at once, whether Slack is there or not. */
    public void start() {
        loop.start();
    }

    /** Empty while connected; else why not, for /ready. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(words -> !words.isEmpty());
    }

    private void keepUp() {
        @Nullable Socket present = null;
        @Nullable Socket leaving = null;
        var pause = FIRST_PAUSE;
        while (!isStopped()) {
            var next = connect();
            // What came over it is still answered over it; Slack ends it by itself.
            if (leaving != null) leaving.close();
            leaving = present;
            present = next.orElse(null);
            long since = System.nanoTime();
            if (present != null) awaitEnd(present);
            boolean hasLasted = present != null && System.nanoTime() - since >= LASTING.toNanos();
            if (hasLasted) pause = FIRST_PAUSE;
            else {
                if (present != null) notConnected("Slack ended the last connection soon after it was made");
                pause(pause.compareTo(asLongAsSlackSays) > 0 ? pause : asLongAsSlackSays);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        if (leaving != null) leaving.close();
        if (present != null) present.close();
    }

    private Optional<Socket> connect() {
        var address = client.call(appToken, methods -> methods.appsConnectionsOpen(open -> open))
                .map(AppsConnectionsOpenResponse::getUrl);
        asLongAsSlackSays = address.failed().map(SlackFailure::after).orElse(Duration.ZERO);
        return switch (address) {
            case Called.Failed<String>(var failure) -> notConnected(failure.problem());
            case Called.Ok<String>(var url) -> connect(URI.create(url));
        };
    }

    private Optional<Socket> connect(URI address) {
        var socket = new Socket(address, app, this::ended);
        use(socket);
        if (!socket.open()) return notConnected("Slack did not take the connection");
        if (!problem.isEmpty()) LOG.info("connected to Slack's Socket Mode");
        problem = "";
        return Optional.of(socket);
    }

    private Optional<Socket> notConnected(String why) {
        if (!isStopped()) LOG.atWarn().addKeyValue("problem", why).log("no connection to Slack's Socket Mode");
        problem = "no connection to Slack's Socket Mode: " + why;
        return Optional.empty();
    }

    private void use(Socket socket) {
        lock.lock();
        try {
            wanted = socket;
        } finally {
            lock.unlock();
        }
    }

    /** Slack ended a connection, or is about to. */
    private void ended(Socket socket) {
        lock.lock();
        try {
            if (wanted != socket) return;
            wanted = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitEnd(Socket socket) {
        lock.lock();
        try {
            while (wanted == socket && !stopped) changed.awaitUninterruptibly();
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration length) {
        lock.lock();
        try {
            long left = length.toNanos();
            while (!stopped && left > 0) left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped || Thread.currentThread().isInterrupted();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!loop.join(STOP_PATIENCE)) loop.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

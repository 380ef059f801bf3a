package dev.arke.engine.delivery;

import dev.arke.delivery.Attempt;
import dev.arke.delivery.Carrier;
import dev.arke.engine.delivery.SendMessage.Done;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one carrier busy, so that a slow one holds up no other: claims as many rows as it may have on their way. What its limits
 * put back is looked for again when they let it through, and not only at the next sweep.
 */
final class CarrierLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierLoop.class);
    private static final int NOTHING_LEFT = Integer.MAX_VALUE;
    /** More often costs more than it brings: limits let a burst through. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final Carrier carrier;
    private final ClaimDue claimDue;
    private final SendMessage sendMessage;
    private final RecordingQueue outcomes;
    private final ExecutorService senders;
    private final DeliverySettings settings;
    private final int concurrency;
    private final int reservedForPages;
    private final Semaphore free;
    private final InstantSource clock;
    private final Bell bell = new Bell();
    /** When what limits put back may go. Each is noted when it is written, so that a claim at that instant or later finds it. */
    private final NavigableSet<Instant> chances = new ConcurrentSkipListSet<>();

    private final Retrying retrying;
    private final Thread thread;
    private volatile boolean stopping;
    /** How many permits must be free for a claim to find room for what the last one left; {@link #NOTHING_LEFT} where it took all. */
    private volatile int enough = NOTHING_LEFT;

    private Duration pause;

    CarrierLoop(
            Carrier carrier,
            ClaimDue claimDue,
            SendMessage sendMessage,
            RecordingQueue outcomes,
            ExecutorService senders,
            DeliverySettings settings,
            InstantSource clock) {
        this.carrier = carrier;
        this.claimDue = claimDue;
        this.sendMessage = sendMessage;
        this.outcomes = outcomes;
        this.senders = senders;
        this.settings = settings;
        this.clock = clock;
        this.pause = settings.sweep();
        this.concurrency = Math.min(settings.concurrency(), carrier.atOnce());
        this.reservedForPages = settings.reservedForPages() * concurrency / settings.concurrency();
        this.free = new Semaphore(concurrency);
        var name = "delivery-" + carrier.kind().word();
        this.retrying = new Retrying(name);
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        bell.ring();
    }

    boolean isOf(ContactKind kind) {
        return carrier.kind() == kind;
    }

    Optional<String> problem() {
        return retrying.problem();
    }

    void stop() throws InterruptedException {
        stopping = true;
        bell.ring();
        thread.join();
    }

    private void run() {
        try {
            while (!stopping) if (!sendSome()) bell.await(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is something left to send, and room for it. */
    private boolean sendSome() {
        pause = settings.sweep();
        enough = NOTHING_LEFT;
        int room = free.availablePermits();
        if (room == 0) return isThere(quarterOf(concurrency));
        try {
            int claimed = send(room);
            int wanted = enough(room, claimed);
            // Some may be held for long; but where there was room for pages alone, whoever plans one rings.
            if (wanted != NOTHING_LEFT && (claimed >= room || room > reservedForPages)) pause = SHORTEST_PAUSE;
            // After trouble it may have been what was claimed then.
            boolean wasInTrouble = retrying.problem().isPresent();
            retrying.worked();
            return isThere(wanted) || wasInTrouble;
        } catch (RuntimeException | Error e) {
            // What was claimed and cannot be read is kept for the next time; what else was not handed over waits for
            // its lease's end.
            retrying.failed(e);
            return false;
        }
    }

    /** Hands over what is due, as far as there is room; answers how many rows that were. */
    private int send(int room) {
        var claim = claim(room, room - reservedForPages);
        for (var prepared : claim.prepared()) handOver(prepared, claim);
        pause = untilTheNextChance();
        return claim.prepared().stream().mapToInt(one -> one.rows().size()).sum();
    }

    /** From here on whoever brings back the last of so many permits rings; whether they are there already. */
    private boolean isThere(int permits) {
        enough = permits;
        // Who came back meanwhile saw no need to ring.
        return free.availablePermits() >= permits;
    }

    /** In batches: a claim for each permit that comes back would cost more than it brings. */
    private int enough(int room, int claimed) {
        if (claimed >= room) return quarterOf(concurrency);
        // What is no page may have been left for want of room before all of it was taken.
        return claimed >= room - reservedForPages
                ? reservedForPages + quarterOf(concurrency - reservedForPages)
                : NOTHING_LEFT;
    }

    private static int quarterOf(int permits) {
        return Math.max(1, permits / 4);
    }

    private ClaimDue.Claim claim(int room, int roomBesidesPages) {
        // Before it: what is noted meanwhile may be too late for this claim.
        var now = clock.instant();
        chances.headSet(now, true).clear();
        return claimDue.claim(carrier, room, roomBesidesPages, outcomes.overdue(now));
    }

    /** And a little after it, as the bell counts whole milliseconds. */
    private Duration untilTheNextChance() {
        var until = nextChance()
                .map(next -> Duration.between(clock.instant(), next).plusMillis(1))
                .filter(one -> one.compareTo(settings.sweep()) < 0)
                .orElse(settings.sweep());
        return until.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : until;
    }

    private Optional<Instant> nextChance() {
        return Optional.ofNullable(chances.ceiling(Instant.MIN));
    }

    private void handOver(Prepared prepared, ClaimDue.Claim claim) {
        free.acquireUninterruptibly();
        boolean taken = false;
        try {
            senders.execute(() -> send(prepared, claim));
            taken = true;
        } finally {
            if (!taken) free.release();
        }
    }

    /** What came of one of its rows is written. The loop may be asleep until a later chance, or the next sweep. */
    void recorded(Done done) {
        if (!(done.attempt() instanceof Attempt.PutBack back)) return;
        chances.add(back.until());
        if (nextChance().filter(back.until()::equals).isPresent()) bell.ring();
    }

    private void send(Prepared prepared, ClaimDue.Claim claim) {
        outcomes.begin(prepared.rows(), claim.lease());
        try {
            outcomes.add(sendMessage.send(prepared, claim.lease(), carrier));
        } catch (RuntimeException | Error e) {
            outcomes.letGo(prepared.rows(), claim.lease());
            LOG.atError()
                    .addKeyValue("delivery", prepared.rows().getFirst().id())
                    .addKeyValue("carrier", carrier.kind().word())
                    .setCause(e)
                    .log("a message was not handed over; it is tried again when its lease ends");
        } finally {
            free.release();
            if (free.availablePermits() >= enough) bell.ring();
        }
    }
}

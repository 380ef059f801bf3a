package dev.arke.quartz;

import dev.arke.engine.health.Measures;
import dev.arke.engine.incident.EscalationHints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the engine when an incident is due, to the millisecond. Only for what is due within ten minutes; the sweep finds
 * the rest, and whatever is lost here. Each incident has one trigger with a job of its own, the latest hint wins.
 */
public final class WakeUps implements EscalationHints, AutoCloseable {
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final int THREADS = 4;
    /** The sweep's look-ahead, at the slowest that our clock goes. */
    private static final Duration MOMENT = Duration.ofMillis(290);
    /** In one unit: what it writes is seen when all of it is. */
    private static final int TOGETHER = 200;

    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);

    private final InstantSource clock;
    private final Measures measures;
    private final Scheduler scheduler;
    private final Queue<UUID> woken = new ConcurrentLinkedQueue<>();
    private final Lock escalating = new ReentrantLock();
    private volatile Consumer<Collection<UUID>> escalate = ids -> {};

    public WakeUps(Measures measures, InstantSource clock) {
        this.measures = measures;
        this.clock = clock;
        this.scheduler = Schedulers.create("wake-up", THREADS, (bundle, quartz) -> new EscalateIncidentJob(this::wake));
    }

    /** Begins to wake, by {@code EscalateIncidents::escalate}, which is made after this because it gives the hints. */
    public void start(Consumer<Collection<UUID>> escalate) {
        this.escalate = escalate;
        Schedulers.start(scheduler);
    }

    /**
     * Whoever escalates takes along all that come meanwhile, so that few threads wake very many. Quartz goes by the host's clock
     * and ours may have gone slower since: who comes a moment too early would find nothing due, and comes again.
     */
    private void wake(UUID incidentId, Instant dueAt) {
        var now = clock.instant();
        if (now.isBefore(dueAt) && dueAt.isBefore(now.plus(MOMENT))) {
            due(Map.of(incidentId, dueAt));
            return;
        }
        woken.add(incidentId);
        while (!woken.isEmpty() && escalating.tryLock()) {
            try {
                var together = new LinkedHashSet<UUID>();
                for (var next = woken.poll(); next != null; next = woken.poll()) {
                    together.add(next);
                    if (together.size() == TOGETHER) break;
                }
                if (!together.isEmpty()) escalate.accept(together);
            } catch (RuntimeException e) {
                LOG.atWarn().setCause(e).log("what is due could not be escalated, the sweep will find it");
            } finally {
                escalating.unlock();
            }
        }
    }

    @Override
    public void due(Map<UUID, Instant> incidents) {
        var now = clock.instant();
        var jobs = new HashMap<JobDetail, Set<? extends Trigger>>();
        incidents.forEach((id, dueAt) -> {
            if (dueAt.isBefore(now.plus(AHEAD)))
                jobs.put(job(id, dueAt), Set.of(trigger(id, Duration.between(now, dueAt))));
        });
        try {
            scheduler.scheduleJobs(jobs, true);
        } catch (SchedulerException e) {
            LOG.atWarn().setCause(e).log("wake-ups were not taken, the sweep will find what is due");
        }
    }

    /** How many were woken and are not escalated yet. */
    int waiting() {
        return woken.size();
    }

    @Override
    public void escalated(Collection<Duration> lateness) {
        lateness.forEach(measures::escalated);
    }

    private static JobDetail job(UUID incidentId, Instant dueAt) {
        return JobBuilder.newJob(EscalateIncidentJob.class)
                .withIdentity(new JobKey(incidentId.toString()))
                .usingJobData(EscalateIncidentJob.DUE_AT, dueAt.toString())
                .build();
    }

    /** By how long from now and not by the instant: the clock of this host, which Quartz goes by, may be wrong. */
    private static Trigger trigger(UUID incidentId, Duration fromNow) {
        // One more, because a wake-up that comes a fraction too early finds nothing due.
        int millis = (int) Math.max(0, fromNow.toMillis()) + 1;
        return TriggerBuilder.newTrigger()
                .withIdentity(incidentId.toString())
                .startAt(DateBuilder.futureDate(millis, IntervalUnit.MILLISECOND))
                .build();
    }

    @Override
    public void close() {
        Schedulers.stop(scheduler);
    }
}

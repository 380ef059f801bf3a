package dev.arke.quartz;

import dev.arke.engine.health.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * The ticks of the engine at their intervals, on a scheduler and threads apart from the wake-ups, of which a flood must
 * not keep the sweep waiting. A thread for each tick: none waits for another.
 */
public final class PeriodicJobs implements AutoCloseable {
    private final List<Every> ticks;
    private final Scheduler scheduler;

    /** A tick and how often it comes. */
    public record Every(Duration interval, Tick tick) {}

    public PeriodicJobs(List<Every> ticks) {
        this.ticks = List.copyOf(ticks);
        var byName =
                ticks.stream().map(Every::tick).collect(Collectors.toUnmodifiableMap(Tick::name, Function.identity()));
        this.scheduler = Schedulers.create(
                "tick",
                ticks.size(),
                (bundle, quartz) -> job(byName, bundle.getJobDetail().getKey().getName()));
    }

    private static PeriodicJob job(Map<String, Tick> ticks, String name) {
        var tick = ticks.get(name);
        if (tick == null) throw new IllegalArgumentException("no tick is called " + name);
        return new PeriodicJob(tick);
    }

    /** Each tick comes at once, and then at its interval. */
    public void start() {
        try {
            for (var every : ticks) schedule(every);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the ticks could not be scheduled", e);
        }
        Schedulers.start(scheduler);
    }

    private void schedule(Every every) throws SchedulerException {
        var job = JobBuilder.newJob(PeriodicJob.class)
                .withIdentity(every.tick().name())
                .build();
        scheduler.scheduleJob(job, fromNow(every));
    }

    private static Trigger fromNow(Every every) {
        return TriggerBuilder.newTrigger()
                .withIdentity(every.tick().name())
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.interval().toMillis())
                        .withMisfireHandlingInstructionNowWithRemainingCount()
                        .repeatForever())
                .build();
    }

    /** Every tick comes again from now on: when the host's clock was set back, Quartz waits for the old time to return. */
    public void revive() {
        try {
            for (var every : ticks)
                scheduler.rescheduleJob(TriggerKey.triggerKey(every.tick().name()), fromNow(every));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the ticks could not be scheduled anew", e);
        }
    }

    @Override
    public void close() {
        Schedulers.stop(scheduler);
    }
}

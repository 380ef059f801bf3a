package dev.arke.quartz;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;

/** Makes schedulers that keep their triggers in memory, each with threads of its own. */
final class Schedulers {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Schedulers() {}

    static Scheduler create(String name, int threads, JobFactory jobs) {
        var properties = new Properties();
        // Quartz keeps all schedulers of a JVM by name; tests run several nodes in one.
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name + "-" + COUNT.incrementAndGet());
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_THREAD_NAME, name + "-scheduler");
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAX_BATCH_SIZE, String.valueOf(threads));
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", name);
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        try {
            var scheduler = new StdSchedulerFactory(properties).getScheduler();
            scheduler.setJobFactory(jobs);
            return scheduler;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz refused settings that are ours", e);
        }
    }

    static void start(Scheduler scheduler) {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("a scheduler could not be started", e);
        }
    }

    /** Waits for the jobs that run. */
    static void stop(Scheduler scheduler) {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("a scheduler could not be stopped", e);
        }
    }
}

package dev.arke.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Runs one tick of the engine, never twice at a time on this node. */
@DisallowConcurrentExecution
final class PeriodicJob implements Job {
    private final Runnable tick;

    PeriodicJob(Runnable tick) {
        this.tick = tick;
    }

    @Override
    public void execute(JobExecutionContext context) {
        tick.run();
    }
}

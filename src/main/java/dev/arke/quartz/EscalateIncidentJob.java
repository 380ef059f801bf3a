package dev.arke.quartz;

import java.util.UUID;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Escalates the one incident whose id is the job's name, if it is due. */
final class EscalateIncidentJob implements Job {
    private final Consumer<UUID> escalate;

    EscalateIncidentJob(Consumer<UUID> escalate) {
        this.escalate = escalate;
    }

    @Override
    public void execute(JobExecutionContext context) {
        escalate.accept(UUID.fromString(context.getJobDetail().getKey().getName()));
    }
}

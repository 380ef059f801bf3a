package dev.arke.quartz;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Escalates the one incident whose id is the job's name, if it is due; when that is stands in the job's data. */
final class EscalateIncidentJob implements Job {
    static final String DUE_AT = "dueAt";

    private final BiConsumer<UUID, Instant> escalate;

    EscalateIncidentJob(BiConsumer<UUID, Instant> escalate) {
        this.escalate = escalate;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var job = context.getJobDetail();
        escalate.accept(
                UUID.fromString(job.getKey().getName()),
                Instant.parse(job.getJobDataMap().getString(DUE_AT)));
    }
}

package dev.arke.quartz;

import java.util.UUID;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Escalates the one incident whose id is the job's name, if it is due. */
final class EscalateIncidentJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateIncidentJob.class);

    private final Consumer<UUID> escalate;

    EscalateIncidentJob(Consumer<UUID> escalate) {
        this.escalate = escalate;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var id = context.getJobDetail().getKey().getName();
        try {
            escalate.accept(UUID.fromString(id));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("incident_id", id).setCause(e).log("a wake-up failed, the sweep will find it");
        }
    }
}

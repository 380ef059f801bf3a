package dev.arke.engine.incident;

import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.Transition;
import dev.arke.incident.Transitions;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Which transition an act is. */
final class TransitionOf {
    private TransitionOf() {}

    static Transition act(
            IncidentAct act,
            Incident incident,
            Actor by,
            Map<Long, Incident> locked,
            Instant now,
            Directory directory) {
        return switch (act) {
            case IncidentAct.Acknowledge ignored -> Transitions.acknowledge(incident, by, now);
            case IncidentAct.TakeOver ignored -> Transitions.takeOver(incident, by, now);
            case IncidentAct.Unacknowledge ignored -> Transitions.unacknowledge(incident, now);
            case IncidentAct.Resolve resolve -> Transitions.resolve(incident, by, resolve.note(), now);
            case IncidentAct.Reopen ignored -> Transitions.reopen(incident, now);
            case IncidentAct.Escalate ignored -> Transitions.escalate(incident, now);
            case IncidentAct.Reassign reassign ->
                Transitions.reassign(incident, reassign.to(), now.plus(patience(incident, directory)), now);
            case IncidentAct.AddResponders add -> Transitions.add(incident, add.people(), now);
            case IncidentAct.Snooze snooze -> Transitions.snooze(incident, by, snooze.until(), snooze.reason(), now);
            case IncidentAct.Note note -> Transitions.note(incident, note.text(), now);
            case IncidentAct.MergeInto merge ->
                Transitions.merge(
                        incident,
                        Objects.requireNonNull(locked.get(merge.number()), "merged into what is not there")
                                .facts(),
                        by,
                        now);
            case IncidentAct.ChangePriority change -> Transitions.changePriority(incident, change.priority(), now);
        };
    }

    /** How long the person it is passed to has before escalation goes on: the wait of the step it stands at. */
    private static Duration patience(Incident incident, Directory directory) {
        var policy = directory.policy(incident.facts().policyVersionId());
        var position = incident.facts().position();
        return position.isLastResort(policy)
                ? policy.lastStep().pause()
                : policy.steps().get(position.step()).pause();
    }
}

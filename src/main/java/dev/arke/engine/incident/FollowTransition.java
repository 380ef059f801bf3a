package dev.arke.engine.incident;

import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.Transition;
import dev.arke.responder.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What follows from a transition: its lines in the timeline, the pages it asks for, the other incident it concerns. */
final class FollowTransition {
    private final IncidentStore incidents;
    private final FireSteps fireSteps;
    private final PageMore pageMore;

    FollowTransition(IncidentStore incidents, FireSteps fireSteps, PageMore pageMore) {
        this.incidents = incidents;
        this.fireSteps = fireSteps;
        this.pageMore = pageMore;
    }

    /** For the transition that an act made. */
    void follow(
            Actor by,
            IncidentAct act,
            Transition.Changed changed,
            Map<Long, Incident> locked,
            IncidentChanges changes,
            Directory directory) {
        follow(by, changed, changes, directory);
        var incident = changed.after();
        switch (act) {
            case IncidentAct.Reassign reassign -> pageBeside(incident, Set.of(reassign.to()), changes, directory);
            case IncidentAct.AddResponders add -> {
                incidents.addResponders(incident.id(), add.people(), changes.now());
                pageBeside(incident, add.people(), changes, directory);
            }
            case IncidentAct.MergeInto merge -> {
                var target = Objects.requireNonNull(locked.get(merge.number()), "merged into what is not there");
                changes.say(target.id(), by, new IncidentEvent.Absorbed(incident.number()));
                changes.change(changes.present(target.id())
                        .orElse(target.with(target.facts().withAction(changes.now()))));
            }
            case IncidentAct.Acknowledge ignored -> {}
            case IncidentAct.TakeOver ignored -> {}
            case IncidentAct.Unacknowledge ignored -> {}
            case IncidentAct.Resolve ignored -> {}
            case IncidentAct.Reopen ignored -> {}
            case IncidentAct.Escalate ignored -> {}
            case IncidentAct.Snooze ignored -> {}
            case IncidentAct.Note ignored -> {}
            case IncidentAct.ChangePriority ignored -> {}
        }
    }

    /** For any transition. */
    void follow(Actor by, Transition.Changed changed, IncidentChanges changes, Directory directory) {
        changes.change(changed.after());
        changes.say(changed.after().id(), by, changed.events());
        switch (changed.next()) {
            case NOTHING -> {}
            case CALL_OFF -> changes.callOff(changed.after().id());
            case FIRE_AGAIN -> fire(changed, FireSteps.Which.AGAIN, changes, directory);
            case FIRE_NEXT -> fire(changed, FireSteps.Which.NEXT, changes, directory);
            case PAGE_MORE -> pageMore.page(changed.after(), changes, directory);
        }
    }

    private void fire(Transition.Changed changed, FireSteps.Which which, IncidentChanges changes, Directory directory) {
        var order = new FireSteps.Order((Incident.Triggered) changed.after(), which);
        fireSteps.fire(List.of(order), changes, directory);
    }

    /** Pages people besides what the policy does, in a turn of their own. */
    private void pageBeside(Incident incident, Collection<UUID> people, IncidentChanges changes, Directory directory) {
        var facts = incident.facts();
        var next = incident.with(facts.withPosition(facts.position().counted()));
        changes.change(next);
        fireSteps.page(next, people, changes, directory);
    }
}

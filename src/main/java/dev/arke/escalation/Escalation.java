package dev.arke.escalation;

import dev.arke.escalation.Fired.Said;
import dev.arke.escalation.Fired.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rule of escalation: what is paged now and what is due next. Pure. */
public final class Escalation {
    private Escalation() {}

    /** Who the targets of a policy stand for at this instant. */
    public interface Reaching {
        Reach of(List<Target> targets);

        /** The last resort of a policy that names none: the team's managers. */
        Reach managers();

        /** Those told when the last resort reaches nobody: the team's admins and the team's channels. */
        Reach admins();
    }

    /** Fires what comes after {@code last}. */
    public static Fired fireNext(EscalationPolicy policy, Position last, Reaching reaching, Instant now) {
        return fire(policy, last.following(policy), last, reaching, now);
    }

    /** Fires the step the incident stands at from its first page: at the start, and when it falls back to triggered. */
    public static Fired fireAgain(EscalationPolicy policy, Position last, Reaching reaching, Instant now) {
        return fire(policy, last.restarted(), last, reaching, now);
    }

    private static Fired fire(EscalationPolicy policy, Position first, Position last, Reaching reaching, Instant now) {
        var said = new ArrayList<Said>();
        var empty = new HashSet<Integer>();
        var at = first;
        while (!at.isLastResort(policy) && empty.size() < policy.steps().size()) {
            var step = policy.steps().get(at.step());
            var reach = reaching.of(step.targets());
            sayUnreachable(reach, said);
            if (!reach.isNobody())
                return new Fired(reach, new Why.OfStep(at.step() + 1), at.counted(), now.plus(step.pause()), said);
            if (empty.add(at.step())) said.add(new Said.StepReachesNobody(at.step() + 1));
            at = at.withoutRepetitions(policy).following(policy);
        }
        if (!last.isLastResort(policy)) said.add(new Said.Exhausted());
        return fireLastResort(policy, at.lastResort(policy).counted(), reaching, now, said);
    }

    private static Fired fireLastResort(
            EscalationPolicy policy, Position position, Reaching reaching, Instant now, List<Said> said) {
        var next = now.plus(policy.lastStep().pause());
        var reach = policy.lastResort().isEmpty() ? reaching.managers() : reaching.of(policy.lastResort());
        sayUnreachable(reach, said);
        if (!reach.isNobody()) return new Fired(reach, new Why.LastResort(), position, next, said);
        said.add(new Said.LastResortReachesNobody());
        return new Fired(reaching.admins(), new Why.Admins(), position.admins(), next, said);
    }

    private static void sayUnreachable(Reach reach, List<Said> said) {
        Set<UUID> without = reach.unreachable();
        if (!without.isEmpty()) said.add(new Said.WithoutContactMethod(without));
    }

    /**
     * What follows when every delivery to the people of the last turn has failed: the next step, no matter the
     * repetitions left; after the last resort, the admins.
     */
    public static Fired fireUnreached(EscalationPolicy policy, Position last, Reaching reaching, Instant now) {
        if (!last.isLastResort(policy)) return fireNext(policy, last.withoutRepetitions(policy), reaching, now);
        var said = List.<Said>of(new Said.LastResortReachesNobody());
        return new Fired(
                reaching.admins(),
                new Why.Admins(),
                last.admins().counted(),
                now.plus(policy.lastStep().pause()),
                said);
    }
}

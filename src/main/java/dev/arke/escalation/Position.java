package dev.arke.escalation;

/**
 * Where an incident stands in its policy: the step fired last. {@code round}, {@code step}, {@code repetition} count from
 * 0; a step equal to the number of steps is the last resort, its repetition 1 when
 * it reached nobody and the admins were paged. {@code turn} counts everything fired, and is never reset.
 */
public record Position(int round, int step, int repetition, int turn) {
    /** Before anything was fired. */
    public static final Position START = new Position(0, 0, 0, 0);

    public boolean isLastResort(EscalationPolicy policy) {
        return step >= policy.steps().size();
    }

    /** The same step from its first page, for an incident that falls back to triggered. */
    public Position restarted() {
        return new Position(round, step, 0, turn);
    }

    /** As if every repetition of the present step had been fired: what follows is another step. */
    public Position withoutRepetitions(EscalationPolicy policy) {
        return isLastResort(policy)
                ? this
                : new Position(round, step, policy.steps().get(step).repeat(), turn);
    }

    /** Whether what was fired last was the admins, because the last resort reached nobody. */
    public boolean isAdmins(EscalationPolicy policy) {
        return isLastResort(policy) && repetition > 0;
    }

    Position admins() {
        return new Position(round, step, 1, turn);
    }

    Position lastResort(EscalationPolicy policy) {
        return new Position(round, policy.steps().size(), 0, turn);
    }

    /** The same place, one turn further. */
    public Position counted() {
        return new Position(round, step, repetition, turn + 1);
    }

    /** What is fired after this one. */
    public Position following(EscalationPolicy policy) {
        if (isLastResort(policy)) return this;
        if (repetition < policy.steps().get(step).repeat()) return new Position(round, step, repetition + 1, turn);
        if (step + 1 < policy.steps().size()) return new Position(round, step + 1, 0, turn);
        if (round < policy.rounds()) return new Position(round + 1, 0, 0, turn);
        return lastResort(policy);
    }
}

package dev.arke.responder;

import java.util.Optional;

/** Who may do what: the one table, asked by every verb and route before it acts. Pure. */
public final class Rights {
    private Rights() {}

    /** Standing of an actor towards the team concerned; {@code teamAdmin} is false where no team is. A key is one where it reaches. */
    public record Standing(Actor actor, boolean active, boolean admin, boolean teamAdmin) {}

    /** Empty when allowed, else why not. */
    public static Optional<Refusal> refusal(Standing who, Act act) {
        return switch (who.actor()) {
            case Actor.Arke ignored -> Optional.empty();
            case Actor.Monitor ignored -> act == Act.RESPOND ? Optional.empty() : Optional.of(Refusal.MONITOR);
            case Actor.ApiKey key -> refusalOfKey(who, key.scope(), act);
            case Actor.Outsider ignored -> Optional.of(Refusal.OUTSIDER);
            case Actor.Unlinked ignored -> refusalOfUnlinked(act);
            case Actor.Person ignored -> refusalOfPerson(who, act);
        };
    }

    private static Optional<Refusal> refusalOfKey(Standing who, ApiScope scope, Act act) {
        if (!who.teamAdmin()) return Optional.of(Refusal.KEY_ELSEWHERE);
        return switch (act) {
            case READ -> Optional.empty();
            case ACKNOWLEDGE, RESPOND, OWN, CHANGE_TEAM ->
                scope == ApiScope.READ ? Optional.of(Refusal.KEY_READS) : Optional.empty();
            case ADMINISTER -> scope == ApiScope.ADMIN ? Optional.empty() : Optional.of(Refusal.KEY_NO_ADMIN);
        };
    }

    private static Optional<Refusal> refusalOfUnlinked(Act act) {
        return switch (act) {
            case READ, ACKNOWLEDGE -> Optional.empty();
            case RESPOND, OWN, CHANGE_TEAM, ADMINISTER -> Optional.of(Refusal.UNKNOWN);
        };
    }

    private static Optional<Refusal> refusalOfPerson(Standing who, Act act) {
        if (!who.active()) return Optional.of(Refusal.DEACTIVATED);
        return switch (act) {
            case READ, ACKNOWLEDGE, RESPOND, OWN -> Optional.empty();
            case CHANGE_TEAM -> who.admin() || who.teamAdmin() ? Optional.empty() : Optional.of(Refusal.NOT_TEAM_ADMIN);
            case ADMINISTER -> who.admin() ? Optional.empty() : Optional.of(Refusal.NOT_ADMIN);
        };
    }
}

package dev.arke.responder;

import java.util.Optional;

/** Who may do what: the one table, asked by every verb and route before it acts. Pure. */
public final class Rights {
    private Rights() {}

    /** Standing of an actor towards the team concerned; {@code teamAdmin} is false where no team is. A key is one where it reaches. */
    public record Standing(Actor actor, boolean active, boolean admin, boolean teamAdmin) {}

    /** Empty when allowed, else the sentence that says why not and whom to ask. */
    public static Optional<String> refusal(Standing who, Act act) {
        return switch (who.actor()) {
            case Actor.Arke ignored -> Optional.empty();
            case Actor.Monitor ignored ->
                act == Act.RESPOND ? Optional.empty() : Optional.of("A monitor may only send alerts.");
            case Actor.ApiKey key -> refusalOfKey(who, key.scope(), act);
            case Actor.Outsider ignored ->
                Optional.of("Only members of this workspace can use Arke. Ask the person on call directly.");
            case Actor.Unlinked ignored -> refusalOfUnlinked(act);
            case Actor.Person ignored -> refusalOfPerson(who, act);
        };
    }

    private static Optional<String> refusalOfKey(Standing who, ApiScope scope, Act act) {
        if (!who.teamAdmin()) return Optional.of("This key is of another team. Use one of this team, or of all teams.");
        return switch (act) {
            case READ -> Optional.empty();
            case ACKNOWLEDGE, RESPOND, OWN, CHANGE_TEAM ->
                scope == ApiScope.READ
                        ? Optional.of("This key may only read. Use one with the scope write.")
                        : Optional.empty();
            case ADMINISTER ->
                scope == ApiScope.ADMIN
                        ? Optional.empty()
                        : Optional.of("This key may not administer Arke. Use an admin key.");
        };
    }

    private static Optional<String> refusalOfUnlinked(Act act) {
        return switch (act) {
            case READ, ACKNOWLEDGE -> Optional.empty();
            case RESPOND, OWN, CHANGE_TEAM, ADMINISTER -> Optional.of("I do not know which responder you are.");
        };
    }

    private static Optional<String> refusalOfPerson(Standing who, Act act) {
        if (!who.active()) return Optional.of("Your account in Arke is deactivated. Ask an admin to activate it.");
        return switch (act) {
            case READ, ACKNOWLEDGE, RESPOND, OWN -> Optional.empty();
            case CHANGE_TEAM ->
                who.admin() || who.teamAdmin()
                        ? Optional.empty()
                        : Optional.of("Only admins of the team may change this. Ask one of them.");
            case ADMINISTER ->
                who.admin() ? Optional.empty() : Optional.of("Only admins of Arke may do this. Ask one of them.");
        };
    }
}

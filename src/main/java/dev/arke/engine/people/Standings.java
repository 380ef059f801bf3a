package dev.arke.engine.people;

import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.Refusal;
import dev.arke.responder.Rights;
import java.util.Optional;
import java.util.UUID;

/** What an actor may do on a team's things, as the directory stands. */
public final class Standings {
    private Standings() {}

    /** Empty when allowed, else why not. */
    public static Optional<Refusal> refusal(Actor actor, Optional<UUID> teamId, Act act, Directory directory) {
        return Rights.refusal(standing(actor, teamId, directory), act);
    }

    /** Of acting at all, before it is known on whose team: a key on its own. */
    public static Optional<Refusal> refusalOfAny(Actor actor, Directory directory) {
        return refusal(actor, actor instanceof Actor.ApiKey key ? key.teamId() : Optional.empty(), Act.OWN, directory);
    }

    /** Of acting for somebody on a team's calendar: they themselves may, and an admin of the team. */
    public static Optional<Refusal> refusalFor(Actor actor, UUID whose, UUID teamId, Directory directory) {
        return actor instanceof Actor.Person person && person.id().equals(whose)
                ? Optional.empty()
                : refusal(actor, Optional.of(teamId), Act.CHANGE_TEAM, directory);
    }

    private static Rights.Standing standing(Actor actor, Optional<UUID> teamId, Directory directory) {
        if (actor instanceof Actor.ApiKey key) return new Rights.Standing(actor, true, false, key.reaches(teamId));
        if (!(actor instanceof Actor.Person person)) return new Rights.Standing(actor, true, false, false);
        var responder = directory.responder(person.id());
        boolean teamAdmin = teamId.map(directory::team)
                .filter(team -> team.admins().contains(person.id()))
                .isPresent();
        return new Rights.Standing(actor, responder.active(), responder.admin(), teamAdmin);
    }
}

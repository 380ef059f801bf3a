package dev.arke.engine.people;

import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.Rights;
import java.util.Optional;
import java.util.UUID;

/** What an actor may do on a team's things, as the directory stands. */
public final class Standings {
    private Standings() {}

    /** Empty when allowed, else the sentence that says why not. */
    public static Optional<String> refusal(Actor actor, Optional<UUID> teamId, Act act, Directory directory) {
        return Rights.refusal(standing(actor, teamId, directory), act);
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

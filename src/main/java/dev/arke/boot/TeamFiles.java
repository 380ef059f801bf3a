package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ApplyTeamFile;
import dev.arke.engine.people.PreviewTeamFile;
import dev.arke.engine.people.ReadTeamFile;
import dev.arke.http.InboundFormats;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.LoadTeamFile;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** The way in for team files, on a database. */
public final class TeamFiles {
    private TeamFiles() {}

    static TeamFileGate gate(Database database, Settings settings) {
        return gate(database, database.clock(), surroundings(settings), carriers(settings));
    }

    /** Reads a team file where there is no database to compare it with. */
    static TeamFileGate.Answer look(String text, Settings settings) {
        return TeamFileGate.look(text, surroundings(settings), carriers(settings));
    }

    private static Surroundings surroundings(Settings settings) {
        return new Surroundings(System.getenv(), Set.copyOf(InboundFormats.names()), settings.sandbox());
    }

    public static TeamFileGate gate(
            Database database, InstantSource clock, Surroundings surroundings, Set<ContactKind> carriers) {
        var stores = EngineStores.on(database).ofFile();
        var ids = new Ids(clock, new SecureRandom());
        return new TeamFileGate(
                surroundings,
                carriers,
                new PreviewTeamFile(database.transactions(), stores, ids),
                new ApplyTeamFile(database.transactions(), stores, ids, clock));
    }

    static LoadTeamFile load(Database database, TeamFileGate gate) {
        return new LoadTeamFile(gate, inForce(database));
    }

    static boolean isAnyApplied(Database database) {
        return inForce(database).read().isPresent();
    }

    private static ReadTeamFile inForce(Database database) {
        return new ReadTeamFile(
                database.transactions(), EngineStores.on(database).ofFile());
    }

    /** The ways of contact that these settings set up. */
    static Set<ContactKind> carriers(Settings settings) {
        var kinds = EnumSet.noneOf(ContactKind.class);
        if (settings.sandbox()) kinds.add(ContactKind.SANDBOX);
        if (settings.slack().isPresent()) kinds.add(ContactKind.SLACK);
        if (settings.teams().isPresent()) kinds.add(ContactKind.TEAMS);
        if (settings.mail().isPresent()) kinds.add(ContactKind.EMAIL);
        kinds.addAll(settings.phone().kinds());
        if (settings.webhook().isPresent()) kinds.add(ContactKind.WEBHOOK);
        return Set.copyOf(kinds);
    }
}

package dev.arke.teamfile;

import static dev.arke.teamfile.TeamFiles.payments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.database.Database;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ApplyTeamFile;
import dev.arke.engine.people.PreviewTeamFile;
import dev.arke.engine.people.ReadTeamFile;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who applied a team file, from where, and how much it changed. */
@EachDatabase
final class AuditedTeamFileTest {
    private final Database database;
    private final AuditStore audit;
    private final TeamFileGate gate;
    private final LoadTeamFile load;

    @TempDir
    Path folder;

    AuditedTeamFileTest(Database database) {
        this.database = database;
        audit = new AuditStore(database.dsl());
        var stores = PeopleStores.ofFile(database);
        var clock = new MovableInstants();
        var ids = new Ids(clock, new Random(4));
        var transactions = database.transactions();
        gate = new TeamFileGate(
                TeamFiles.AROUND,
                Set.of(),
                new PreviewTeamFile(transactions, stores, ids),
                new ApplyTeamFile(transactions, stores, ids, clock));
        load = new LoadTeamFile(gate, new ReadTeamFile(transactions, stores));
    }

    @Test
    void atStartItIsArkeAndOnlyWhatChangesCounts() throws IOException {
        var file = Files.writeString(folder.resolve("team.yaml"), payments());
        load.load(file);
        load.load(file);

        assertThat(entries()).containsExactly(tuple("system:arke", "start", "apply", "team file: 12 added"));
    }

    @Test
    void laterItIsWhoeverSentIt() {
        var by = new By(new Actor.ApiKey("admin", true), "command");
        gate.apply(payments(), by);
        gate.apply(payments().replace("rounds: 1", "rounds: 2").replaceFirst("(?s)integrations:.*", ""), by);

        assertThat(entries().getFirst())
                .isEqualTo(tuple("key:admin", "command", "apply", "team file: 1 changed, 1 removed"));
    }

    @Test
    void aFileThatWasNotTakenIsNoProblemAnyMoreOnceAGoodOneIsApplied() throws IOException {
        var file = folder.resolve("team.yaml");
        load.load(Files.writeString(file, payments()));
        load.load(Files.writeString(file, "people: everybody"));
        assertThat(load.problem()).hasValueSatisfying(words -> assertThat(words).contains("was not taken"));

        var by = new By(new Actor.ApiKey("admin", true), "command");
        gate.apply("people: nobody", by);
        assertThat(load.problem()).isPresent();
        gate.apply(payments().replace("rounds: 1", "rounds: 2"), by);
        assertThat(load.problem()).isEmpty();
    }

    private List<Tuple> entries() {
        return database.transactions().read(() -> audit.latest(10)).stream()
                .map(entry -> tuple(entry.actor(), entry.origin(), entry.verb(), entry.subject()))
                .toList();
    }
}

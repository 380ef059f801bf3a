package dev.arke.teamfile;

import static dev.arke.teamfile.TeamFiles.payments;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ApplyTeamFile;
import dev.arke.engine.people.PreviewTeamFile;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.teamfile.TeamFileGate.Answer;
import dev.arke.testkit.Engine;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import dev.arke.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two nodes that are started at the same time with a changed team file. */
class TwoNodesApplyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MovableInstants clock = new MovableInstants();

    @Test
    void oneOfThemAppliesItAndTheOtherFindsNothingToDo() throws SQLException {
        try (var database = TestDatabase.open(Engine.POSTGRES);
                var other = database.connect();
                var threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var one = gate(database.database(), 1);
            var two = gate(database.database(), 2);
            other.setAutoCommit(false);
            execute(other, "select version from directory_version for update");
            var first = CompletableFuture.supplyAsync(() -> apply(one), threads);
            var second = CompletableFuture.supplyAsync(() -> apply(two), threads);
            awaitTwoThatWait(database);
            other.rollback();

            assertThat(List.of(first.join(), second.join()))
                    .extracting(answer -> answer.changes().isEmpty())
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    private static Answer.Fine apply(TeamFileGate gate) {
        return (Answer.Fine) gate.apply(payments(), new By(new Actor.Arke(), "start"));
    }

    private TeamFileGate gate(Database database, int node) {
        var stores = PeopleStores.ofFile(database);
        var ids = new Ids(clock, new Random(node));
        var transactions = database.transactions();
        return new TeamFileGate(
                TeamFiles.AROUND,
                Set.of(),
                new PreviewTeamFile(transactions, stores, ids),
                new ApplyTeamFile(transactions, stores, ids, clock));
    }

    /** Both are in the middle of it; on a slow machine perhaps only one, and then the other comes after it. */
    private static void awaitTwoThatWait(TestDatabase database) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var looking = database.connect()) {
            while (waiting(looking) < 2 && System.nanoTime() < end)
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

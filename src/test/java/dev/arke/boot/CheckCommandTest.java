package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import dev.arke.delivery.TeamsPersonStore;
import dev.arke.delivery.TeamsPlace;
import dev.arke.delivery.TeamsPlaceStore;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor, where no server runs. */
class CheckCommandTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void makesNoDatabaseWhereThereIsNone() throws IOException {
        assertThat(check())
                .anyMatch(line -> line.startsWith("ok     database") && line.contains("the first start makes it"))
                .contains("ok     team file: " + teamFile() + " is good");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void migratesNothing() throws IOException, SQLException {
        DriverManager.getConnection(url(), "arke", "").close();
        var before = Files.readAllBytes(file());

        assertThat(check())
                .anyMatch(line -> line.startsWith("ok     database")
                        && line.matches(".* it is not migrated yet: \\d+ migrations? will run at start"));
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void comparesTheTeamFileWithWhatIsThere() throws IOException {
        Database.open(new DatabaseSettings(url(), "arke", "")).close();
        var before = Files.readAllBytes(file());

        assertThat(check())
                .anyMatch(line -> line.endsWith("opens, its schema is up to date"))
                .contains("ok     team file: " + teamFile() + " is good; 1 changes at the next start");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void leavesACorruptFileWhereItIsAndTellsWhatTheNextStartWillDo() throws IOException {
        try (var database = Database.open(new DatabaseSettings(url(), "arke", ""))) {
            database.takeCopy();
        }
        Files.writeString(file(), "no database".repeat(1000));

        assertThat(check())
                .anyMatch(line -> line.startsWith("WRONG  database") && line.contains("goes on from the copy of "));
        assertThat(file()).hasContent("no database".repeat(1000));
    }

    @Test
    void namesChannelsInTeamsThatArkeIsNotIn() throws IOException {
        var settings = new DatabaseSettings(url(), "arke", "");
        try (var database = Database.open(settings)) {
            var surroundings = new Surroundings(Map.of(), Set.of(), false);
            TeamFiles.gate(database, database.clock(), surroundings, Set.of(ContactKind.TEAMS))
                    .apply(
                            "responders: [{name: alice}]\nteams: [{name: payments, time_zone: UTC, members: [alice],"
                                    + " channels: {teams: \"19:pay@thread.tacv2\"}}]",
                            new By(new Actor.ApiKey("test", true), "test"));
        }
        assertThat(check("TEAMS_ANONYMOUS", "on"))
                .anyMatch(line -> line.startsWith("WRONG  teams channels: Arke is not in 19:pay@thread.tacv2"));

        try (var database = Database.open(settings)) {
            new KeepTeams(
                            database.transactions(),
                            new TeamsPlaceStore(database.dsl()),
                            new TeamsPersonStore(database.dsl()),
                            database.clock())
                    .heardOf(List.of(new TeamsPlace(
                            "19:pay@thread.tacv2",
                            "tenant",
                            TeamsPlace.Kind.CHANNEL,
                            Optional.empty(),
                            "https://smba.example.com/",
                            "28:arke")));
        }
        assertThat(check("TEAMS_ANONYMOUS", "on")).contains("ok     teams channels: Arke is in each of them");
    }

    @Test
    void whatWasAppliedNeedsNoFileToStartWith() throws IOException {
        assertThat(check("ARKE_TEAM_FILE", "")).anyMatch(line -> line.startsWith("WRONG  team file: none is set"));
        var settings = new DatabaseSettings(url(), "arke", "");
        try (var database = Database.open(settings)) {
            TeamFiles.gate(database, database.clock(), new Surroundings(Map.of(), Set.of(), false), Set.of())
                    .apply("responders: [{name: alice}]", new By(new Actor.ApiKey("test", true), "test"));
        }

        assertThat(check("ARKE_TEAM_FILE", ""))
                .contains("ok     team file: none is set; the one that was applied last counts")
                .noneMatch(line -> line.startsWith("WRONG  team file"));
    }

    private List<String> check(String... more) throws IOException {
        var settings = new HashMap<>(Map.of(
                "ARKE_HTTP_PORT", String.valueOf(freePort()),
                "ARKE_DATABASE_URL", url(),
                "ARKE_DATABASE_USER", "arke",
                "ARKE_TEAM_FILE", teamFile().toString()));
        for (int i = 0; i < more.length; i += 2) settings.put(more[i], more[i + 1]);
        return new CheckCommand().look(settings);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Path teamFile() throws IOException {
        return Files.writeString(elsewhere.resolve("team.yaml"), "responders: [{name: alice}]");
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("arke");
    }

    private Path file() {
        return folder.resolve("arke.mv.db");
    }
}

package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

    private List<String> check() throws IOException {
        return new CheckCommand()
                .look(Map.of(
                        "ARKE_HTTP_PORT", String.valueOf(freePort()),
                        "ARKE_DATABASE_URL", url(),
                        "ARKE_DATABASE_USER", "arke",
                        "ARKE_TEAM_FILE", teamFile().toString()));
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

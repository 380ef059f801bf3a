package dev.arke.database;

import static dev.arke.database.generated.Tables.DIRECTORY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCopyTest {
    @TempDir
    Path folder;

    private DatabaseSettings settings() {
        return new DatabaseSettings("jdbc:h2:file:" + folder.resolve("arke"), "arke", "secret");
    }

    @Test
    void aCorruptFileIsPutAsideAndItsLatestCopyUsed() throws IOException {
        try (var database = Database.open(settings())) {
            raise(database);
            database.takeCopy();
            raise(database);
        }
        Files.writeString(folder.resolve("arke.mv.db"), "no database, whatever it was".repeat(1000));

        try (var database = Database.open(settings())) {
            assertThat(version(database)).isEqualTo(2);
            assertThat(database.restoredFrom()).isPresent();
        }
        assertThat(folder).isDirectoryContaining("glob:**arke.mv.db.corrupt-*");
    }

    @Test
    void aCorruptFileWithoutACopyIsNeitherTouchedNorReplaced() throws IOException {
        Database.open(settings()).close();
        Files.writeString(folder.resolve("arke.mv.db"), "no database".repeat(1000));

        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("no copy");
        assertThat(folder.resolve("arke.mv.db")).hasContent("no database".repeat(1000));
    }

    @Test
    void anEmptyFileBesideACopyOfItIsNoNewDatabase() throws IOException {
        keepTwoInACopy();
        Files.write(folder.resolve("arke.mv.db"), new byte[0]);

        expectTheCopyInUse();
    }

    @Test
    void aFileThatIsGoneBesideACopyOfItIsNoNewDatabase() throws IOException {
        keepTwoInACopy();
        Files.delete(folder.resolve("arke.mv.db"));

        assertThatThrownBy(() -> Database.openToLook(settings()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("missing or empty")
                .hasMessageContaining("goes on from the copy of");
        expectTheCopyInUse();
    }

    @Test
    void aKillWhileACopyIsUnpackedCostsNothing() throws IOException {
        keepTwoInACopy();
        Files.move(folder.resolve("arke.mv.db"), folder.resolve("arke.mv.db.corrupt-1"));
        Files.writeString(folder.resolve("arke.unpacked.mv.db"), "half of it");
        Files.createDirectories(folder.resolve("copies").resolve("check").resolve("half"));

        expectTheCopyInUse();

        assertThat(folder).isDirectoryNotContaining("glob:**unpacked*");
        try (var database = Database.open(settings())) {
            database.takeCopy();
        }
        assertThat(folder.resolve("copies")).isDirectoryNotContaining("glob:**check*");
    }

    @Test
    void aCopyThatIsCorruptTooIsSaidSo() throws IOException {
        keepTwoInACopy();
        var copies = folder.resolve("copies");
        try (var zip = new ZipOutputStream(Files.newOutputStream(copies.resolve("9999999999.zip")))) {
            zip.putNextEntry(new ZipEntry("arke.mv.db"));
            zip.write("no database".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(folder.resolve("arke.mv.db"));

        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("corrupt too");
        Files.delete(copies.resolve("9999999999.zip"));
        expectTheCopyInUse();
    }

    private void keepTwoInACopy() {
        try (var database = Database.open(settings())) {
            raise(database);
            database.takeCopy();
        }
    }

    private void expectTheCopyInUse() {
        try (var database = Database.open(settings())) {
            assertThat(version(database)).isEqualTo(2);
            assertThat(database.restoredFrom()).isPresent();
        }
    }

    @Test
    void aFileInUseIsLeftAloneAndSaidSo() {
        try (var database = Database.open(settings())) {
            database.takeCopy();
            assertThat(otherProcessOpening()).contains("in use by another process");
        }
    }

    @Test
    void aWrongPasswordIsSaidSo() {
        Database.open(settings()).close();

        assertThatThrownBy(() -> Database.open(new DatabaseSettings(settings().url(), "arke", "wrong")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("refused the user or password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void onlyTheLastCopiesAreKept() throws IOException {
        try (var database = Database.open(settings())) {
            for (int copy = 0; copy < 5; copy++) {
                Files.createDirectories(folder.resolve("copies"));
                Files.writeString(folder.resolve("copies").resolve(1000 + copy + ".zip"), "old");
            }
            database.takeCopy();
        }
        try (var copies = Files.list(folder.resolve("copies"))) {
            assertThat(copies).hasSize(3);
        }
    }

    /** What another process is told that opens the same file. */
    private String otherProcessOpening() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var main = OpenDatabase.class.getName();
        try {
            var process = new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            main,
                            settings().url())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void raise(Database database) {
        database.transactions()
                .write(
                        Durability.SYNCED,
                        () -> database.dsl()
                                .update(DIRECTORY_VERSION)
                                .set(DIRECTORY_VERSION.VERSION, DIRECTORY_VERSION.VERSION.plus(1))
                                .execute());
    }

    private static long version(Database database) {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DIRECTORY_VERSION.VERSION)
                        .from(DIRECTORY_VERSION)
                        .fetchSingle(DIRECTORY_VERSION.VERSION));
    }
}

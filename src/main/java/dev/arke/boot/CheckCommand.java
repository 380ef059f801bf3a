package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.database.DatabaseClock;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.mail.MailCarrier;
import dev.arke.mail.MailSettings;
import dev.arke.teamfile.LoadTeamFile;
import dev.arke.teamfile.TeamFileGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A doctor: looks at the settings, the database, the team file and the running server, a line for each. */
@Command(
        name = "check",
        description =
                "Check settings, database, team file and the running server; exit code 1 when something is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final List<String> lines = new ArrayList<>();
    private boolean well = true;

    @Override
    public Integer call() {
        try {
            check(Settings.read(System.getenv()));
        } catch (BadSettings e) {
            wrong("settings", String.valueOf(e.getMessage()));
        }
        lines.forEach(System.out::println);
        System.out.println(well ? "All is well." : "Something is wrong, see above.");
        return well ? 0 : 1;
    }

    private void check(Settings settings) {
        fine("settings", settings.toString());
        var server = new RunningServer(settings);
        var running = server.ready();
        if (running.isPresent()) {
            checkServer(server, running.get());
        } else {
            fine("server", "none runs on " + server);
            checkDatabase(settings);
            settings.mail().ifPresent(this::checkMail);
        }
    }

    /** The running server has the database open; it knows best. */
    private void checkServer(RunningServer server, RunningServer.Answer ready) {
        if (ready.status() == 200) fine("server", "runs on " + server + " and is ready");
        else wrong("server", "runs on " + server + " and is not ready");
        for (var component : ready.body().path("components")) {
            var name = component.path("name").asText();
            var problem = component.path("problem").asText("");
            if (problem.isBlank()) fine(name, "ok");
            else wrong(name, problem);
        }
    }

    private void checkDatabase(Settings settings) {
        try (var database = Database.open(settings.database())) {
            fine("database", settings.database().url() + " opens, its schema is up to date");
            settings.teamFile().ifPresent(file -> checkTeamFile(file, TeamFiles.gate(database, settings)));
        } catch (DatabaseUnavailable e) {
            wrong("database", String.valueOf(e.getMessage()));
        }
        if (settings.teamFile().isEmpty())
            wrong("team file", "none is set: nobody can be paged. Set ARKE_TEAM_FILE, or run apply FILE.");
    }

    private void checkMail(MailSettings mail) {
        new MailCarrier(mail, new DatabaseClock())
                .problem()
                .ifPresentOrElse(problem -> wrong("mail", problem), () -> fine("mail", "the server takes mails"));
    }

    private void checkTeamFile(Path file, TeamFileGate gate) {
        try {
            switch (gate.preview(Files.readString(file))) {
                case TeamFileGate.Answer.Fine(var changes, var warnings) -> {
                    fine("team file", file + " is good; " + changes.size() + " changes at the next start");
                    warnings.forEach(warning -> fine("team file", "warning: " + warning));
                }
                case TeamFileGate.Answer.Mistakes(var problems) ->
                    problems.forEach(problem -> wrong("team file", problem));
            }
        } catch (IOException e) {
            wrong("team file", LoadTeamFile.unreadable(file, e));
        }
    }

    private void fine(String what, String words) {
        lines.add("ok     " + what + ": " + words);
    }

    private void wrong(String what, String words) {
        lines.add("WRONG  " + what + ": " + words);
        well = false;
    }
}

package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.database.DatabaseClock;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.SchemaState;
import dev.arke.delivery.Carrier;
import dev.arke.mail.MailCarrier;
import dev.arke.mail.MailSettings;
import dev.arke.mail.MailWays;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackClient;
import dev.arke.teamfile.LoadTeamFile;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.teams.TeamsSettings;
import dev.arke.teams.web.AppTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A doctor: looks at the settings, the database, the team file and the running server, and changes nothing. */
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
        look(System.getenv());
        lines.forEach(System.out::println);
        System.out.println(well ? "All is well." : "Something is wrong, see above.");
        return well ? 0 : 1;
    }

    /** The lines, with these settings. */
    List<String> look(Map<String, String> environment) {
        try {
            check(Settings.read(environment));
        } catch (BadSettings e) {
            wrong("settings", String.valueOf(e.getMessage()));
        }
        return lines;
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
            settings.slack().ifPresent(this::checkSlack);
            settings.teams().ifPresent(this::checkTeams);
            settings.mail().ifPresent(this::checkMail);
            Phone.carriers(settings.phone(), new DatabaseClock()).forEach(this::checkPhone);
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
        try {
            Database.openToLook(settings.database())
                    .ifPresentOrElse(database -> checkPresent(database, settings), () -> {
                        fine("database", settings.database().address() + " is not there yet; the first start makes it");
                        checkTeamFile(settings, Optional.empty());
                        checkApplied(settings, false);
                    });
        } catch (DatabaseUnavailable e) {
            wrong("database", String.valueOf(e.getMessage()));
        }
    }

    /** {@code apply} keeps what it applied, so a server needs no file to start with. */
    private void checkApplied(Settings settings, boolean isAnyApplied) {
        if (settings.teamFile().isPresent()) return;
        if (isAnyApplied) fine("team file", "none is set; the one that was applied last counts");
        else wrong("team file", "none is set: nobody can be paged. Set ARKE_TEAM_FILE, or run apply FILE.");
    }

    private void checkPresent(Database present, Settings settings) {
        try (var database = present) {
            database.diskProblem().ifPresent(problem -> wrong("disk", problem));
            var opens = settings.database().address() + " opens, ";
            switch (database.schemaState()) {
                case SchemaState.UpToDate() -> {
                    fine("database", opens + "its schema is up to date");
                    checkTeamFile(settings, Optional.of(database));
                    checkApplied(settings, TeamFiles.isAnyApplied(database));
                    settings.teams().ifPresent(teams -> checkChannels(teams, database));
                }
                case SchemaState.Newer(int migrations) -> {
                    fine("database", opens + "its schema is newer than this jar by " + counted(migrations));
                    checkTeamFile(settings, Optional.of(database));
                    checkApplied(settings, TeamFiles.isAnyApplied(database));
                }
                case SchemaState.Behind(int migrations) -> {
                    fine("database", opens + "it is not migrated yet: " + counted(migrations) + " will run at start");
                    checkTeamFile(settings, Optional.empty());
                }
                case SchemaState.Unfit(String problem) -> {
                    wrong("database", problem);
                    checkTeamFile(settings, Optional.empty());
                }
            }
        }
    }

    private static String counted(int migrations) {
        return migrations == 1 ? "1 migration" : migrations + " migrations";
    }

    /** The own app's token; those of workspaces where people installed the app are in the database. */
    private void checkSlack(SlackSettings slack) {
        var clock = new DatabaseClock();
        try (var client = new SlackClient(slack, clock)) {
            slack.botToken()
                    .map(token -> new OwnApp(client, token, clock))
                    .ifPresent(app -> app.problem()
                            .ifPresentOrElse(
                                    problem -> wrong("slack", problem),
                                    () -> fine("slack", "knows our token, which has every scope that is needed")));
        }
    }

    private void checkTeams(TeamsSettings teams) {
        AppTokens.of(teams)
                .problemNow()
                .ifPresentOrElse(
                        problem -> wrong("teams", problem),
                        () -> fine(
                                "teams",
                                teams.anonymous()
                                        ? "open to test clients on this machine"
                                        : "Microsoft gives us a token; only a message shows what it is good for"));
    }

    private void checkChannels(TeamsSettings settings, Database database) {
        try (var teams = new Teams(settings, database)) {
            teams.channelProblem()
                    .ifPresentOrElse(
                            problem -> wrong("teams channels", problem),
                            () -> fine("teams channels", "Arke is in each of them"));
        }
    }

    private void checkMail(MailSettings mail) {
        new MailCarrier(mail, MailWays.NONE, new DatabaseClock())
                .problem()
                .ifPresentOrElse(problem -> wrong("mail", problem), () -> fine("mail", "the server takes mails"));
    }

    private void checkPhone(Carrier carrier) {
        var name = carrier.kind().word();
        carrier.problem()
                .ifPresentOrElse(
                        problem -> wrong(name, problem),
                        () -> fine(name, "set up; only a test page shows that it arrives"));
    }

    /** Compares with the database when there is one whose tables can be read. */
    private void checkTeamFile(Settings settings, Optional<Database> database) {
        settings.teamFile().ifPresent(file -> {
            try {
                var text = Files.readString(file);
                say(file, database.isPresent(), read(text, settings, database));
            } catch (IOException e) {
                wrong("team file", LoadTeamFile.unreadable(file, e));
            }
        });
    }

    private static TeamFileGate.Answer read(String text, Settings settings, Optional<Database> database) {
        return database.map(present -> TeamFiles.gate(present, settings).preview(text))
                .orElseGet(() -> TeamFiles.look(text, settings));
    }

    private void say(Path file, boolean isCompared, TeamFileGate.Answer answer) {
        switch (answer) {
            case TeamFileGate.Answer.Fine(var changes, var warnings) -> {
                var next = isCompared ? "; " + changes.size() + " changes at the next start" : "";
                fine("team file", file + " is good" + next);
                warnings.forEach(warning -> fine("team file", "warning: " + warning));
            }
            case TeamFileGate.Answer.Mistakes(var problems) -> problems.forEach(problem -> wrong("team file", problem));
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

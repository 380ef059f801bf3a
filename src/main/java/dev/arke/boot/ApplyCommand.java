package dev.arke.boot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.database.Database;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.teamfile.LoadTeamFile;
import dev.arke.teamfile.TeamFileGate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a team file would change and, when told yes, applies it: through the running server, or without one. */
@Command(
        name = "apply",
        description = "Apply a team file: shows what it changes first, then asks.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    private static final By BY = new By(new Actor.ApiKey("admin", true), "command");

    @Parameters(paramLabel = "FILE", description = "The team file (YAML).")
    private @Nullable Path file;

    @Option(names = "--yes", description = "Apply without asking.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only show what would change.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var path = file;
        if (path == null) throw new CannotStart("which file? Try: apply team.yaml");
        return apply(path, System.getenv());
    }

    int apply(Path path, Map<String, String> environment) {
        var text = read(path);
        var settings = Settings.read(environment);
        var server = new RunningServer(settings);
        var token = AdminToken.read(Settings.DATA).orElse("");
        var running = server.apply(text, true, token);
        if (running.isPresent()) return through(server, text, token, running.get());
        try (var database = Database.open(settings.database())) {
            return without(TeamFiles.gate(database, settings), text);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new CannotStart(LoadTeamFile.unreadable(path, e));
        }
    }

    private int through(RunningServer server, String text, String token, RunningServer.Answer preview) {
        if (preview.status() == 422) return mistakes(lines(preview.body().get("problems")));
        if (preview.status() != 200) throw refused(server, preview);
        if (!show(lines(preview.body().get("changes")), lines(preview.body().get("warnings")))) return 0;
        var done = server.apply(text, false, token)
                .orElseThrow(() -> new CannotStart("Not applied: the server on " + server + " has gone away."));
        if (done.status() == 422) return mistakes(lines(done.body().get("problems")));
        if (done.status() != 200) throw refused(server, done);
        return done();
    }

    private static CannotStart refused(RunningServer server, RunningServer.Answer answer) {
        if (answer.status() == 401)
            return new CannotStart("the server on " + server
                    + " was started in another folder: run this command there, where its data/admin.token is.");
        var words = "Not applied: the server on " + server + " answered " + answer.status() + ". "
                + answer.body().path("error").asText() + " "
                + answer.body().path("what_next").asText();
        return new CannotStart(words.strip());
    }

    private int without(TeamFileGate gate, String text) {
        switch (gate.preview(text)) {
            case TeamFileGate.Answer.Mistakes(var problems) -> {
                return mistakes(problems);
            }
            case TeamFileGate.Answer.Fine(var changes, var warnings) -> {
                if (!show(changes, warnings)) return 0;
                gate.apply(text, BY);
                return done();
            }
        }
    }

    /** Shows the changes; true when they are to be applied. */
    private boolean show(List<String> changes, List<String> warnings) {
        if (changes.isEmpty()) System.out.println("Nothing to change.");
        changes.forEach(System.out::println);
        warnings.forEach(warning -> System.out.println("Warning: " + warning));
        return !dryRun && !changes.isEmpty() && (yes || isConfirmed());
    }

    private static boolean isConfirmed() {
        System.out.print("Apply these changes? [y/N] ");
        System.out.flush();
        try (var in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            if (in.hasNextLine()) return in.nextLine().strip().equalsIgnoreCase("y");
        }
        throw new CannotStart("Not applied: nobody is there to ask. Add --yes to apply without asking.");
    }

    private static int mistakes(List<String> problems) {
        System.out.println("The team file has mistakes; nothing was changed:");
        problems.forEach(problem -> System.out.println("  " + problem));
        return 1;
    }

    private static int done() {
        System.out.println("Applied.");
        return 0;
    }

    private static List<String> lines(@Nullable JsonNode array) {
        var lines = new ArrayList<String>();
        if (array != null) array.forEach(line -> lines.add(line.asText()));
        return lines;
    }
}

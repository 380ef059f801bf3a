package dev.arke.boot;

import dev.arke.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Three people, one service and short waits, in the built-in chat. Begins afresh each time, in data/demo. */
@Command(
        name = "demo",
        description = "Try Arke on this machine: three people, one service, short waits, a chat in the browser.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    static final String KEY = "demo-key-of-arke";
    private static final Path FOLDER = Settings.DATA.resolve("demo");

    @Option(
            names = "--ends-with-parent",
            description = "Stop when the process that started it ends: Maven passes no signal on.")
    private boolean endsWithParent;

    @Override
    public Integer call() throws InterruptedException {
        refuseASecond();
        empty(FOLDER);
        var teamFile = writeTeamFile(FOLDER);
        var environment = new HashMap<>(System.getenv());
        environment.put("ARKE_SANDBOX", "on");
        environment.put("ARKE_TEAM_FILE", teamFile.toString());
        var url = "jdbc:h2:file:" + FOLDER.resolve("arke").toAbsolutePath();
        environment.put("ARKE_DATABASE_URL", url);
        var settings = Settings.read(environment).with(new DatabaseSettings(url, "arke", ""));
        var arke = Arke.startDemo(settings, FOLDER, KEY);
        System.out.println(welcome(arke.address().toString()));
        if (endsWithParent) ProcessHandle.current().parent().ifPresent(parent -> closeAfter(parent, arke));
        arke.runUntilStopped();
        return 0;
    }

    private static void closeAfter(ProcessHandle parent, Arke arke) {
        Thread.ofPlatform().name("parent").daemon(true).start(() -> {
            parent.onExit().join();
            arke.close();
        });
    }

    private static String welcome(String address) {
        return """

            Arke's demo is ready.

              Open      %1$s/sandbox
              You are   alice, bob or chen; alice is on call now, bob is next, chen is the last resort
              Alert     with the button there, or:

                curl -d '{"summary": "Checkout is slow", "priority": "urgent"}' %1$s/in/%2$s/generic

            Leave the page unclaimed and it goes to the next person after 15 seconds. Stop with Ctrl-C.
            """.formatted(address, KEY);
    }

    /** Answers where. */
    static Path writeTeamFile(Path folder) {
        try (var file = DemoCommand.class.getResourceAsStream("/demo.yaml")) {
            Files.createDirectories(folder);
            var path = folder.resolve("team.yaml");
            Files.write(
                    path,
                    Objects.requireNonNull(file, "demo.yaml is in the jar").readAllBytes());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo cannot write to " + folder.toAbsolutePath(), e);
        }
    }

    /** It would empty the folder under the feet of the first. */
    private static void refuseASecond() {
        var database = FOLDER.resolve("arke.mv.db");
        if (!Files.exists(database)) return;
        try (var file = FileChannel.open(database, StandardOpenOption.WRITE);
                var lock = file.tryLock()) {
            if (lock == null)
                throw new CannotStart("A demo runs in " + FOLDER.toAbsolutePath()
                        + " already. Use that one, or stop it first (Ctrl-C where it runs).");
        } catch (IOException e) {
            throw new UncheckedIOException("the demo cannot use " + database.toAbsolutePath(), e);
        }
    }

    /** Deletes it and what is in it. */
    static void empty(Path folder) {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo cannot empty " + folder.toAbsolutePath(), e);
        }
    }
}

package dev.arke.boot;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.http.CannotListen;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. What goes wrong is said in a sentence; a stack trace is only for what nobody foresaw. */
@Command(
        name = "arke",
        description = "An on-call bot: takes alerts, pages whoever is on call, and goes on until somebody has it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            ApplyCommand.class,
            ManifestCommand.class,
            InstallCommand.class,
            RehearseCommand.class
        })
public final class Main implements Runnable {
    private static final int FAILED = 1;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 misused.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line))
                .execute(args));
    }

    private static int explain(Exception failure, CommandLine line) {
        boolean foreseen = failure instanceof BadSettings
                || failure instanceof DatabaseUnavailable
                || failure instanceof CannotListen
                || failure instanceof CannotStart
                || failure instanceof UncheckedIOException;
        if (!foreseen) LoggerFactory.getLogger(Main.class).error("Arke failed", failure);
        var words = failure.getMessage();
        line.getErr().println(words == null ? "Arke failed: " + failure : words);
        return FAILED;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}

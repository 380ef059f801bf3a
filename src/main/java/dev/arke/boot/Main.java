package dev.arke.boot;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(name = "arke", description = "An on-call bot for Slack and Microsoft Teams.", mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}

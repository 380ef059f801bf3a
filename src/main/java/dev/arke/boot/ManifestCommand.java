package dev.arke.boot;

import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.install.AppManifest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the manifest from which a chat platform makes Arke's app. */
@Command(
        name = "manifest",
        description = "Print the manifest from which a chat makes Arke's app.",
        mixinStandardHelpOptions = true,
        subcommands = ManifestCommand.Slack.class)
final class ManifestCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) spec.commandLine().usage(System.out);
    }

    /** For api.slack.com, "Create an app" from a manifest. */
    @Command(
            name = "slack",
            description = "Slack: without --url for Socket Mode, with it for HTTP.",
            mixinStandardHelpOptions = true)
    static final class Slack implements Runnable {
        @Option(names = "--url", description = "Arke's public address, as Slack reaches it: https://arke.example.com")
        private @Nullable URI url;

        @Option(names = "--command", description = "The slash command (default: ${DEFAULT-VALUE}).")
        private String command = "/oncall";

        @Option(names = "--name", description = "What the app is called in Slack (default: ${DEFAULT-VALUE}).")
        private String name = "Arke";

        @Option(names = "--link-by-email", description = "With the scope that ARKE_LINK_BY_EMAIL=on needs.")
        private boolean readsEmails;

        @Option(names = "--thread-replies", description = "With the scopes that SLACK_THREAD_REPLIES=on needs.")
        private boolean hearsThreads;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            AppManifest.problem(Optional.ofNullable(url), command, name).ifPresent(this::refuse);
            System.out.print(
                    new AppManifest(Optional.ofNullable(url), command, name, new Extras(readsEmails, hearsThreads))
                            .json());
        }

        private void refuse(String problem) {
            throw new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), problem);
        }
    }
}

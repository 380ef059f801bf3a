package dev.arke.boot;

import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.install.AppManifest;
import dev.arke.teams.inbound.TeamsRoutes;
import dev.arke.teams.install.AppPackage;
import dev.arke.teams.install.TeamsManifest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the manifest from which a chat platform makes Arke's app. */
@Command(
        name = "manifest",
        description = "Make the manifest from which a chat makes Arke's app.",
        mixinStandardHelpOptions = true,
        subcommands = {ManifestCommand.Slack.class, ManifestCommand.Teams.class})
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

    /** For the Teams admin center, or "Upload a custom app". */
    @Command(
            name = "teams",
            description = "Teams: the app's package, a zip file with manifest and icons.",
            mixinStandardHelpOptions = true)
    static final class Teams implements Runnable {
        @Option(names = "--app-id", required = true, description = "Microsoft App ID of your Azure Bot.")
        private @Nullable UUID appId;

        @Option(
                names = "--url",
                required = true,
                description = "Arke's public address, as Teams reaches it: https://arke.example.com")
        private @Nullable URI url;

        @Option(names = "--name", description = "What the app is called in Teams (default: ${DEFAULT-VALUE}).")
        private String name = "Arke";

        @Option(
                names = "--app-version",
                description = "The app's version, which grows with each change (default: ${DEFAULT-VALUE}).")
        private String version = TeamsManifest.versionOf(Version.number());

        @Option(
                names = "--slash",
                description = "For a Teams that knows manifest 1.30: commands by slash, answers seen by one person.")
        private boolean slash;

        @Option(names = "--out", description = "The file to write (default: ${DEFAULT-VALUE}).")
        private Path out = Path.of("arke-teams.zip");

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            if (appId == null || url == null) throw new IllegalStateException("picocli asks for both");
            TeamsManifest.problem(url, name, version).ifPresent(this::refuse);
            var manifest = new TeamsManifest(appId, url, name, version, slash);
            try {
                Files.write(out, new AppPackage(manifest).zip());
            } catch (IOException e) {
                refuse("cannot write " + out + ": " + e.getMessage());
            }
            System.out.println("Wrote " + out + ". Messaging endpoint of the bot: "
                    + url.toString().replaceFirst("/+$", "") + TeamsRoutes.PATH);
        }

        private void refuse(String problem) {
            throw new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), problem);
        }
    }
}

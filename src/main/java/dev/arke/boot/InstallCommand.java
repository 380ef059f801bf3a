package dev.arke.boot;

import dev.arke.slack.install.AppSurface;
import dev.arke.slack.install.Passes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Links that bring Arke's app into one more workspace. */
@Command(
        name = "install",
        description = "Print a link that installs Arke's app in one more workspace.",
        mixinStandardHelpOptions = true,
        subcommands = InstallCommand.Slack.class)
final class InstallCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) spec.commandLine().usage(System.out);
    }

    /** Needs no server: the link is signed with the client secret of the settings. */
    @Command(
            name = "slack",
            description = "Slack: the link is good for an hour; whoever opens it chooses the workspace.",
            mixinStandardHelpOptions = true)
    static final class Slack implements Callable<Integer> {
        private final InstantSource clock;

        Slack() {
            this(InstantSource.system());
        }

        Slack(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Integer call() {
            var settings = Settings.read(System.getenv());
            var app = settings.slack()
                    .flatMap(slack -> slack.oauth())
                    .orElseThrow(() -> new CannotStart("To install Arke in several Slack workspaces, set"
                            + " SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (Basic Information, on the app's pages). An app"
                            + " of your own in one workspace needs SLACK_BOT_TOKEN instead, and no link."));
            var pass = new Passes(app.clientSecret(), new SecureRandom()).link(clock.instant());
            System.out.println(settings.publicUrl() + AppSurface.INSTALL_PATH + "?pass=" + pass);
            return 0;
        }
    }
}

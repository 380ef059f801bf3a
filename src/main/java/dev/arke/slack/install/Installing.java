package dev.arke.slack.install;

import dev.arke.engine.delivery.KeepInstallations;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.SlackSettings.OAuth;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.Workspaces;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Everything about installing in several workspaces, put together. */
public record Installing(Installed workspaces, InstallRoutes routes) {
    /** {@code own} is the workspace of the own app, where there is one. */
    public static Installing of(
            SlackSettings settings,
            OAuth app,
            URI publicUrl,
            SlackClient client,
            Optional<Workspaces> own,
            KeepInstallations installations,
            InstantSource clock) {
        var seal = new Seal(app.clientSecret(), new SecureRandom());
        var tokens = new Tokens(seal);
        var oauth = new OAuthAccess(client, app, tokens, clock);
        var installed = new Installed(own, installations, tokens, oauth, clock);
        return new Installing(installed, new InstallRoutes(app, settings, publicUrl, seal, oauth, installed, clock));
    }
}

package dev.arke.slack.install;

import dev.arke.delivery.Installation;
import dev.arke.engine.delivery.KeepInstallations;
import dev.arke.responder.ContactKind;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackFailure;
import dev.arke.slack.web.SlackFailure.Kind;
import dev.arke.slack.web.Workspace;
import dev.arke.slack.web.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces where people installed the app, and before them the own app's where there is one. Other nodes'
 * installations are seen within 5 seconds. Safe for many threads.
 */
public final class Installed implements Workspaces {
    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Optional<Workspaces> own;
    private final KeepInstallations installations;
    private final Tokens tokens;
    private final OAuthAccess oauth;
    private final InstantSource clock;
    private volatile Read read = new Read(List.of(), Instant.MIN);

    private record Read(List<Workspace> workspaces, Instant at) {}

    Installed(
            Optional<Workspaces> own,
            KeepInstallations installations,
            Tokens tokens,
            OAuthAccess oauth,
            InstantSource clock) {
        this.own = own;
        this.installations = installations;
        this.tokens = tokens;
        this.oauth = oauth;
        this.clock = clock;
    }

    @Override
    public Optional<Workspace> of(String teamId) {
        return installed().stream()
                .filter(workspace -> workspace.teamId().equals(teamId))
                .findFirst()
                .or(() -> own.flatMap(app -> app.of(teamId)));
    }

    @Override
    public Optional<Workspace> home() {
        return own.isPresent() ? own.get().home() : installed().stream().findFirst();
    }

    @Override
    public List<Workspace> all() {
        return Stream.concat(own.stream().flatMap(app -> app.all().stream()), installed().stream())
                .distinct()
                .toList();
    }

    @Override
    public Called<String> token(Optional<String> teamId) {
        var found = teamId.isPresent() || own.isPresent()
                ? installed().stream()
                        .filter(workspace ->
                                teamId.filter(workspace.teamId()::equals).isPresent())
                        .findFirst()
                : installed().stream().findFirst();
        if (found.isPresent()) return new Called.Ok<>(found.get().token());
        if (own.isPresent()) return own.get().token(teamId);
        return new Called.Failed<>(
                teamId.isPresent()
                        ? SlackFailure.of(
                                Kind.AUTH, "not_installed", "Arke is not installed in the workspace " + teamId.get())
                        : SlackFailure.of(Kind.AUTH, "not_installed", NOWHERE));
    }

    private static final String NOWHERE =
            "Arke is installed in no Slack workspace yet: make a link with: java -jar arke.jar install slack";

    @Override
    public Optional<String> problem() {
        if (own.isPresent()) return own.get().problem();
        return installed().isEmpty() ? Optional.of(NOWHERE) : Optional.empty();
    }

    private List<Workspace> installed() {
        var now = clock.instant();
        if (read.at().plus(FRESH).isAfter(now)) return read.workspaces();
        var workspaces = installations.all(ContactKind.SLACK).stream()
                .flatMap(installation -> workspace(installation).stream())
                .toList();
        read = new Read(workspaces, now);
        return workspaces;
    }

    private Optional<Workspace> workspace(Installation installation) {
        var token = tokens.access(installation.sealed());
        if (token.isEmpty())
            LOG.atError()
                    .addKeyValue("workspace", installation.tenant())
                    .log("the tokens of a workspace cannot be read: SLACK_CLIENT_SECRET has changed; install it again");
        return token.map(access -> new Workspace(installation.tenant(), installation.botId(), access));
    }

    /** Takes a workspace in that was just installed. */
    void add(Installation installation) {
        installations.save(installation);
        forgetRead();
    }

    /** Slack says that the app was removed there, or its tokens were taken back. */
    public void end(String teamId) {
        if (installations.end(ContactKind.SLACK, teamId))
            LOG.atWarn().addKeyValue("workspace", teamId).log("Arke is no longer installed in a workspace");
        forgetRead();
    }

    /** Renews the tokens that end soon; others' work is left to them. */
    public void renew() {
        for (var due : installations.claimRefreshes(ContactKind.SLACK)) {
            var refresh = tokens.refresh(due.sealed());
            if (refresh.isEmpty()) continue;
            switch (oauth.renew(due, refresh.get())) {
                case Called.Ok<Installation>(var renewed) -> add(renewed);
                case Called.Failed<Installation>(var failure) ->
                    LOG.atError()
                            .addKeyValue("workspace", due.tenant())
                            .addKeyValue("problem", failure.problem())
                            .log("the tokens of a workspace could not be renewed; trying again");
            }
        }
    }

    private void forgetRead() {
        read = new Read(List.of(), Instant.MIN);
    }
}

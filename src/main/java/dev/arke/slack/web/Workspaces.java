package dev.arke.slack.web;

import java.util.List;
import java.util.Optional;

/** The workspaces that Arke is installed in. Its answers wait for Slack no longer than 2 seconds. Safe for many threads. */
public interface Workspaces {
    /** Empty also while it is not known whether Arke is there. */
    Optional<Workspace> of(String teamId);

    /** The one that addresses without a team mean; empty while Slack has not told which that is. */
    Optional<Workspace> home();

    List<Workspace> all();

    /** The token that reaches a team, or the home workspace when none is named; known even while Slack is down. */
    Called<String> token(Optional<String> teamId);

    /** Empty, or what is wrong and what to do, for /ready. */
    Optional<String> problem();
}

package dev.arke.slack.web;

/** A workspace that Arke is installed in. {@code teamId} is Slack's ({@code T0TEAM}); the token is its bot's. */
public record Workspace(String teamId, String botUserId, String token) {
    @Override
    public String toString() {
        return "Workspace[" + teamId + ", bot " + botUserId + "]";
    }
}

package dev.arke.slack.web;

import java.util.Optional;
import java.util.UUID;

/** Who is who in Slack, for those who are to be pinged. */
@FunctionalInterface
public interface SlackIds {
    /** The account of a responder in a workspace ({@code T0TEAM}, blank while it is not known which one it is). */
    Optional<String> of(UUID responderId, String teamId);
}

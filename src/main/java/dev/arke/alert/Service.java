package dev.arke.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What is broken when an alert arrives; a team owns it and a policy says who is paged. {@code ackTimeout}: how long an
 * acknowledged incident may rest without a human action before it is triggered again; empty is for ever. {@code
 * linkedOnly}: whoever acknowledges must be a known responder.
 */
public record Service(
        UUID id,
        String name,
        UUID teamId,
        UUID policyId,
        Optional<Duration> ackTimeout,
        boolean linkedOnly,
        boolean active,
        boolean fileOwned) {}

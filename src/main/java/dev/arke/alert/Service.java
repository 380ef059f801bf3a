package dev.arke.alert;

import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is broken when an alert arrives; a team owns it and a policy says who is paged. {@code ackTimeout}: how long an
 * acknowledged incident may rest without a human action before it is triggered again; empty is for ever. {@code
 * linkedOnly}: whoever acknowledges must be a known responder. {@code templates}: what its pages say by some ways of contact. {@code
 * mailTo}: addresses that hear when its incidents open, are taken and are over.
 */
public record Service(
        UUID id,
        String name,
        UUID teamId,
        UUID policyId,
        Optional<Duration> ackTimeout,
        boolean linkedOnly,
        boolean active,
        boolean fileOwned,
        Map<ContactKind, PageTemplate> templates,
        List<String> mailTo) {
    public Service {
        templates = Map.copyOf(templates);
        mailTo = List.copyOf(mailTo);
    }
}

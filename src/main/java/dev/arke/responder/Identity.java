package dev.arke.responder;

import java.util.UUID;

/**
 * A chat account that is known to be a responder's. {@code tenant} is the workspace or organisation it belongs to; an
 * empty one stands for whichever is connected.
 */
public record Identity(ContactKind platform, String tenant, String externalId, UUID responderId) {
    /** The account that an address in the team file means: Slack's {@code T0TEAM/U0ALICE} is one of that workspace. */
    public static Identity at(ContactKind platform, String address, UUID responderId) {
        int slash = platform == ContactKind.SLACK ? address.indexOf('/') : -1;
        return slash < 0
                ? new Identity(platform, "", address, responderId)
                : new Identity(platform, address.substring(0, slash), address.substring(slash + 1), responderId);
    }

    /** Whether it is in the team file, which names those of its contact methods, and those without a tenant. */
    public boolean isOfFile(Responder responder) {
        return tenant.isEmpty()
                || responder.methods().stream()
                        .anyMatch(method -> method.kind() == platform
                                && at(platform, method.address(), responder.id())
                                        .equals(this));
    }
}

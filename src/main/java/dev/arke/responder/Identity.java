package dev.arke.responder;

import java.util.UUID;

/**
 * A chat account that is known to be a responder's. {@code tenant} is the workspace or organisation it belongs to; an
 * empty one stands for whichever is connected.
 */
public record Identity(ContactKind platform, String tenant, String externalId, UUID responderId) {}

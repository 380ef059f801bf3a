package dev.arke.dialogue;

import dev.arke.responder.ContactKind;
import java.time.ZoneId;

/**
 * Who typed, clicked or filled in, as the platform vouches for it. {@code tenant} is the workspace or organisation,
 * {@code zone} the person's own; a guest, a bot or somebody of another organisation is an outsider.
 */
public record Asker(ContactKind platform, String tenant, String userId, String displayName, ZoneId zone, Kind kind) {
    /** Whether the account belongs to the workspace. */
    public enum Kind {
        MEMBER,
        OUTSIDER
    }

    public Asker {
        if (!platform.isChat()) throw new IllegalArgumentException(platform.word() + " is no chat");
    }
}

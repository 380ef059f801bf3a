package dev.arke.dialogue;

import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import java.time.ZoneId;

/**
 * Who typed, clicked or filled in, as the platform vouches for it. {@code tenant} is the workspace or organisation,
 * {@code zone} the person's own; a guest, a bot or somebody of another organisation is an outsider. Where there are no
 * accounts, {@code userId} is the id of the responder whom our message had reached.
 */
public record Asker(ContactKind platform, String tenant, String userId, String displayName, ZoneId zone, Kind kind) {
    /** Whether the account belongs to the workspace. */
    public enum Kind {
        MEMBER,
        OUTSIDER
    }

    public Asker {
        if (!platform.isHeard()) throw new IllegalArgumentException(platform.word() + " is not listened to");
    }

    /** Somebody who answers a message that reached them this way. */
    static Asker reached(ContactKind by, Responder who) {
        return new Asker(by, "", who.id().toString(), who.fullName(), who.zone(), Kind.MEMBER);
    }
}

package dev.arke.responder;

import java.util.Optional;

/** Who acts, and from where: a platform's word ("slack"), "rest", "mail", "command", "start". Kept in the audit. */
public record By(Actor actor, String origin) {
    /** The chat it was done in, if it was one. */
    public Optional<ContactKind> chat() {
        return ContactKind.parse(origin).filter(ContactKind::isChat);
    }
}

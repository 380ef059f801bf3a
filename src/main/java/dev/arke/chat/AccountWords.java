package dev.arke.chat;

import dev.arke.card.Span;
import dev.arke.responder.Actor;
import dev.arke.responder.Identity;
import java.util.List;

/** How chat accounts are called in sentences. */
public final class AccountWords {
    private AccountWords() {}

    /** "The Slack account Eve (U2 of T1)". */
    public static String of(Actor.Unlinked account) {
        var id = id(account.tenant(), account.userId());
        return "The " + ContactWords.way(account.platform()) + " account "
                + (account.displayName().isBlank() || account.displayName().equals(account.userId())
                        ? id
                        : account.displayName() + " (" + id + ")");
    }

    /** "Slack U2 of T1"; the team file names accounts of whichever workspace is connected. */
    public static List<Span> line(Identity account) {
        return List.of(
                Span.strong(ContactWords.way(account.platform())),
                Span.text(" "),
                Span.code(id(account.tenant(), account.externalId())),
                Span.text(account.tenant().isEmpty() ? ": named in the team file." : ": connected in chat."));
    }

    private static String id(String tenant, String userId) {
        return tenant.isEmpty() ? userId : userId + " of " + tenant;
    }
}

package dev.arke.chat;

import dev.arke.card.Reader;
import dev.arke.card.Span;
import dev.arke.responder.Actor;
import dev.arke.responder.Identity;
import java.util.List;

/** How chat accounts are called in sentences. */
public final class AccountWords {
    private AccountWords() {}

    /** "The Slack account Eve (U2 of T1)". */
    public static String of(Actor.Unlinked account) {
        return of(account, Reader.ANYBODY);
    }

    /** The same for somebody who reads another language. */
    public static String of(Actor.Unlinked account, Reader reader) {
        var phrases = NoticePhrases.in(reader);
        var id = account.tenant().isEmpty()
                ? account.userId()
                : phrases.say("account.id", account.userId(), account.tenant());
        var name = account.displayName();
        return phrases.say(
                "account",
                ContactWords.way(account.platform(), phrases),
                name.isBlank() || name.equals(account.userId()) ? id : name + " (" + id + ")");
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

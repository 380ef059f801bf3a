package dev.arke.chat;

import dev.arke.card.Phrases;
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
        var id = id(account.tenant(), account.userId(), phrases);
        var name = account.displayName();
        return phrases.say(
                "account",
                ContactWords.way(account.platform(), phrases),
                name.isBlank() || name.equals(account.userId()) ? id : name + " (" + id + ")");
    }

    /** "Slack U2 of T1"; the team file names accounts of whichever workspace is connected. */
    public static List<Span> line(Identity account, Phrases me) {
        var notice = NoticePhrases.in(me.reader());
        return me.spans(
                account.tenant().isEmpty() ? "account.file" : "account.chat",
                Span.strong(ContactWords.way(account.platform(), notice)),
                Span.code(id(account.tenant(), account.externalId(), notice)));
    }

    private static String id(String tenant, String userId, Phrases notice) {
        return tenant.isEmpty() ? userId : notice.say("account.id", userId, tenant);
    }
}

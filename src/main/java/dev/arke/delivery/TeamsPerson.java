package dev.arke.delivery;

import java.util.Locale;
import java.util.Optional;

/**
 * Somebody whom Teams told of. {@code userId} is what this bot knows them by ({@code 29:…}), {@code account} their object
 * id in the tenant's directory; {@code email} and {@code principal} are compared in lower case. {@code conversationId} is
 * their chat with the bot, where there is one; {@code gone}: they have removed or blocked it.
 */
public record TeamsPerson(
        String userId,
        String tenant,
        String account,
        Optional<String> email,
        Optional<String> principal,
        String displayName,
        boolean guest,
        String serviceUrl,
        Optional<String> conversationId,
        boolean gone) {
    public TeamsPerson {
        account = account.toLowerCase(Locale.ROOT);
        email = email.map(TeamsPerson::plain).filter(text -> !text.isEmpty());
        principal = principal.map(TeamsPerson::plain).filter(text -> !text.isEmpty());
    }

    /** The same, who can be written to in this chat. */
    public TeamsPerson reachedAt(String url, String chat) {
        return new TeamsPerson(
                userId, tenant, account, email, principal, displayName, guest, url, Optional.of(chat), false);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "TeamsPerson[" + tenant + "/" + account + "]";
    }
}

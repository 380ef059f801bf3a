package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Responder;
import java.util.Locale;
import java.util.Optional;

/**
 * Links an account by the mail address that its platform vouches for: that of a responder where the admin allows it
 * (ARKE_LINK_BY_EMAIL), and always one by which the team file names an account of this platform ({@code teams:
 * alice@example.com}). An adapter asks for accounts that nobody is linked to.
 */
public final class IdentityByEmail {
    private final Needs needs;
    private final WriteIdentity write;

    IdentityByEmail(Needs needs, WriteIdentity write) {
        this.needs = needs;
        this.write = write;
    }

    /** Whether the mail addresses of responders count. */
    public boolean isAllowed() {
        return needs.settings().byEmail();
    }

    /**
     * Who the account is of from now on. Empty when neither is so, when not exactly one active responder has this
     * address, or when somebody disconnected the account. {@code verifiedEmail} is one of which the platform knows that it is the account's own.
     */
    public Optional<Responder> link(Actor.Unlinked account, String verifiedEmail) {
        var wanted = plain(verifiedEmail);
        if (wanted.isEmpty() || account.tenant().isEmpty()) return Optional.empty();
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var directory = needs.directory().current();
            var known = directory.identity(account.platform(), account.tenant(), account.userId());
            if (known.isPresent()) return known.filter(Responder::active);
            if (needs.identities().isDisconnected(account.platform(), account.tenant(), account.userId()))
                return Optional.empty();
            var people = directory.responders().stream()
                    .filter(person -> isNamed(person, account, wanted) || (isAllowed() && hasEmail(person, wanted)))
                    .toList();
            return people.size() == 1
                    ? Optional.of(write.link(new By(new Actor.Arke(), "email"), account, people.getFirst())
                            .responder())
                    : Optional.empty();
        });
    }

    private static boolean isNamed(Responder person, Actor.Unlinked account, String wanted) {
        return person.methods().stream()
                .anyMatch(method -> method.kind() == account.platform()
                        && plain(method.address()).equals(wanted));
    }

    private static boolean hasEmail(Responder person, String wanted) {
        return person.email().map(IdentityByEmail::plain).filter(wanted::equals).isPresent();
    }

    private static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

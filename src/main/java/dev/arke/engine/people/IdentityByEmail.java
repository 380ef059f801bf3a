package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Responder;
import java.util.Locale;
import java.util.Optional;

/**
 * Links an account by the mail address that its platform vouches for, where the admin allows it (ARKE_LINK_BY_EMAIL).
 * An adapter asks for accounts that nobody is linked to.
 */
public final class IdentityByEmail {
    private final Needs needs;
    private final WriteIdentity write;

    IdentityByEmail(Needs needs, WriteIdentity write) {
        this.needs = needs;
        this.write = write;
    }

    /** Whether asking for the address is of any use. */
    public boolean isAllowed() {
        return needs.settings().byEmail();
    }

    /**
     * Who the account is of from now on. Empty when it is not allowed, when not exactly one active responder has this
     * address, or when somebody disconnected the account. {@code verifiedEmail} is one of which the platform knows that it is the account's own.
     */
    public Optional<Responder> link(Actor.Unlinked account, String verifiedEmail) {
        var wanted = plain(verifiedEmail);
        if (!isAllowed() || wanted.isEmpty() || account.tenant().isEmpty()) return Optional.empty();
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var directory = needs.directory().current();
            var known = directory.identity(account.platform(), account.tenant(), account.userId());
            if (known.isPresent()) return known.filter(Responder::active);
            if (needs.identities().isDisconnected(account.platform(), account.tenant(), account.userId()))
                return Optional.empty();
            var people = directory.responders().stream()
                    .filter(person -> person.email()
                            .map(IdentityByEmail::plain)
                            .filter(wanted::equals)
                            .isPresent())
                    .toList();
            return people.size() == 1
                    ? Optional.of(write.link(new By(new Actor.Arke(), "email"), account, people.getFirst())
                            .responder())
                    : Optional.empty();
        });
    }

    private static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

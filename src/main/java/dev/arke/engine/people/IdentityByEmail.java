package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.engine.people.LinkUseCases.Needs;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Responder;
import java.util.Collection;
import java.util.List;
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

    /** An account and the mail addresses of which its platform knows that they are its own, the best first. */
    public record Vouched(Actor.Unlinked account, List<String> emails) {}

    /**
     * An account stays unlinked when neither is so, when not exactly one active responder has one of these addresses, or
     * when somebody disconnected it.
     */
    public void link(Collection<Vouched> accounts) {
        var wanted = needs.transactions().read(() -> {
            var directory = needs.directory().current();
            return accounts.stream()
                    .filter(one -> owner(one, directory).isPresent())
                    .toList();
        });
        if (wanted.isEmpty()) return;
        needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var directory = needs.directory().current();
            wanted.forEach(one -> owner(one, directory).ifPresent(person -> link(one.account(), person, directory)));
        });
    }

    private void link(Actor.Unlinked account, Responder person, Directory directory) {
        if (!needs.identities().isDisconnected(account.platform(), account.tenant(), account.userId()))
            write.link(new By(new Actor.Arke(), "email"), account, person, directory);
    }

    /** Whose it is to be; nobody's when it is somebody's already. */
    private Optional<Responder> owner(Vouched one, Directory directory) {
        var account = one.account();
        if (account.tenant().isEmpty()
                || directory
                        .identity(account.platform(), account.tenant(), account.userId())
                        .isPresent()) return Optional.empty();
        return one.emails().stream()
                .map(email -> people(account, plain(email), directory))
                .filter(people -> people.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private List<Responder> people(Actor.Unlinked account, String wanted, Directory directory) {
        if (wanted.isEmpty()) return List.of();
        return directory.responders().stream()
                .filter(person -> isNamed(person, account, wanted) || (isAllowed() && hasEmail(person, wanted)))
                .toList();
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

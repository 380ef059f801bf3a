package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A platform says that somebody cannot be written to any more, or can again, before anything was sent to them. */
public final class MarkContacts {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final DeadMethods deadMethods;
    private final InstantSource clock;

    MarkContacts(Transactions transactions, ReadDirectory directory, DeadMethods deadMethods, InstantSource clock) {
        this.transactions = transactions;
        this.directory = directory;
        this.deadMethods = deadMethods;
        this.clock = clock;
    }

    /** {@code addresses} in lower case, as the team file may have them; {@code problem} says why. */
    public void gone(ContactKind kind, Set<String> addresses, String problem) {
        transactions.write(Durability.SYNCED, () -> {
            var methods =
                    methods(kind, addresses).stream().collect(Collectors.toMap(Function.identity(), id -> problem));
            deadMethods.died(methods, clock.instant());
        });
    }

    public void back(ContactKind kind, Set<String> addresses) {
        transactions.write(Durability.SYNCED, () -> deadMethods.answered(methods(kind, addresses)));
    }

    private Set<UUID> methods(ContactKind kind, Set<String> addresses) {
        return directory.current().responders().stream()
                .flatMap(person -> person.methods().stream())
                .filter(method -> method.kind() == kind
                        && addresses.contains(method.address().toLowerCase(Locale.ROOT)))
                .map(ContactMethod::id)
                .collect(Collectors.toSet());
    }
}

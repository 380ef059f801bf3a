package dev.arke.engine.people;

import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.ContactProof;
import dev.arke.responder.ContactProofStore;
import dev.arke.responder.Refusal;
import dev.arke.responder.Responder;
import dev.arke.responder.ResponderStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody's own ways of contact: added, proved by a code that is sent there, removed. Before it is proved nothing but the
 * code goes there. Those of the team file are an admin's word, and the file's to change.
 */
public final class KeepContacts {
    private static final int MOST_METHODS = 12;

    /** What came of it. */
    public sealed interface Outcome {
        /** Codes are on their way to these. */
        record CodeSent(List<ContactMethod> to) implements Outcome {
            public CodeSent {
                to = List.copyOf(to);
            }
        }

        /** They have it already, and it is proved. */
        record Known() implements Outcome {}

        record Verified(ContactMethod method) implements Outcome {}

        /** No code that still works is this one. */
        record WrongCode() implements Outcome {}

        record Removed(List<ContactMethod> gone) implements Outcome {
            public Removed {
                gone = List.copyOf(gone);
            }
        }

        /** It is in the team file, or they have no such thing. */
        record NotOwn(boolean inFile) implements Outcome {}

        record TooMany() implements Outcome {}

        /** Nothing is set up here that could send there. */
        record NoCarrier(ContactKind kind) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** What it works on. */
    public record Stores(ResponderStore responders, ContactProofStore proofs, DeliveryStore deliveries) {}

    private final Transactions transactions;
    private final OwnChange ownChange;
    private final Stores stores;
    private final Set<ContactKind> carriers;
    private final Runnable wakeSender;
    private final Ids ids;
    private final InstantSource clock;

    public KeepContacts(
            Transactions transactions,
            OwnChange ownChange,
            Stores stores,
            Set<ContactKind> carriers,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.ownChange = ownChange;
        this.stores = stores;
        this.carriers = Set.copyOf(carriers);
        this.wakeSender = wakeSender;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code address} as its kind writes it. What is there and not proved gets another code. */
    public Outcome add(By by, UUID responderId, List<ContactKind> kinds, String address) {
        return ownChange.<Outcome>run(by, "contact add", responderId, Outcome.Refused::new, directory -> {
            var missing =
                    kinds.stream().filter(kind -> !carriers.contains(kind)).findFirst();
            if (missing.isPresent()) return new Outcome.NoCarrier(missing.get());
            var present = directory.responder(responderId);
            var methods = new ArrayList<>(present.methods());
            var open = new ArrayList<ContactMethod>();
            for (var kind : kinds) {
                var method = find(present, kind, address).orElseGet(() -> fresh(responderId, kind, address, methods));
                if (!methods.contains(method)) methods.add(method);
                if (!method.verified()) open.add(method);
            }
            if (open.isEmpty()) return new Outcome.Known();
            var now = clock.instant();
            if (methods.size() > MOST_METHODS || open.stream().anyMatch(method -> isSpent(method, now)))
                return new Outcome.TooMany();
            stores.responders().save(List.of(present.with(methods)));
            open.forEach(method -> sendCode(method, now));
            ownChange.changed();
            transactions.afterCommit(wakeSender);
            return new Outcome.CodeSent(open);
        });
    }

    private static Optional<ContactMethod> find(Responder person, ContactKind kind, String address) {
        return person.methods().stream()
                .filter(method -> method.kind() == kind && method.address().equals(address))
                .findFirst();
    }

    private ContactMethod fresh(UUID responderId, ContactKind kind, String address, List<ContactMethod> before) {
        int last = before.stream().mapToInt(ContactMethod::position).max().orElse(-1);
        return new ContactMethod(ids.next(), responderId, kind, address, last + 1, Optional.empty(), true, false);
    }

    private boolean isSpent(ContactMethod method, Instant now) {
        return stores.proofs().read(List.of(method.id())).stream().anyMatch(proof -> proof.isSpent(now));
    }

    private void sendCode(ContactMethod method, Instant now) {
        var proof = stores.proofs().read(List.of(method.id())).stream()
                .findFirst()
                .map(before -> before.again(now))
                .orElseGet(() -> ContactProof.first(method.id(), now));
        stores.proofs().save(proof);
        stores.deliveries().plan(List.of(PlannedDelivery.code(ids.next(), method, now)));
    }

    /** A wrong code counts against every one that is open. */
    public Outcome verify(By by, UUID responderId, String code) {
        return ownChange.<Outcome>run(by, "contact verify", responderId, Outcome.Refused::new, directory -> {
            var now = clock.instant();
            var present = directory.responder(responderId);
            var open = present.methods().stream()
                    .filter(method -> !method.verified())
                    .toList();
            var proofs =
                    stores.proofs().read(open.stream().map(ContactMethod::id).toList());
            var proved =
                    proofs.stream().filter(proof -> proof.isProvedBy(code, now)).findFirst();
            if (proved.isEmpty()) {
                proofs.forEach(proof -> stores.proofs().save(proof.afterWrongCode()));
                return new Outcome.WrongCode();
            }
            var method = open.stream()
                    .filter(one -> one.id().equals(proved.get().methodId()))
                    .findFirst()
                    .orElseThrow();
            stores.responders()
                    .save(List.of(present.with(present.methods().stream()
                            .map(one -> one.equals(method) ? one.proved() : one)
                            .toList())));
            stores.proofs().delete(method.id());
            ownChange.changed();
            return new Outcome.Verified(method.proved());
        });
    }

    public Outcome remove(By by, UUID responderId, List<ContactKind> kinds, String address) {
        return ownChange.<Outcome>run(by, "contact remove", responderId, Outcome.Refused::new, directory -> {
            var present = directory.responder(responderId);
            var found = kinds.stream()
                    .flatMap(kind -> find(present, kind, address).stream())
                    .toList();
            var own = found.stream().filter(ContactMethod::own).toList();
            if (own.isEmpty()) return new Outcome.NotOwn(!found.isEmpty());
            stores.responders()
                    .save(List.of(present.with(present.methods().stream()
                            .filter(method -> !own.contains(method))
                            .toList())));
            own.forEach(method -> stores.proofs().delete(method.id()));
            ownChange.changed();
            return new Outcome.Removed(own);
        });
    }
}

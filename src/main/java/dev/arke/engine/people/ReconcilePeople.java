package dev.arke.engine.people;

import dev.arke.engine.people.DesiredState.Contact;
import dev.arke.engine.people.DesiredState.Person;
import dev.arke.page.NotificationRule;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Identity;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of {@link Reconcile} that is about people: their rows, rules and chat accounts. */
record ReconcilePeople(FileState before, DesiredState desired, Supplier<UUID> ids) {
    /** How Microsoft Entra writes the id of a person; what else stands for one is a mail address and no account id. */
    private static final Pattern OBJECT_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    List<Responder> responders() {
        return Reconcile.each(
                before.responders(),
                Responder::name,
                desired.people(),
                Person::name,
                this::responder,
                was -> was.fileOwned() ? deactivated(was) : was);
    }

    private Responder responder(@Nullable Responder present, Person wanted) {
        var id = present == null ? ids.get() : present.id();
        var old = present == null ? List.<ContactMethod>of() : present.methods();
        var methods = new ArrayList<ContactMethod>();
        for (var contact : wanted.contacts()) methods.add(method(id, old, contact, methods.size()));
        // What somebody added themselves stays, behind what the file says.
        for (var own : old)
            if (own.own() && wanted.contacts().stream().noneMatch(contact -> isSame(contact, own)))
                methods.add(new ContactMethod(
                        own.id(), id, own.kind(), own.address(), methods.size(), own.deadAt(), true, own.verified()));
        return new Responder(
                id,
                wanted.name(),
                wanted.fullName(),
                wanted.zone(),
                wanted.email(),
                wanted.admin(),
                true,
                true,
                methods,
                wanted.holidays(),
                wanted.language());
    }

    /** An address that was there stays the same method, and dead when it was dead. */
    private ContactMethod method(UUID responderId, List<ContactMethod> old, Contact contact, int position) {
        var present = old.stream().filter(method -> isSame(contact, method)).findFirst();
        return new ContactMethod(
                present.map(ContactMethod::id).orElseGet(ids),
                responderId,
                contact.kind(),
                contact.address(),
                position,
                present.flatMap(ContactMethod::deadAt));
    }

    private static boolean isSame(Contact contact, ContactMethod method) {
        return method.kind() == contact.kind() && method.address().equals(contact.address());
    }

    private static Responder deactivated(Responder was) {
        return new Responder(
                was.id(),
                was.name(),
                was.fullName(),
                was.zone(),
                was.email(),
                false,
                false,
                true,
                was.methods(),
                was.holidays(),
                was.language());
    }

    /** The file's rules are a start: whoever has chosen rules of their own keeps them. */
    Map<UUID, List<NotificationRule>> rules(ByName<Responder> known) {
        var rules = new HashMap<>(before.rules());
        for (var person : desired.people()) {
            var id = known.get(person.name()).id();
            if (hasOwnRules(id)) continue;
            if (person.rules().isEmpty()) rules.remove(id);
            else rules.put(id, person.rules());
        }
        return rules;
    }

    Set<UUID> fileRules(ByName<Responder> known) {
        var fromFile = new HashSet<>(before.fileRules());
        for (var person : desired.people()) {
            var id = known.get(person.name()).id();
            if (hasOwnRules(id)) continue;
            if (person.rules().isEmpty()) fromFile.remove(id);
            else fromFile.add(id);
        }
        return fromFile;
    }

    private boolean hasOwnRules(UUID id) {
        return before.rules().containsKey(id) && !before.fileRules().contains(id);
    }

    /** Accounts that people linked themselves stay, unless the file names them; those of the file are as it says. */
    Set<Identity> identities(ByName<Responder> known) {
        var wanted = new HashSet<Identity>();
        var people = new HashSet<UUID>();
        for (var person : desired.people()) {
            var id = known.get(person.name()).id();
            people.add(id);
            person.contacts().forEach(contact -> identity(contact, id).ifPresent(wanted::add));
        }
        var persons = before.responders().stream().collect(Collectors.toMap(Responder::id, Function.identity()));
        var identities = new HashSet<>(wanted);
        for (var identity : before.identities()) {
            var person = persons.get(identity.responderId());
            boolean fromFile = person != null && people.contains(person.id()) && identity.isOfFile(person);
            boolean taken = wanted.stream().anyMatch(other -> names(other, identity));
            if (!fromFile && !taken) identities.add(identity);
        }
        return identities;
    }

    /** An account without a tenant is that of whichever workspace is connected. */
    private static boolean names(Identity ofFile, Identity other) {
        boolean isSame =
                ofFile.platform() == other.platform() && ofFile.externalId().equals(other.externalId());
        boolean isSameTenant = ofFile.tenant().equals(other.tenant());
        boolean isOthers = !ofFile.responderId().equals(other.responderId());
        return isSame && (isSameTenant || (ofFile.tenant().isEmpty() && isOthers));
    }

    private static Optional<Identity> identity(Contact contact, UUID responderId) {
        boolean isAccount = contact.kind().isChat()
                && (contact.kind() != ContactKind.TEAMS
                        || OBJECT_ID.matcher(contact.address()).matches());
        return isAccount ? Optional.of(Identity.at(contact.kind(), contact.address(), responderId)) : Optional.empty();
    }
}

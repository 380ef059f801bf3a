package dev.arke.engine.delivery;

import dev.arke.card.Reader;
import dev.arke.chat.ContactWords;
import dev.arke.chat.NoticePhrases;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.Responder;
import dev.arke.responder.ResponderStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a contact method out of use when its carrier says that nobody is there, and tells the person by another way and the
 * admins' channels, once; takes it into use again when a message arrives after all. Inside a unit.
 */
final class DeadMethods {
    /** What it writes. */
    record Stores(ResponderStore responders, DirectoryVersionStore version, DeliveryStore deliveries) {}

    private final Stores stores;
    private final ReadDirectory directory;
    private final Set<ContactKind> carriers;
    private final Ids ids;
    private final InstantSource clock;

    DeadMethods(Stores stores, ReadDirectory directory, Set<ContactKind> carriers, Ids ids, InstantSource clock) {
        this.stores = stores;
        this.directory = directory;
        this.carriers = carriers;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code problems} says of each method why. */
    void died(Map<UUID, String> problems, Instant now) {
        var alive = stores.responders().among(problems.keySet(), false);
        if (alive.isEmpty()) return;
        var before = directory.current();
        // In this order, which is that of a team file being applied: neither undoes the other, nor waits in a circle.
        stores.version().raise();
        stores.responders().markDead(problems, now);
        var notices = new ArrayList<PlannedDelivery>();
        for (var person : before.responders())
            for (var method : person.methods())
                if (alive.contains(method.id()))
                    tell(person, method, problems.getOrDefault(method.id(), ""), before, problems.keySet(), notices);
        stores.deliveries().plan(notices);
    }

    private void tell(
            Responder person,
            ContactMethod dead,
            String problem,
            Directory before,
            Set<UUID> allDead,
            List<PlannedDelivery> notices) {
        var now = clock.instant();
        var left = PagePlan.usable(person.methods(), carriers).stream()
                .filter(method -> !allDead.contains(method.id()))
                .toList();
        // Nobody is rung for it.
        left.stream()
                .filter(method -> method.kind() != ContactKind.CALL)
                .findFirst()
                .map(method -> PlannedDelivery.notice(
                        ids.next(), method, toPerson(dead.kind(), problem, before.readerOf(person.id())), now))
                .ifPresent(notices::add);
        var words = toAdmins(person.name(), ContactWords.way(dead.kind()), problem, left);
        before.adminChannels().forEach(channel -> notices.add(PlannedDelivery.notice(ids.next(), channel, words, now)));
    }

    private static String toPerson(ContactKind kind, String problem, Reader reader) {
        var say = NoticePhrases.in(reader);
        return say.say("dead", ContactWords.way(kind, say), problem);
    }

    private static String toAdmins(String name, String way, String problem, List<ContactMethod> left) {
        var others = left.stream()
                .map(method -> ContactWords.way(method.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
        return name + " cannot be reached by " + way + " any more (" + problem + "). "
                + (left.isEmpty()
                        ? "NO WAY TO REACH " + name + " IS LEFT: correct it in the team file."
                        : "Pages go by " + others + ". When it is in order again, " + name + " types: test.");
    }

    /** Messages came through by these. */
    void answered(Collection<UUID> methods) {
        var dead = stores.responders().among(methods, true);
        if (dead.isEmpty()) return;
        stores.version().raise();
        stores.responders().revive(dead);
    }
}

package dev.arke.engine.room;

import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells those who can put it right what is wrong with their teams' rooms: in chat, else by mail; it never rings. */
final class TellTeamAdmins {
    private final DeliveryStore deliveries;
    private final Set<ContactKind> carriers;
    private final Ids ids;

    TellTeamAdmins(DeliveryStore deliveries, Set<ContactKind> carriers, Ids ids) {
        this.deliveries = deliveries;
        this.carriers = carriers;
        this.ids = ids;
    }

    /** Inside a unit. A team without admins leaves it to those of Arke. */
    void tell(Collection<Team> teams, String words, Directory directory, Instant now) {
        deliveries.plan(admins(teams, directory).stream()
                .flatMap(admin -> quietMethod(directory.responder(admin).methods()).stream())
                .map(method -> PlannedDelivery.notice(ids.next(), method, words, now))
                .toList());
    }

    private static Set<UUID> admins(Collection<Team> teams, Directory directory) {
        var admins = new LinkedHashSet<UUID>();
        teams.forEach(team -> admins.addAll(team.admins().isEmpty() ? directory.admins() : team.admins()));
        return admins;
    }

    private Optional<ContactMethod> quietMethod(List<ContactMethod> methods) {
        var usable = PagePlan.usable(methods, carriers);
        return Stream.concat(
                        usable.stream().filter(method -> method.kind().isChat()),
                        usable.stream().filter(method -> method.kind() == ContactKind.EMAIL))
                .findFirst();
    }
}

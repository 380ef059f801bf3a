package dev.arke.engine.people;

import dev.arke.alert.Integration;
import dev.arke.alert.Service;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.StoredPolicy;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From what there is and what the file asks for to what there is to be. Names are identities: what is there under a
 * name keeps its id, whoever made it, and is the file's from then on. What the file owned and no longer names is made
 * inactive, never deleted; the rest is left alone. Pure but for new ids.
 */
final class Reconcile {
    private final FileState before;
    private final DesiredState desired;
    private final Supplier<UUID> ids;

    private Reconcile(FileState before, DesiredState desired, Supplier<UUID> ids) {
        this.before = before;
        this.desired = desired;
        this.ids = ids;
    }

    static FileState of(FileState before, DesiredState desired, Supplier<UUID> ids) {
        return new Reconcile(before, desired, ids).after();
    }

    private FileState after() {
        var people = new ReconcilePeople(before, desired, ids);
        var responders = people.responders();
        var known = ByName.of(responders, Responder::name);
        var teams = new ReconcileTeams(before, desired, ids, known);
        var policies = policies(new Targets(known, teams.named()));
        var services = services(
                teams.named(), ByName.of(policies, stored -> stored.policy().name()));
        return new FileState(
                responders,
                people.rules(known),
                people.fileRules(known),
                new ReconcileWishes(before.wishes(), desired, known, ByName.of(services, Service::name), teams.named())
                        .after(),
                new ReconcileCalendars(before.calendars(), desired, known).after(),
                people.identities(known),
                teams.teams(),
                teams.rotations(),
                Set.copyOf(desired.adminChannels()),
                policies,
                services,
                integrations(ByName.of(services, Service::name)));
    }

    private List<StoredPolicy> policies(Targets targets) {
        return each(
                before.policies(),
                stored -> stored.policy().name(),
                desired.policies(),
                DesiredState.Policy::name,
                (present, wanted) -> new StoredPolicy(policy(present, wanted, targets), true, true, true),
                stored -> stored.fileOwned() ? new StoredPolicy(stored.policy(), true, false, true) : stored);
    }

    /** A changed definition is a new version; the old one stays for the incidents that run on it. */
    private EscalationPolicy policy(@Nullable StoredPolicy present, DesiredState.Policy wanted, Targets targets) {
        var team = targets.team(wanted.team());
        var fresh = new EscalationPolicy(
                present == null ? ids.get() : present.policy().id(),
                present == null ? ids.get() : present.policy().versionId(),
                wanted.name(),
                team.id(),
                wanted.steps().stream().map(targets::step).toList(),
                wanted.rounds(),
                wanted.lastResort().stream().map(targets::target).toList());
        if (present == null || sameDefinition(present.policy(), fresh)) return fresh;
        return new EscalationPolicy(
                fresh.id(), ids.get(), fresh.name(), fresh.teamId(), fresh.steps(), fresh.rounds(), fresh.lastResort());
    }

    private static boolean sameDefinition(EscalationPolicy one, EscalationPolicy other) {
        return one.steps().equals(other.steps())
                && one.rounds() == other.rounds()
                && one.lastResort().equals(other.lastResort());
    }

    private List<Service> services(ByName<Team> teams, ByName<StoredPolicy> policies) {
        return each(
                before.services(),
                Service::name,
                desired.services(),
                DesiredState.ServiceOf::name,
                (present, wanted) -> new Service(
                        present == null ? ids.get() : present.id(),
                        wanted.name(),
                        teams.get(wanted.team()).id(),
                        policies.get(wanted.policy()).policy().id(),
                        wanted.ackTimeout(),
                        wanted.linkedOnly(),
                        true,
                        true,
                        wanted.templates(),
                        wanted.mailTo()),
                service -> service.fileOwned() ? inactive(service) : service);
    }

    private List<Integration> integrations(ByName<Service> services) {
        return each(
                before.integrations(),
                Integration::name,
                desired.integrations(),
                DesiredState.Source::name,
                (present, wanted) -> new Integration(
                        present == null ? ids.get() : present.id(),
                        wanted.name(),
                        services.get(wanted.service()).id(),
                        wanted.format(),
                        wanted.grouped(),
                        wanted.priorities(),
                        wanted.routes(),
                        wanted.keyHashes(),
                        true,
                        true,
                        wanted.quota()),
                integration -> integration.fileOwned() ? inactive(integration) : integration);
    }

    private static Service inactive(Service was) {
        return new Service(
                was.id(),
                was.name(),
                was.teamId(),
                was.policyId(),
                was.ackTimeout(),
                was.linkedOnly(),
                false,
                true,
                was.templates(),
                was.mailTo());
    }

    /** Its keys open nothing any more, and another integration may have them. */
    private static Integration inactive(Integration was) {
        return new Integration(
                was.id(),
                was.name(),
                was.serviceId(),
                was.format(),
                was.grouped(),
                was.priorities(),
                was.routes(),
                Set.of(),
                false,
                true,
                Optional.empty());
    }

    /** What is wanted, made of what is there under its name or of nothing, and then what is there and not wanted. */
    static <T, W> List<T> each(
            Collection<T> there,
            Function<T, String> nameOf,
            Collection<W> wanted,
            Function<W, String> nameOfWanted,
            BiFunction<@Nullable T, W, T> make,
            UnaryOperator<T> leftOver) {
        var present = ByName.of(there, nameOf);
        var names = ByName.of(wanted, nameOfWanted);
        return Stream.concat(
                        wanted.stream()
                                .map(one -> make.apply(
                                        present.find(nameOfWanted.apply(one)).orElse(null), one)),
                        there.stream()
                                .filter(thing -> names.find(nameOf.apply(thing)).isEmpty())
                                .map(leftOver))
                .toList();
    }
}

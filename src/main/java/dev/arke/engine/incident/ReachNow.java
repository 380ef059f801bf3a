package dev.arke.engine.incident;

import dev.arke.calendar.Role;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.TeamRole;
import dev.arke.engine.people.Directory;
import dev.arke.escalation.Escalation;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Reach;
import dev.arke.escalation.Target;
import dev.arke.page.PagePlan;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Roster;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the targets of some policies stand for at one instant; who is on call is read once for all of them. */
final class ReachNow {
    private final Directory directory;
    private final Set<ContactKind> carriers;
    private final Map<TeamRole, List<UUID>> onCall;

    private ReachNow(Directory directory, Set<ContactKind> carriers, Map<TeamRole, List<UUID>> onCall) {
        this.directory = directory;
        this.carriers = carriers;
        this.onCall = onCall;
    }

    static ReachNow read(
            Collection<EscalationPolicy> policies,
            Directory directory,
            Set<ContactKind> carriers,
            ShiftStore shifts,
            Instant now) {
        var roles = policies.stream().distinct().flatMap(ReachNow::rolesOf).collect(Collectors.toSet());
        return new ReachNow(directory, carriers, shifts.onCallAt(roles, now));
    }

    private static Stream<TeamRole> rolesOf(EscalationPolicy policy) {
        var named = Stream.concat(
                        policy.steps().stream().flatMap(step -> step.targets().stream()), policy.lastResort().stream())
                .filter(Target.DutyOf.class::isInstance)
                .map(Target.DutyOf.class::cast)
                .map(duty -> new TeamRole(duty.teamId(), new Role.Duty(duty.duty())));
        return Stream.concat(named, Stream.of(new TeamRole(policy.teamId(), Role.Duty.MANAGER)));
    }

    Escalation.Reaching reaching(EscalationPolicy policy) {
        return new Escalation.Reaching() {
            @Override
            public Reach of(List<Target> targets) {
                return reach(targets);
            }

            @Override
            public Reach managers() {
                return reach(List.of(new Target.DutyOf(Role.Duty.MANAGER.word(), policy.teamId())));
            }

            @Override
            public Reach admins() {
                return adminsOf(policy.teamId());
            }
        };
    }

    /** The team's; where none of them can be reached, Arke's. Without a channel of the team, it is said where Arke speaks. */
    private Reach adminsOf(UUID teamId) {
        var team = directory.team(teamId);
        var people = team.admins().stream().anyMatch(this::isReachable) ? team.admins() : directory.admins();
        var ofTeam = directory.channels().ofTeam(teamId);
        var channels = ofTeam.stream().anyMatch(channel -> carriers.contains(channel.platform()))
                ? ofTeam
                : directory.adminChannels();
        return sorted(people, new LinkedHashSet<>(channels), Set.of());
    }

    private Reach reach(List<Target> targets) {
        var people = new LinkedHashSet<UUID>();
        var channels = new LinkedHashSet<ChannelAddress>();
        var webhooks = new LinkedHashSet<URI>();
        for (var target : targets) {
            switch (target) {
                case Target.Person person -> people.add(person.responderId());
                case Target.DutyOf duty ->
                    people.addAll(
                            onCall.getOrDefault(new TeamRole(duty.teamId(), new Role.Duty(duty.duty())), List.of()));
                case Target.RosterOf roster ->
                    directory.roster(roster.rosterId()).stream()
                            .flatMap(found -> found.entries().stream())
                            .map(Roster.Entry::responderId)
                            .forEach(people::add);
                case Target.Channel channel -> channels.add(channel.channel());
                case Target.Webhook webhook -> webhooks.add(webhook.uri());
            }
        }
        return sorted(people, channels, webhooks);
    }

    private Reach sorted(Set<UUID> people, Set<ChannelAddress> channels, Set<URI> webhooks) {
        var reachable = people.stream().filter(this::isReachable).collect(Collectors.toSet());
        var unreachable = people.stream().filter(id -> !reachable.contains(id)).collect(Collectors.toSet());
        var posts = channels.stream()
                .filter(channel -> carriers.contains(channel.platform()))
                .collect(Collectors.toSet());
        var calls = carriers.contains(ContactKind.WEBHOOK) ? webhooks : Set.<URI>of();
        return new Reach(reachable, unreachable, posts, calls);
    }

    private boolean isReachable(UUID responderId) {
        var responder = directory.responder(responderId);
        return responder.active()
                && !PagePlan.usable(responder.methods(), carriers).isEmpty();
    }
}

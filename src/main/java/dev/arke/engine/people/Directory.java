package dev.arke.engine.people;

import dev.arke.alert.Integration;
import dev.arke.alert.IntegrationKey;
import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.card.Reader;
import dev.arke.chat.ChannelLink;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.StoredPolicy;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagePlan;
import dev.arke.page.PagingWishes;
import dev.arke.page.QuietHours;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Identity;
import dev.arke.responder.Language;
import dev.arke.responder.Responder;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is who and what belongs to whom, at one version: immutable, for any number of threads. By id also what is
 * inactive is found, as history needs it, and an id that nothing has is an exception; by name, in any case, and in the
 * lists only what is active.
 */
public final class Directory {
    private final Content content;
    private final Index<Responder> responders;
    private final Index<Team> teams;
    private final Index<Service> services;
    private final Index<Integration> integrations;
    /** By the hashes of their keys: a guess whose hash comes near is no nearer to the key. */
    private final Map<String, Integration> byKey = new HashMap<>();

    private final Policies policies;
    private final Accounts accounts;
    private final Channels channels;

    /** What the tables hold, whole. */
    public record Content(
            Collection<Responder> responders,
            Map<UUID, List<NotificationRule>> rules,
            Collection<Identity> identities,
            Collection<Team> teams,
            List<ChannelAddress> adminChannels,
            Collection<StoredPolicy> policyVersions,
            Collection<Service> services,
            Collection<Integration> integrations,
            Collection<ChannelLink> links,
            Map<UUID, PagingWishes> wishes) {}

    public Directory(Content content) {
        this.content = content;
        responders = new Index<>("responder", content.responders(), Responder::id, Responder::name, Responder::active);
        teams = new Index<>("team", content.teams(), Team::id, Team::name, Team::active);
        services = new Index<>("service", content.services(), Service::id, Service::name, Service::active);
        integrations = new Index<>(
                "integration", content.integrations(), Integration::id, Integration::name, Integration::active);
        integrations
                .active()
                .forEach(integration -> integration.keyHashes().forEach(hash -> byKey.put(hash, integration)));
        policies = new Policies(content.policyVersions());
        accounts = new Accounts(content.identities());
        channels = new Channels(teams.active(), services.active(), content.links());
    }

    public Responder responder(UUID id) {
        return responders.get(id);
    }

    public Optional<Responder> responderNamed(String name) {
        return responders.named(name);
    }

    /** Somebody who is in Arke no more; names of the active are others'. */
    public Optional<Responder> deactivatedNamed(String name) {
        return content.responders().stream()
                .filter(person ->
                        !person.active() && ByName.plain(person.name()).equals(ByName.plain(name)))
                .findFirst();
    }

    public List<Responder> responders() {
        return responders.active();
    }

    /** The rules by which this person is paged for this priority: their own, or else the defaults. */
    public List<NotificationRule> rulesOf(UUID responderId, Priority priority) {
        var own = content.rules().getOrDefault(responderId, List.of()).stream()
                .filter(rule -> rule.priority() == priority)
                .toList();
        return own.isEmpty() ? NotificationRule.defaults(priority) : own;
    }

    /** In which this person is spoken to: what they chose, or else the team file's word. */
    public Language languageOf(UUID responderId) {
        return wishesOf(responderId)
                .language()
                .or(() -> responder(responderId).language())
                .orElse(Language.ENGLISH);
    }

    /** As whom our words reach them: in their language, with times in their zone. */
    public Reader readerOf(UUID responderId) {
        return new Reader(
                languageOf(responderId).locale(), responder(responderId).zone());
    }

    /** The name of a team or service, inactive ones too. */
    public String scopeName(UUID id) {
        return content.services().stream()
                .filter(service -> service.id().equals(id))
                .map(Service::name)
                .findFirst()
                .or(() -> content.teams().stream()
                        .filter(team -> team.id().equals(id))
                        .map(Team::name)
                        .findFirst())
                .orElse("a former team or service");
    }

    /** What this person wants of their pages besides their rules. */
    public PagingWishes wishesOf(UUID responderId) {
        return content.wishes().getOrDefault(responderId, PagingWishes.NONE);
    }

    /** When and how this person is paged now for an incident of this service, in the order of time. */
    public List<PagePlan.Due> pagePlan(
            Responder person,
            Service service,
            Priority priority,
            Set<ContactKind> carriers,
            PagePlan.Recent recent,
            Instant now) {
        var wishes = wishesOf(person.id());
        var rules = wishes.rules(priority, List.of(service.id(), service.teamId()))
                .orElseGet(() -> rulesOf(person.id(), priority));
        var usable = PagePlan.usable(person.methods(), carriers);
        var due = PagePlan.relieved(PagePlan.of(rules, usable, now), wishes.instead(), usable, recent);
        return wishes.quiet()
                .filter(quiet -> QuietHours.holdBack(priority))
                .map(quiet -> PagePlan.outside(quiet, person.zone(), due))
                .orElse(due);
    }

    /** Whether any page of this person comes again by itself. */
    public boolean hasRepeatedPages(UUID responderId) {
        return Stream.concat(
                        content.rules().getOrDefault(responderId, List.of()).stream(),
                        wishesOf(responderId).apart().stream().flatMap(apart -> apart.rules().stream()))
                .anyMatch(rule -> rule.every().isPresent());
    }

    /** Whose chat account this is; one that is linked whatever the tenant counts when none is linked for it. */
    public Optional<Responder> identity(ContactKind platform, String tenant, String externalId) {
        return accounts.owner(platform, tenant, externalId).map(responders::get);
    }

    /** The chat account of a responder in this tenant, or else the one that is linked whatever the tenant. */
    public Optional<String> account(UUID responderId, ContactKind platform, String tenant) {
        return accounts.of(responderId, platform, tenant);
    }

    /** The chat accounts that are known to be this person's, in a steady order. */
    public List<Identity> identitiesOf(UUID responderId) {
        return accounts.of(responderId);
    }

    /** Those of them on one platform, in whichever workspaces. */
    public List<Identity> accounts(UUID responderId, ContactKind platform) {
        return identitiesOf(responderId).stream()
                .filter(identity -> identity.platform() == platform)
                .toList();
    }

    /** The admins of Arke. */
    public Set<UUID> admins() {
        return responders().stream()
                .filter(Responder::admin)
                .map(Responder::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Team team(UUID id) {
        return teams.get(id);
    }

    public Optional<Team> teamNamed(String name) {
        return teams.named(name);
    }

    public List<Team> teams() {
        return teams.active();
    }

    /** The roster of any active team. */
    public Optional<Roster> roster(UUID id) {
        return teams().stream()
                .flatMap(team -> team.rosters().stream())
                .filter(roster -> roster.id().equals(id))
                .findFirst();
    }

    /** The active teams that somebody is a member of. */
    public List<Team> teamsOf(UUID responderId) {
        return teams().stream()
                .filter(team -> team.members().contains(responderId))
                .toList();
    }

    /** Which channel shows what. */
    public Channels channels() {
        return channels;
    }

    /** Where Arke speaks about itself. */
    public List<ChannelAddress> adminChannels() {
        return content.adminChannels();
    }

    /** A version of a policy, present or past. */
    public EscalationPolicy policy(UUID versionId) {
        return policies.version(versionId);
    }

    /** The version on which new incidents of this service begin. */
    public EscalationPolicy policyOf(Service service) {
        return policies.present(service.policyId());
    }

    /** A version, present or past, of the same policy that does exactly what this one does. */
    public Optional<EscalationPolicy> versionLike(EscalationPolicy wanted) {
        return policies.like(wanted);
    }

    public Optional<EscalationPolicy> policyNamed(String name) {
        return policies.named(name);
    }

    public List<EscalationPolicy> policies() {
        return policies.active();
    }

    public Service service(UUID id) {
        return services.get(id);
    }

    public Optional<Service> serviceNamed(String name) {
        return services.named(name);
    }

    public List<Service> services() {
        return services.active();
    }

    public Integration integration(UUID id) {
        return integrations.get(id);
    }

    public Optional<Integration> integrationNamed(String name) {
        return integrations.named(name);
    }

    public List<Integration> integrations() {
        return integrations.active();
    }

    /** The active integration that a key opens. */
    public Optional<Integration> integrationOfKey(String rawKey) {
        return Optional.ofNullable(byKey.get(IntegrationKey.hash(rawKey)));
    }

    /** The active integration that mails to this address are for. */
    public Optional<Integration> integrationOfAddress(String address) {
        return Optional.ofNullable(byKey.get(IntegrationKey.hashOfAddress(address)));
    }

    Content content() {
        return content;
    }
}

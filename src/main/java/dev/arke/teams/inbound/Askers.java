package dev.arke.teams.inbound;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.TeamsPerson;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Asker.Kind;
import dev.arke.dialogue.Turns;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.engine.people.IdentityByEmail;
import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.teams.web.Called;
import dev.arke.teams.web.Connector;
import dev.arke.teams.web.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is behind an account: whether a member or a guest, as the roster says and for an hour. When Teams does not say it
 * within a second, what it said before counts, else the signed request: an account of our tenant is a member, so that an
 * acknowledgement is never lost to a Teams that is half down.
 */
final class Askers {
    private static final Logger LOG = LoggerFactory.getLogger(Askers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofHours(1);
    /** For so long Teams is not asked again when it did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int MOST = 10_000;
    /** As many of a roster are kept in one transaction. */
    private static final int AT_ONCE = 100;

    private record Known(Kind kind, Instant until) {}

    private final String tenant;
    private final Connector connector;
    private final KeepTeams keep;
    private final BiFunction<String, String, Optional<Responder>> responders;
    private final IdentityByEmail byEmail;
    private final Turns turns;
    private final InstantSource clock;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Kind>> asking = new HashMap<>();
    private final Map<String, Instant> paused = new HashMap<>();

    /** {@code tenant} is ours, or blank where a test client's counts; {@code responders} gives whose an account is. */
    Askers(
            String tenant,
            Connector connector,
            KeepTeams keep,
            BiFunction<String, String, Optional<Responder>> responders,
            IdentityByEmail byEmail,
            Turns turns,
            InstantSource clock) {
        this.tenant = tenant;
        this.connector = connector;
        this.keep = keep;
        this.responders = responders;
        this.byEmail = byEmail;
        this.turns = turns;
        this.clock = clock;
    }

    Asker of(Heard heard) {
        var who = heard.who();
        var kind = kind(heard, who);
        var zone = who.zone()
                .or(() -> responders.apply(who.tenant(), who.account()).map(Responder::zone))
                .orElse(ZoneOffset.UTC);
        return new Asker(ContactKind.TEAMS, who.tenant(), who.account(), who.name(), zone, kind);
    }

    private Kind kind(Heard heard, Heard.Who who) {
        if (who.userId().isEmpty() || !isOurs(heard) || isBot(heard)) return Kind.OUTSIDER;
        return known(who)
                .or(() -> isPaused(heard, who) ? Optional.empty() : Turns.within(asking(heard, who), PATIENCE))
                .or(() -> kept(who))
                .orElse(Kind.MEMBER);
    }

    /** Whether it is of our tenant. */
    boolean isOurs(Heard heard) {
        return tenant.isEmpty() || tenant.equalsIgnoreCase(heard.tenant());
    }

    private static boolean isBot(Heard heard) {
        return heard.text("/from/role").equals("bot") || heard.text("/from/id").startsWith("28:");
    }

    private synchronized Optional<Kind> known(Heard.Who who) {
        return Optional.ofNullable(known.get(who.userId()))
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Known::kind);
    }

    private synchronized boolean isPaused(Heard heard, Heard.Who who) {
        return Optional.ofNullable(paused.get(here(heard, who)))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    /** Teams is asked once for all that somebody does meanwhile in one place. */
    private synchronized CompletableFuture<Kind> asking(Heard heard, Heard.Who who) {
        var asked = asking.get(here(heard, who));
        if (asked != null && !asked.isDone()) return asked;
        asking.values().removeIf(CompletableFuture::isDone);
        var turn = turns.begin(() -> ask(heard, who));
        asking.put(here(heard, who), turn);
        return turn;
    }

    private static String here(Heard heard, Heard.Who who) {
        return who.userId() + " " + MessageRef.place(heard.conversation());
    }

    private Kind ask(Heard heard, Heard.Who who) {
        if (heard.conversation().isEmpty()) return elsewhere(who);
        var member = connector.member(heard.serviceUrl(), MessageRef.place(heard.conversation()), who.userId());
        return switch (member) {
            case Called.Ok<Connector.Member>(var found) -> {
                var kind = take(heard, found).guest() ? Kind.OUTSIDER : Kind.MEMBER;
                remember(who.userId(), kind);
                yield kind;
            }
            case Called.Failed<Connector.Member>(var failure) when failure.isNobodyThere() -> elsewhere(who);
            case Called.Failed<Connector.Member> ignored -> {
                pause(here(heard, who));
                yield kept(who).orElse(Kind.MEMBER);
            }
        };
    }

    /** Who asks from where Arke is not, so that nobody says whether they are a guest. */
    private Kind elsewhere(Heard.Who who) {
        boolean isLinked = responders.apply(who.tenant(), who.account()).isPresent();
        return kept(who).orElse(isLinked ? Kind.MEMBER : Kind.OUTSIDER);
    }

    /** As a roster said before; only those tell principal names. */
    private Optional<Kind> kept(Heard.Who who) {
        try {
            return keep.person(who.userId())
                    .filter(person -> person.guest() || person.principal().isPresent())
                    .map(person -> person.guest() ? Kind.OUTSIDER : Kind.MEMBER);
        } catch (DatabaseUnavailable e) {
            return Optional.empty();
        }
    }

    private synchronized void pause(String here) {
        var now = clock.instant();
        paused.values().removeIf(until -> !now.isBefore(until));
        paused.put(here, now.plus(PAUSE));
    }

    private synchronized void remember(String userId, Kind kind) {
        known.remove(userId);
        known.put(userId, new Known(kind, clock.instant().plus(FRESH)));
        if (known.size() > MOST) known.remove(known.keySet().iterator().next());
    }

    private TeamsPerson take(Heard heard, Connector.Member member) {
        return take(heard, List.of(member)).getFirst();
    }

    /** Keeps whom a roster names, and links who is known by an address that the tenant vouches for. */
    List<TeamsPerson> take(Heard heard, List<Connector.Member> members) {
        var people = members.stream().map(member -> person(heard, member)).toList();
        for (int from = 0; from < people.size(); from += AT_ONCE)
            keep(people.subList(from, Math.min(people.size(), from + AT_ONCE)));
        return people;
    }

    private void keep(List<TeamsPerson> people) {
        try {
            keep.heardOfPeople(people);
            byEmail.link(people.stream()
                    .filter(person -> !person.guest())
                    .map(Askers::vouched)
                    .toList());
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (people.size() == 1) {
                LOG.atError()
                        .setCause(e)
                        .addKeyValue("user", people.getFirst().userId())
                        .log("somebody in Teams cannot be kept, so they cannot be paged there");
                return;
            }
            people.forEach(person -> keep(List.of(person)));
        }
    }

    private static IdentityByEmail.Vouched vouched(TeamsPerson person) {
        return new IdentityByEmail.Vouched(
                new Actor.Unlinked(ContactKind.TEAMS, person.tenant(), person.account(), person.displayName()),
                Stream.concat(person.principal().stream(), person.email().stream())
                        .distinct()
                        .toList());
    }

    private static TeamsPerson person(Heard heard, Connector.Member member) {
        boolean isForeign = member.tenant()
                .filter(theirs -> !theirs.equalsIgnoreCase(heard.tenant()))
                .isPresent();
        boolean isAsker = member.userId().equals(heard.who().userId());
        boolean isOurChat = isAsker && heard.isPersonal() && !heard.isOfExtension();
        return new TeamsPerson(
                member.userId(),
                heard.tenant(),
                member.account().orElse(member.userId()),
                member.email(),
                member.principal(),
                member.name(),
                member.guest() || isForeign,
                heard.serviceUrl(),
                isOurChat ? Optional.of(heard.conversation()) : Optional.empty(),
                false);
    }
}

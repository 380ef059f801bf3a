package dev.arke.engine.people;

import dev.arke.card.Phrases;
import dev.arke.chat.NoticePhrases;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells people something that is no page: in chat, else by mail, never by phone; each in their own language. Inside a unit;
 * wakes no sender.
 */
public final class TellPeople {
    private final DeliveryStore deliveries;
    private final Set<ContactKind> carriers;
    private final Ids ids;

    /** {@code carriers} are the ways of contact that are set up. */
    public TellPeople(DeliveryStore deliveries, Set<ContactKind> carriers, Ids ids) {
        this.deliveries = deliveries;
        this.carriers = carriers;
        this.ids = ids;
    }

    /** Answers how many of them it goes to. */
    public int tell(Collection<UUID> people, Function<Phrases, String> words, Directory directory, Instant now) {
        return plan(people.stream()
                .sorted()
                .flatMap(who -> notice(who, words, directory, now).stream())
                .toList());
    }

    /** Each of them something of their own. */
    public int tellEach(Map<UUID, Function<Phrases, String>> words, Directory directory, Instant now) {
        return plan(words.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> notice(one.getKey(), one.getValue(), directory, now).stream())
                .toList());
    }

    /** Those of them whom nothing can be told: they have neither chat nor mail that works, or are deactivated. */
    public List<UUID> unreached(Collection<UUID> people, Directory directory) {
        return people.stream()
                .filter(who -> !directory.responder(who).active()
                        || quietMethod(directory.responder(who).methods()).isEmpty())
                .toList();
    }

    private Optional<PlannedDelivery> notice(
            UUID who, Function<Phrases, String> words, Directory directory, Instant now) {
        return Optional.of(directory.responder(who))
                .filter(Responder::active)
                .flatMap(person -> quietMethod(person.methods()))
                .map(method -> PlannedDelivery.notice(
                        ids.next(), method, words.apply(NoticePhrases.in(directory.readerOf(who))), now));
    }

    /** The admins of these teams, who hear of a chat's trouble in the words of that chat. */
    public int tellAdmins(Collection<Team> teams, String words, Directory directory, Instant now) {
        return tellAdmins(teams, any -> words, directory, now);
    }

    /** The admins of these teams; a team without leaves it to those of Arke. */
    public int tellAdmins(Collection<Team> teams, Function<Phrases, String> words, Directory directory, Instant now) {
        var admins = new LinkedHashSet<UUID>();
        teams.forEach(team -> admins.addAll(team.admins().isEmpty() ? directory.admins() : team.admins()));
        return tell(admins, words, directory, now);
    }

    /** The admins' channels. */
    public int tellAdminChannels(String words, Directory directory, Instant now) {
        return plan(directory.adminChannels().stream()
                .map(channel -> PlannedDelivery.notice(ids.next(), channel, words, now))
                .toList());
    }

    /** The channels of a team that can be reached. */
    public int tellChannels(Team team, String words, Instant now) {
        return plan(team.channels().stream()
                .filter(channel -> carriers.contains(channel.platform()))
                .map(channel -> PlannedDelivery.notice(ids.next(), channel, words, now))
                .toList());
    }

    private int plan(List<PlannedDelivery> notices) {
        if (!notices.isEmpty()) deliveries.plan(notices);
        return notices.size();
    }

    private Optional<ContactMethod> quietMethod(List<ContactMethod> methods) {
        var usable = PagePlan.usable(methods, carriers);
        return Stream.concat(
                        usable.stream().filter(method -> method.kind().isChat()),
                        usable.stream().filter(method -> method.kind() == ContactKind.EMAIL))
                .findFirst();
    }
}

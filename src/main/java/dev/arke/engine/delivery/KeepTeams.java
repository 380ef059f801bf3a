package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TeamsPersonStore;
import dev.arke.delivery.TeamsPlace;
import dev.arke.delivery.TeamsPlaceStore;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where in Teams Arke is, and who is there: as Teams tells it, so that people can be written to before they ever wrote. */
public final class KeepTeams {
    private final Transactions transactions;
    private final TeamsPlaceStore places;
    private final TeamsPersonStore people;
    private final InstantSource clock;

    public KeepTeams(Transactions transactions, TeamsPlaceStore places, TeamsPersonStore people, InstantSource clock) {
        this.transactions = transactions;
        this.places = places;
        this.people = people;
        this.clock = clock;
    }

    public Optional<TeamsPlace> place(String conversationId) {
        return transactions.read(() -> places.find(conversationId));
    }

    /** The place that was heard of last; the others of the tenant are most likely answered at the same address. */
    public Optional<TeamsPlace> latest() {
        return transactions.read(places::latest);
    }

    public List<TeamsPlace> ofTeam(String teamId) {
        return transactions.read(() -> places.ofTeam(teamId));
    }

    /** Those of these channels in Teams that Arke was not added to, or was removed from. */
    public List<ChannelAddress> without(Collection<ChannelAddress> channels) {
        return transactions.read(() -> channels.stream()
                .filter(channel -> channel.platform() == ContactKind.TEAMS)
                .filter(channel -> places.find(channel.address()).isEmpty())
                .distinct()
                .toList());
    }

    /** By what the bot knows them by ({@code 29:…}). */
    public Optional<TeamsPerson> person(String userId) {
        return transactions.read(() -> people.find(userId));
    }

    /** By an address as a team file has it. */
    public Optional<TeamsPerson> addressed(String address) {
        return transactions.read(() -> people.addressed(address));
    }

    public void heardOf(Collection<TeamsPlace> heard) {
        keep(() -> heard.forEach(place -> places.save(place, clock.instant())));
    }

    public void heardOfPeople(Collection<TeamsPerson> heard) {
        var inOneOrder =
                heard.stream().sorted(Comparator.comparing(TeamsPerson::userId)).toList();
        keep(() -> inOneOrder.forEach(person -> people.save(person, clock.instant())));
    }

    /** Teams tells of one place in several requests at once. */
    private void keep(Runnable saves) {
        transactions.writeOverRivals(Durability.SYNCED, () -> {
            saves.run();
            return true;
        });
    }

    /** Arke was removed from a conversation, or from a team with all its channels. */
    public void ended(String conversationOrTeamId) {
        transactions.write(Durability.SYNCED, () -> places.end(conversationOrTeamId, clock.instant()));
    }

    /** Somebody removed Arke for themselves, or took it back. Whether they are known. */
    public boolean mark(String userId, boolean gone) {
        return transactions.write(Durability.SYNCED, () -> people.mark(userId, gone, clock.instant()));
    }
}

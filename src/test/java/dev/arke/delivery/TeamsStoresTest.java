package dev.arke.delivery;

import static dev.arke.delivery.Rows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.delivery.KeepTeams;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EachDatabase
final class TeamsStoresTest {
    private static final String CHANNEL = "19:pay@thread.tacv2";
    private static final int RIVALS = 4;
    private static final String TEAM = "19:team@thread.tacv2";

    private final Database database;
    private final TeamsPlaceStore places;
    private final TeamsPersonStore people;

    TeamsStoresTest(Database database) {
        this.database = database;
        this.places = new TeamsPlaceStore(database.dsl());
        this.people = new TeamsPersonStore(database.dsl());
    }

    @Test
    void theLatestAddressOfAPlaceCounts() {
        write(() -> places.save(place(CHANNEL, "https://one/"), NOW));
        write(() -> places.save(place("19:other@thread.tacv2", "https://other/"), NOW.plusSeconds(1)));
        write(() -> places.save(place(CHANNEL, "https://two/"), NOW.plusSeconds(2)));

        assertThat(read(() -> places.find(CHANNEL))).contains(place(CHANNEL, "https://two/"));
        assertThat(read(places::latest)).contains(place(CHANNEL, "https://two/"));
        assertThat(read(() -> places.ofTeam(TEAM))).hasSize(2);
    }

    @Test
    void aTeamThatEndsEndsWithItsChannelsUntilTheyAreHeardOfAgain() {
        write(() -> places.save(place(CHANNEL, "https://one/"), NOW));
        write(() -> places.end(TEAM, NOW));

        assertThat(read(() -> places.find(CHANNEL))).isEmpty();
        assertThat(read(places::latest)).isEmpty();

        write(() -> places.save(place(CHANNEL, "https://one/"), NOW));
        assertThat(read(() -> places.find(CHANNEL))).isPresent();
    }

    @Test
    void aPersonIsFoundByEachAddressAndByOneOfTwoPeopleByNone() {
        write(() -> people.save(person("29:a", "AAAA-1", "Alice@Example.com", "alice@corp.example.com"), NOW));
        write(() -> people.save(person("29:b", "bbbb-2", "team@example.com", "bob@corp.example.com"), NOW));
        write(() -> people.save(person("29:c", "cccc-3", "team@example.com", "chen@corp.example.com"), NOW));

        for (var address : new String[] {"aaaa-1", "ALICE@example.com", " alice@corp.example.com "})
            assertThat(read(() -> people.addressed(address)))
                    .as(address)
                    .map(TeamsPerson::userId)
                    .contains("29:a");
        assertThat(read(() -> people.addressed("team@example.com"))).isEmpty();
        assertThat(read(() -> people.addressed("nobody@example.com"))).isEmpty();
    }

    @Test
    void whoIsKnownTwiceIsWhoWasHeardOfLast() {
        write(() -> people.save(person("29:old", "aaaa-1", "alice@example.com", "alice@corp.example.com"), NOW));
        write(() -> people.save(
                person("29:new", "aaaa-1", "alice@example.com", "alice@corp.example.com"), NOW.plusSeconds(1)));
        for (var address : new String[] {"aaaa-1", "alice@example.com", "alice@corp.example.com"})
            assertThat(read(() -> people.addressed(address)))
                    .as("a bot that was registered anew, by " + address)
                    .map(TeamsPerson::userId)
                    .contains("29:new");

        write(() -> people.save(
                person("29:again", "bbbb-2", "alice@example.com", "alice@corp.example.com"), NOW.plusSeconds(2)));
        for (var address : new String[] {"alice@example.com", "alice@corp.example.com"})
            assertThat(read(() -> people.addressed(address)))
                    .as("an account that was made anew, by " + address)
                    .map(TeamsPerson::userId)
                    .contains("29:again");
        assertThat(read(() -> people.addressed("aaaa-1")))
                .map(TeamsPerson::userId)
                .contains("29:new");
    }

    @Test
    void anAccountOfWhichOnlyItsIdWasHeardAnewKeepsItsMailAddress() {
        write(() -> people.save(person("29:old", "aaaa-1", "alice@example.com", "alice@corp.example.com"), NOW));
        var bare = new TeamsPerson(
                "29:new",
                "t",
                "aaaa-1",
                Optional.empty(),
                Optional.empty(),
                "A",
                false,
                "https://one/",
                Optional.of("a:1"),
                false);
        write(() -> people.save(bare, NOW.plusSeconds(1)));

        for (var address : new String[] {"alice@example.com", "alice@corp.example.com"})
            assertThat(read(() -> people.addressed(address)))
                    .as(address)
                    .map(TeamsPerson::userId)
                    .contains("29:new");
    }

    @Test
    void whatSeveralRequestsTellAtOnceIsKept() {
        var keep = new KeepTeams(database.transactions(), places, people, InstantSource.fixed(NOW));
        for (int round = 0; round < 20; round++) {
            var place = place("19:" + round + "@thread.tacv2", "https://one/");
            var person = person("29:" + round, "account-" + round, round + "@a.test", round + "@b.test");
            atOnce(() -> keep.heardOf(List.of(place)));
            atOnce(() -> keep.heardOfPeople(List.of(person)));
        }
        assertThat(read(() -> places.ofTeam(TEAM))).hasSize(20);
    }

    private static void atOnce(Runnable work) {
        var barrier = new CyclicBarrier(RIVALS);
        try (var threads = Executors.newFixedThreadPool(RIVALS)) {
            var all = IntStream.range(0, RIVALS)
                    .mapToObj(rival -> threads.submit(() -> {
                        barrier.await();
                        work.run();
                        return true;
                    }))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    @Test
    void whatIsNotSaidAgainStaysAndWhoHasGoneComesBack() {
        write(() -> people.save(person("29:a", "aaaa-1", "alice@example.com", "alice@corp.example.com"), NOW));
        var bare = new TeamsPerson(
                "29:a",
                "t",
                "aaaa-1",
                Optional.empty(),
                Optional.empty(),
                "A",
                false,
                "https://two/",
                Optional.of("a:1"),
                false);
        write(() -> people.save(bare, NOW));

        assertThat(read(() -> people.find("29:a"))).hasValueSatisfying(alice -> {
            assertThat(alice.email()).contains("alice@example.com");
            assertThat(alice.conversationId()).contains("a:1");
            assertThat(alice.serviceUrl()).isEqualTo("https://two/");
        });
        assertThat(write(() -> people.mark("29:a", true, NOW))).isTrue();
        assertThat(read(() -> people.find("29:a"))).map(TeamsPerson::gone).contains(true);
        assertThat(write(() -> people.mark("29:a", false, NOW))).isTrue();
        assertThat(read(() -> people.find("29:a"))).map(TeamsPerson::gone).contains(false);
        assertThat(write(() -> people.mark("29:nobody", true, NOW))).isFalse();
    }

    @Test
    void aGuestIsAGuestUntilARosterSaysOtherwise() {
        var known = person("29:a", "aaaa-1", "alice@example.com", "alice@corp.example.com");
        write(() -> people.save(with(known, known.principal(), true), NOW));

        write(() -> people.save(with(known, Optional.empty(), false), NOW));
        assertThat(read(() -> people.find("29:a"))).map(TeamsPerson::guest).contains(true);

        write(() -> people.save(known, NOW));
        assertThat(read(() -> people.find("29:a"))).map(TeamsPerson::guest).contains(false);
    }

    private static TeamsPerson with(TeamsPerson person, Optional<String> principal, boolean guest) {
        return new TeamsPerson(
                person.userId(),
                person.tenant(),
                person.account(),
                person.email(),
                principal,
                person.displayName(),
                guest,
                person.serviceUrl(),
                person.conversationId(),
                person.gone());
    }

    private static TeamsPlace place(String id, String url) {
        return new TeamsPlace(id, "t", TeamsPlace.Kind.CHANNEL, Optional.of(TEAM), url, "28:bot");
    }

    private static TeamsPerson person(String id, String account, String email, String principal) {
        return new TeamsPerson(
                id,
                "t",
                account,
                Optional.of(email),
                Optional.of(principal),
                "A",
                false,
                "https://one/",
                Optional.empty(),
                false);
    }

    private <T> T read(Supplier<T> work) {
        return database.transactions().read(work);
    }

    private <T> T write(Supplier<T> work) {
        return database.transactions().write(Durability.SYNCED, work);
    }

    private void write(Runnable work) {
        database.transactions().write(Durability.SYNCED, work);
    }
}

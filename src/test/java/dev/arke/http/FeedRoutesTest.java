package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.arke.calendar.CalendarFeed.Subject;
import dev.arke.calendar.CalendarFeedStore;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.calendar.ShiftStore;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.Ids;
import dev.arke.engine.calendar.FeedUseCases;
import dev.arke.engine.calendar.KeepFeeds;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Feeds as a calendar program reads them; what it reads is taken apart by ical4j, in `.ci/run` by another parser too. */
@EachDatabase
final class FeedRoutesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Role.Duty PRIMARY = Role.Duty.PRIMARY;

    private final Database database;
    private final MovableInstants clock = new MovableInstants();
    private final Ids ids = new Ids(clock, new Random(5));
    private final ReadDirectory.Stores stores;
    private final ShiftStore shifts;
    private final FeedUseCases feeds;
    private final ServerUnderTest server;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Responder alice = person("alice");
    private final Responder bob = person("bob");
    private final Team payments = team("payments");
    private final Team web = team("web");

    FeedRoutesTest(Database database) {
        this.database = database;
        stores = PeopleStores.of(database);
        shifts = new ShiftStore(database.dsl());
        feeds = FeedUseCases.of(new FeedUseCases.Needs(
                database.transactions(),
                new CalendarFeedStore(database.dsl()),
                new AuditStore(database.dsl()),
                new ReadDirectory(stores),
                ConnectSettings.DEFAULT,
                ids,
                clock));
        server = ServerUnderTest.start(List.of(new FeedRoutes(feeds.read())::register));
    }

    @BeforeEach
    void people() {
        save(alice, bob);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        server.close();
    }

    @Test
    void onesOwnFeedHasOnesDutiesOnAllTeamsFromNinetyDaysAgoOn() {
        var now = clock.instant();
        insert(
                shift(payments, PRIMARY, alice, now, Duration.ofHours(8)),
                shift(web, Role.Duty.SECONDARY, alice, now.plus(Duration.ofDays(1)), Duration.ofHours(8)),
                shift(payments, PRIMARY, bob, now, Duration.ofHours(8)),
                shift(payments, Role.Absence.VACATION, alice, now.plus(Duration.ofDays(3)), Duration.ofDays(1)),
                shift(payments, PRIMARY, alice, now.minus(Duration.ofDays(89)), Duration.ofHours(8)),
                shift(payments, PRIMARY, alice, now.minus(Duration.ofDays(91)), Duration.ofHours(8)));

        var answer = server.get(address(alice, Subject.OWN));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(summaries(answer.text()))
                .containsExactly(
                        "on call: primary of payments", "on call: primary of payments", "on call: secondary of web");
        assertThat(answer.text())
                .contains("X-WR-CALNAME:on call: alice")
                .contains("DTSTART:20260112T090000Z")
                .doesNotContain("@example.com", "+33600", "U0ALICE", "VALARM")
                .doesNotContain("BEGIN:VTIMEZONE");
    }

    @Test
    void teamsAndRolesShowEverybodyAndGaps() {
        var now = clock.instant();
        insert(
                shift(payments, PRIMARY, alice, now, Duration.ofHours(8)),
                shift(payments, Role.Duty.SECONDARY, bob, now.plusSeconds(1), Duration.ofHours(8)),
                new Shift(
                        ids.next(),
                        payments.id(),
                        PRIMARY,
                        Optional.empty(),
                        new Interval(now.plus(Duration.ofHours(8)), now.plus(Duration.ofHours(9))),
                        byHand()));

        var team = server.get(address(bob, new Subject(Optional.of(payments.id()), Optional.empty())));
        var role = server.get(address(bob, new Subject(Optional.of(payments.id()), Optional.of(PRIMARY))));

        assertThat(summaries(team.text()))
                .containsExactly(
                        "Alice Martin: primary of payments",
                        "Bob Martin: secondary of payments",
                        "NOBODY: primary of payments");
        assertThat(summaries(role.text()))
                .containsExactly("Alice Martin: primary of payments", "NOBODY: primary of payments");
    }

    @Test
    void whatDidNotChangeIsNotSentAgainAndWhatDidHasTheSameUidAndAHigherSequence() {
        var shift = shift(payments, PRIMARY, alice, clock.instant(), Duration.ofHours(8));
        write(() -> shifts.apply(new ShiftDiff(List.of(shift), List.of(), List.of()), clock.instant()));
        var address = address(alice, Subject.OWN);
        var first = server.get(address);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.text()).contains("SEQUENCE:0", "LAST-MODIFIED:20260112T090000Z");

        clock.advance(Duration.ofMinutes(5));
        assertThat(get(address, "\"other\", W/" + tag)).isEqualTo(304);

        var longer = shift.during(
                new Interval(shift.interval().start(), shift.interval().end().plusSeconds(3600)));
        write(() -> shifts.apply(
                new ShiftDiff(List.of(), List.of(new ShiftDiff.Move(shift, longer)), List.of()), clock.instant()));
        assertThat(get(address, tag)).isEqualTo(200);
        var second = server.get(address);
        assertThat(uids(second.text())).isEqualTo(uids(first.text())).containsExactly(shift.id() + "@arke");
        assertThat(second.text()).contains("SEQUENCE:300", "LAST-MODIFIED:20260112T090500Z");
    }

    @Test
    void alarmsAreAddedWhereTheAddressSaysSo() {
        insert(shift(payments, PRIMARY, alice, clock.instant(), Duration.ofHours(8)));
        var address = address(alice, Subject.OWN);

        assertThat(server.get(address + "?alarm=1d,30m").text()).contains("TRIGGER:-P1D", "TRIGGER:-PT30M");
        assertThat(server.get(address + "?alarm=soon").status()).isEqualTo(400);
        assertThat(server.get(address + "?alarm=1m,2m,3m,4m,5m")
                        .json()
                        .get("what_next")
                        .asText())
                .contains("?alarm=1d,30m");
        assertThat(server.get(address + "?alarm=29d").status()).isEqualTo(400);
    }

    @Test
    void whateverIsNoFeedAnyMoreIsAnsweredAsWhatNeverWasOne() {
        var revoked = address(alice, Subject.OWN);
        feeds.keep().revoke(by(alice), alice.id(), Optional.empty());
        var ofTheInactive = address(bob, Subject.OWN);
        save(alice, inactive(bob));
        var ofNoTeam = address(alice, new Subject(Optional.of(web.id()), Optional.empty()));
        write(() -> {
            stores.teams()
                    .save(List.of(new Team(
                            web.id(), "web", PARIS, List.of(), web.members(), Set.of(), List.of(), false, true)));
            stores.version().raise();
        });

        var never = server.get("/calendar/never.ics");
        assertThat(never.status()).isEqualTo(404);
        for (var address : List.of(revoked, ofTheInactive, ofNoTeam, "/calendar/" + "x".repeat(4000) + ".ics")) {
            var answer = server.get(address + "?alarm=soon");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(never.text());
        }
    }

    @Test
    void noLogEverHasTheToken() {
        var address = address(alice, Subject.OWN);
        var token = address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
        assertThat(token).hasSize(43);
        server.get(address);
        insert(shift(payments, PRIMARY, alice, clock.instant(), Duration.ofHours(1)));
        write(() -> database.dsl().execute("update shift set reason = '{broken'"));

        assertThat(server.get(address).status()).isEqualTo(500);

        assertThat(log.list)
                .anyMatch(event -> event.getFormattedMessage().equals("a request failed"))
                .noneMatch(event -> (event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy())
                        .contains(token));
    }

    private int get(String address, String noneMatch) {
        try {
            return server.client()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                                    .header("If-None-Match", noneMatch)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String address(Responder who, Subject subject) {
        var made = (KeepFeeds.Outcome.Made) feeds.keep().make(by(who), subject, false);
        return made.address().getPath();
    }

    private static By by(Responder who) {
        return new By(new Actor.Person(who.id(), who.name()), "sandbox");
    }

    private static List<VEvent> events(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<String> summaries(String text) {
        return events(text).stream()
                .map(event -> event.getRequiredProperty("SUMMARY").getValue())
                .toList();
    }

    private static List<String> uids(String text) {
        return events(text).stream()
                .map(event -> event.getUid().orElseThrow().getValue())
                .toList();
    }

    private void save(Responder... people) {
        write(() -> {
            stores.responders().save(List.of(people));
            stores.teams().save(List.of(payments, web));
            stores.version().raise();
        });
    }

    private void insert(Shift... added) {
        write(() -> shifts.insert(List.of(added)));
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }

    private Shift shift(Team team, Role role, Responder who, Instant from, Duration length) {
        return new Shift(
                ids.next(), team.id(), role, Optional.of(who.id()), new Interval(from, from.plus(length)), byHand());
    }

    private static Provenance byHand() {
        return new Provenance.Edited(Optional.empty());
    }

    private Responder person(String name) {
        var id = ids.next();
        var full = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " Martin";
        return new Responder(
                id,
                name,
                full,
                PARIS,
                Optional.of(name + "@example.com"),
                false,
                true,
                true,
                List.of(
                        new ContactMethod(
                                ids.next(), id, ContactKind.SMS, "+33600000001" + name.length(), 0, Optional.empty()),
                        new ContactMethod(ids.next(), id, ContactKind.SLACK, "U0ALICE" + name, 1, Optional.empty())));
    }

    private static Responder inactive(Responder who) {
        return new Responder(
                who.id(), who.name(), who.fullName(), PARIS, Optional.empty(), false, false, true, List.of());
    }

    private Team team(String name) {
        return new Team(
                ids.next(), name, PARIS, List.of(), Set.of(alice.id(), bob.id()), Set.of(), List.of(), true, true);
    }
}

package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.responder.ApiScope;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What programs change at /api/v1 is what chat changes, by the same rules. It is Monday 12 January 2026, 10:00 in Paris;
 * alice, bob and chen take turns as primary each day at 9:00, today bob.
 */
@EachDatabase
final class RestChangesTest {
    private static final String ADD =
            "{\"person\":\"alice\",\"role\":\"secondary\",\"start\":\"2026-01-13T08:00:00Z\",\"end\":\"2026-01-13T20:00:00Z\"}";

    private final RestClient rest;

    RestChangesTest(TestDatabase database) {
        rest = new RestClient(database);
    }

    @BeforeEach
    void begin() {
        rest.begin();
    }

    @AfterEach
    void stop() {
        rest.stop();
    }

    private String key() {
        return rest.key("robot", ApiScope.WRITE, Optional.of("shop"));
    }

    @Test
    void shiftsAreMadeMovedAndTakenAwayAndUndone() {
        var key = key();
        var before = calendar();
        var made = rest.sent(key, "POST", "/teams/shop/shifts", ADD).get("shift");
        assertThat(made.get("person").asText()).isEqualTo("alice");
        var path = "/teams/shop/shifts/" + made.get("id").asText();
        var moved = rest.sent(key, "PATCH", path, "{\"end\":\"2026-01-13T18:00:00Z\"}")
                .get("shift");
        assertThat(moved.get("end").asText()).isEqualTo("2026-01-13T18:00:00Z");
        var gone = rest.sent(key, "DELETE", path, "");
        assertThat(calendar()).isEqualTo(before);
        rest.sent(key, "DELETE", "/changes/" + gone.get("id").asText(), "");
        assertThat(calendar()).hasSize(before.size() + 1);
        assertThat(rest.audited()).contains(tuple("key:robot", "rest", "shifts", true));

        assertThat(rest.send(key, "POST", "/teams/shop/shifts", ADD).error())
                .startsWith("That is so already: alice as secondary from 2026-01-13T08:00:00Z");
        assertThat(rest.send(key, "PATCH", path, "{\"end\":\"2026-01-13T08:00:00Z\"}")
                        .error())
                .isEqualTo("end is not after start. Give a time of some length.");
        assertThat(rest.send(key, "PATCH", path, "{\"end\":\"2027-02-13T08:00:00Z\"}")
                        .error())
                .startsWith("No shift is longer than a year.");
        assertThat(rest.send(key, "POST", "/teams/shop/shifts", ADD.replace("alice", "erin"))
                        .error())
                .startsWith("There is nobody called erin.");
        assertThat(rest.send(key, "POST", "/teams/shop/shifts", ADD.replace("secondary", "vacation"))
                        .error())
                .startsWith("vacation is not a duty.");
        assertThat(rest.send(key, "POST", "/teams/shop/shifts", ADD.replace("-13T08", "-10T08"))
                        .error())
                .isEqualTo("A part of that is past. It can be changed only with a reason. Send it with \"reason\".");
        assertThat(rest.send(key, "DELETE", "/teams/shop/shifts/x", "").status())
                .isEqualTo(400);
        assertThat(rest.send(key, "DELETE", "/teams/shop/shifts/00000000-0000-7000-8000-000000000000", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void secondOfTwoWhoEditTheSameShiftHearsWhatTheFirstDid() {
        var key = key();
        var made = rest.sent(key, "POST", "/teams/shop/shifts", ADD).get("shift");
        var path = "/teams/shop/shifts/" + made.get("id").asText();
        var seen = made.get("version").asText();
        var first = rest.key("first", ApiScope.WRITE, Optional.empty());
        rest.sent(first, "PATCH", path, "{\"end\":\"2026-01-13T18:00:00Z\",\"seen\":\"" + seen + "\"}");

        var second = rest.send(key, "PATCH", path, "{\"end\":\"2026-01-13T16:00:00Z\",\"seen\":\"" + seen + "\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.error())
                .startsWith("Since you looked it has changed: first changed it at 2026-01-12T09:00:00Z. Now it is"
                        + " alice as secondary from 2026-01-13T08:00:00Z to 2026-01-13T18:00:00Z.");
        assertThat(rest.send(key, "DELETE", path + "?seen=" + seen, "").status())
                .isEqualTo(409);

        rest.sent(first, "DELETE", path, "");
        var late = rest.send(key, "PATCH", path, "{\"end\":\"2026-01-13T16:00:00Z\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.error()).startsWith("That shift no longer exists: first changed it at 2026-01-12T09:00:00Z.");
    }

    @Test
    void shiftsAreLinkedAndTakenApart() {
        var key = key();
        var wanted = "{\"person\":\"chen\",\"from\":\"2026-01-13T09:00:00Z\",\"to\":\"2026-01-17T09:00:00Z\"}";
        var linked = rest.sent(key, "POST", "/teams/shop/links", wanted).get("shifts");
        assertThat(linked).hasSize(2);
        assertThat(rest.send(key, "POST", "/teams/shop/links", wanted).error()).startsWith("They are linked already.");
        var path = "/teams/shop/links/" + linked.get(0).get("id").asText();
        assertThat(rest.sent(key, "DELETE", path, "").get("shifts")).hasSize(2);
        assertThat(rest.send(key, "DELETE", path, "").error()).startsWith("That is linked with nothing.");
    }

    @Test
    void swapsAreAskedForAndAcceptedForPeople() {
        var key = key();
        var wanted = "{\"person\":\"chen\",\"with\":\"alice\",\"day\":\"2026-01-13\",\"back_day\":\"2026-01-14\"}";
        var asked = rest.sent(key, "POST", "/swaps", wanted);
        assertThat(asked.get("asked_by").asText()).isEqualTo("chen");
        assertThat(rest.looked(key, "/teams/shop/swaps").get("swaps")).hasSize(1);
        assertThat(rest.whoAt(key, "2026-01-13T12:00:00Z"))
                .as("nothing moves before")
                .isEqualTo("chen");
        var path = "/swaps/" + asked.get("id").asText();
        assertThat(rest.send(key, "POST", path + "/accept", "{\"person\":\"bob\"}")
                        .error())
                .startsWith("They were not asked.");
        rest.sent(key, "POST", path + "/accept", "{\"person\":\"alice\"}");
        assertThat(rest.whoAt(key, "2026-01-13T12:00:00Z")).isEqualTo("alice");
        assertThat(rest.whoAt(key, "2026-01-14T12:00:00Z")).isEqualTo("chen");
        assertThat(rest.send(key, "POST", path + "/decline", "{\"person\":\"alice\"}")
                        .status())
                .isEqualTo(409);

        var part =
                "{\"person\":\"bob\",\"with\":\"alice\",\"from\":\"2026-01-12T14:00:00Z\",\"to\":\"2026-01-12T16:00:00Z\"}";
        var other = rest.sent(key, "POST", "/swaps", part);
        assertThat(other.get("end").asText()).isEqualTo("2026-01-12T16:00:00Z");
        rest.sent(key, "POST", "/swaps/" + other.get("id").asText() + "/decline", "{\"person\":\"bob\"}");
        assertThat(rest.looked(key, "/teams/shop/swaps").get("swaps")).isEmpty();

        assertThat(rest.send(key, "POST", "/swaps", wanted.replace("2026-01-13", "2026-01-10"))
                        .error())
                .startsWith("chen has no shift then that is not over.");
        assertThat(rest.send(key, "POST", "/swaps", "{\"person\":\"bob\",\"with\":\"alice\"}")
                        .status())
                .isEqualTo(400);
        var web = rest.key("web", ApiScope.WRITE, Optional.of("web"));
        assertThat(rest.send(web, "POST", "/swaps", wanted.replace("-13", "-14"))
                        .status())
                .isEqualTo(403);
        var reader = rest.key("reader", ApiScope.READ, Optional.empty());
        assertThat(rest.send(reader, "POST", "/swaps", wanted).status()).isEqualTo(403);
    }

    @Test
    void vacationsAreTakenAndEndedAndTheDutiesInThemAreTold() {
        var key = key();
        var away = rest.sent(
                key, "POST", "/vacations", "{\"person\":\"chen\",\"first\":\"2026-01-12\",\"last\":\"2026-01-18\"}");
        assertThat(away.get("conflicts")).hasSize(2);
        assertThat(rest.send(
                                key,
                                "POST",
                                "/vacations",
                                "{\"person\":\"chen\",\"first\":\"2026-01-13\",\"last\":\"2026-01-14\"}")
                        .error())
                .startsWith("They are away already");
        rest.sent(key, "DELETE", "/vacations?person=chen&day=2026-01-15", "");
        assertThat(rest.send(key, "DELETE", "/vacations?person=chen&day=2026-01-15", "")
                        .error())
                .startsWith("They have no vacation on that day.");
        assertThat(rest.send(key, "DELETE", "/vacations?person=chen&day=soon", "")
                        .error())
                .startsWith("day is not a day.");
        assertThat(rest.send(
                                key,
                                "POST",
                                "/vacations",
                                "{\"person\":\"chen\",\"first\":\"2026-01-15\",\"last\":\"2026-01-14\"}")
                        .error())
                .startsWith("last is before first.");
        var web = rest.key("web", ApiScope.READ, Optional.of("shop"));
        assertThat(rest.send(
                                web,
                                "POST",
                                "/vacations",
                                "{\"person\":\"chen\",\"first\":\"2026-01-15\",\"last\":\"2026-01-16\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void rotationsAndRostersAreMadeAndChanged() {
        var key = key();
        rest.sent(key, "POST", "/teams/shop/rosters/night/people", "{\"person\":\"dana\",\"new_roster\":true}");
        var roster = rest.sent(key, "POST", "/teams/shop/rosters/night/people", "{\"person\":\"bob\",\"place\":1}");
        assertThat(roster.findValuesAsText("person")).containsExactly("bob", "dana");
        var path = "/teams/shop/rosters/night/people/";
        assertThat(rest.sent(key, "PATCH", path + "bob", "{\"in_rotation\":false}")
                        .findValuesAsText("in_rotation"))
                .containsExactly("false", "true");
        assertThat(rest.send(key, "PATCH", path + "bob", "{}").status()).isEqualTo(400);

        var wanted = "{\"name\":\"nights\",\"role\":\"secondary\",\"roster\":\"night\",\"every\":\"1w\","
                + "\"starting\":\"2026-01-12T20:00\",\"during\":\"mon-sun 20:00-08:00\",\"strategy\":\"fair\"}";
        var before = calendar();
        var preview = rest.sent(key, "POST", "/teams/shop/rotations?preview=true", wanted);
        assertThat(preview.get("did").asText()).isEqualTo("preview");
        assertThat(preview.get("shifts")).isNotEmpty();
        assertThat(calendar()).isEqualTo(before);
        rest.sent(key, "POST", "/teams/shop/rotations", wanted);
        assertThat(calendar()).hasSizeGreaterThan(before.size() + 50);
        assertThat(rest.send(key, "POST", "/teams/shop/rotations", wanted).error())
                .startsWith("There is a rotation called nights already.");
        assertThat(rest.send(key, "DELETE", path + "dana", "").error())
                .startsWith("Then nobody would be left to take turns in nights.");

        var nights = "/teams/shop/rotations/nights";
        assertThat(rest.sent(key, "DELETE", nights + "?preview=true", "").get("shifts"))
                .isNotEmpty();
        assertThat(rest.send(key, "PATCH", nights, "{\"every\":\"0d\"}").error())
                .startsWith("0d is not a length of a turn. Write 12h, 1d, 1w");
        assertThat(rest.send(key, "PATCH", nights, "{\"zone\":\"Mars/Base\"}").error())
                .contains("is not a time zone.");
        assertThat(rest.send(key, "PATCH", nights, "{\"roster\":\"gone\"}").error())
                .startsWith("There is no such roster.");
        rest.sent(key, "PATCH", nights, "{\"every\":\"2w\"}");
        assertThat(rest.sent(key, "PATCH", nights, "{\"paused\":true}")
                        .get("did")
                        .asText())
                .isEqualTo("paused");
        rest.sent(key, "PATCH", nights, "{\"paused\":false}");
        assertThat(rest.sent(key, "POST", nights + "/refill?preview=true", "")
                        .get("did")
                        .asText())
                .isIn("preview", "unchanged");
        rest.sent(key, "DELETE", nights, "");
        assertThat(rest.send(key, "DELETE", nights, "").status()).isEqualTo(404);
        assertThat(rest.send(key, "PATCH", "/teams/shop/rotations/daily", "{\"every\":\"2d\"}")
                        .error())
                .startsWith("That rotation of shop is the team file's.");
    }

    @Test
    void reportsAreNumbersOrCsv() {
        var key = rest.key("pay", ApiScope.READ, Optional.of("shop"));
        var range = "?first=2026-01-12&last=2026-01-12";
        rest.world().clock().advance(Duration.ofDays(1));
        var line = rest.looked(key, "/teams/shop/report" + range).get("lines").get(0);
        assertThat(line.get("person").asText()).isEqualTo("bob");
        assertThat(line.get("holiday_minutes").asLong(-1)).isZero();
        var csv = rest.get(key, "/teams/shop/report.csv" + range);
        assertThat(csv.type()).startsWith("text/csv");
        assertThat(csv.text())
                .startsWith("from,to,person,team,duty,turns,hours,")
                .contains("\r\n2026-01-12,2026-01-12,bob,shop,primary,1,");
        assertThat(rest.get(key, "/teams/shop/report?first=2026-01-12&last=2028-01-12")
                        .error())
                .isEqualTo("That is more than 366 days. Ask for a year at a time.");
        assertThat(rest.get(key, "/teams/shop/report").error()).startsWith("first is missing.");
    }

    private List<Shift> calendar() {
        return rest.world()
                .read(() ->
                        new ShiftStore(rest.dsl()).ofTeam(rest.team("shop"), Instant.parse("2026-01-12T00:00:00Z")));
    }
}

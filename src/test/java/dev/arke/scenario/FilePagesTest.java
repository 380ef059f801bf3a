package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.delivery.Stamp;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.calendar.HandOverFiles.Purpose;
import dev.arke.http.FileRoutes;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files by pages of our own. It is Monday 12 January 2026, 10:00 in Paris; dana is admin of team shop. */
@EachDatabase
final class FilePagesTest {
    private static final String MARCH = "BEGIN:VCALENDAR\r\n"
            + "VERSION:2.0\r\n"
            + "PRODID:x\r\n"
            + "BEGIN:VEVENT\r\n"
            + "UID:a\r\n"
            + "DTSTART;VALUE=DATE:20260301\r\n"
            + "END:VEVENT\r\n"
            + "rubbish\r\n"
            + "END:VCALENDAR\r\n";

    private final World world;
    private final HandOverFiles files;
    private final ShiftStore shifts;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    FilePagesTest(TestDatabase database) {
        world = new World(database);
        files = world.engine().files();
        shifts = new ShiftStore(database.database().dsl());
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0), "test", List.of(new FileRoutes(files, world.clock())::register));
    }

    @BeforeEach
    void start() {
        world.team(Shop.TEAM);
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aCalendarIsHandedInOnAPageAndFollowsTheNextOne() {
        var page = files.address(new Purpose.Vacations(id("chen"), id("chen")));

        var asked = get(page);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Vacations of chen", "type=\"file\"", "Upload as chen");
        assertThat(vacations("chen")).isEmpty();

        var done = handIn(page, MARCH);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("The vacation file of chen was read: 1 vacation", "1 new", "line 8");
        assertThat(vacations("chen")).hasSize(1);
        assertThat(handIn(page, MARCH).body()).doesNotContain("1 new");
        assertThat(handIn(page, MARCH.replace("0301", "0401")).body()).contains("1 moved");
        assertThat(vacations("chen")).hasSize(1);
    }

    @Test
    void whoMayNotSaysNothingForOthersAndAnAdminDoes() {
        assertThat(handIn(files.address(new Purpose.Vacations(id("chen"), id("bob"))), MARCH)
                        .body())
                .contains("Only admins of the team");
        assertThat(vacations("bob")).isEmpty();

        assertThat(handIn(files.address(new Purpose.Vacations(id("dana"), id("bob"))), MARCH)
                        .body())
                .contains("The vacation file of bob was read");
        assertThat(vacations("bob")).hasSize(1);
    }

    @Test
    void whatIsNoCalendarOrNoFileChangesNothing() {
        var page = files.address(new Purpose.Vacations(id("chen"), id("chen")));

        assertThat(handIn(page, "<html>").body()).contains("Nothing was changed: the file is no calendar file");
        assertThat(handIn(page, "").statusCode()).isEqualTo(400);
        assertThat(handIn(page, "x".repeat(11_000_000)).statusCode()).isEqualTo(413);
        assertThat(vacations("chen")).isEmpty();
    }

    @Test
    void anAddressIsGoodForAnHourAndForWhatItWasMadeFor() {
        var page = files.address(new Purpose.Vacations(id("chen"), id("chen")));
        var report = files.address(
                new Purpose.Report(id("chen"), false, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31")));
        var cut = URI.create(page.toString().substring(0, page.toString().length() - 1));
        var link = new Stamp.Link(id("chen"), world.clock().instant().plusSeconds(60), "vacations " + id("chen"));
        var forged = URI.create("http://127.0.0.1/file/" + new Stamp("stored", "").link(link));

        for (var wrong : List.of(cut, forged)) {
            assertThat(get(wrong).statusCode()).isEqualTo(404);
            assertThat(handIn(wrong, MARCH).statusCode()).isEqualTo(404);
        }
        assertThat(handIn(report, MARCH).statusCode()).isEqualTo(404);
        world.clock().advance(Duration.ofMinutes(61));
        assertThat(get(page).body()).contains("This link cannot be used");
        assertThat(handIn(page, MARCH).statusCode()).isEqualTo(404);
        assertThat(vacations("chen")).isEmpty();
    }

    @Test
    void aReportIsTakenAlong() {
        var page = files.address(
                new Purpose.Report(team(), true, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31")));

        var csv = get(page);

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"report-shop-2026-01-01-2026-01-31.csv\"");
        assertThat(csv.body()).startsWith("from,to,person,team,duty,turns,hours");
    }

    private UUID id(String name) {
        return world.person(name).id();
    }

    private UUID team() {
        return world.read(() -> world.engine()
                .directory()
                .current()
                .teamNamed("shop")
                .orElseThrow()
                .id());
    }

    private List<Shift> vacations(String name) {
        return world.read(() -> shifts.ofResponder(id(name), Instant.EPOCH, 10)).stream()
                .filter(shift -> shift.role() == Role.Absence.VACATION)
                .toList();
    }

    private HttpResponse<String> get(URI page) {
        return send(HttpRequest.newBuilder(here(page)).GET().build());
    }

    private HttpResponse<String> handIn(URI page, String file) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"calendar\"; filename=\"pto.ics\"\r\n"
                + "Content-Type: text/calendar\r\n\r\n" + file + "\r\n--x--\r\n";
        return send(HttpRequest.newBuilder(here(page))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private URI here(URI page) {
        return URI.create("http://127.0.0.1:" + server.port() + page.getPath());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

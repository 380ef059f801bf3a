package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Role;
import dev.arke.calendar.RotationChange.Active;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.StoredRotation;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code rotation} as admins use it. It is Monday 12 January 2026, 10:00 in Paris; alice is admin; shadows go round weekly by
 * a rotation made in chat, from the roster main: alice, bob, chen.
 */
@EachDatabase
final class ManageRotationsTest {
    private static final String ADD =
            "rotation add managers role manager roster main every 4d, 3d starting 2026-01-12T09:00";

    private final Office office;
    private final Database database;
    private int told;

    ManageRotationsTest(Database database) {
        this.database = database;
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
        office.weekly("round-robin");
        told = office.noticed().size();
    }

    @Test
    void addedByLineItIsFilledAtOnceSaidInPublicAndTakenBack() {
        var reply = (Reply.Private) office.reply("alice", ADD);

        assertThat(Office.text(reply))
                .startsWith("Saved: managers")
                .contains("manager, every 4d, 3d from 2026-01-12T09:00 in Europe/Paris, round-robin of roster main")
                .contains("The next two weeks:");
        assertThat(shifts("manager")).hasSizeGreaterThan(12);
        assertThat(office.noticed())
                .contains("payments: alice added rotation managers: manager, every 4d, 3d from 2026-01-12T09:00 in"
                        + " Europe/Paris, round-robin of roster main.");

        assertThat(office.says("alice", button(reply, "Undo"))).startsWith("Rotation managers is removed");
        assertThat(shifts("manager")).allMatch(shift -> !shift.interval().end().isAfter(office.clock.instant()));
    }

    @Test
    void editedItMovesWithoutASeamAndUndoPutsItBack() {
        var before = shifts("shadow");
        var reply = (Reply.Private) office.reply("alice", "rotation edit weekly every 2w zone America/New_York");

        assertThat(Office.text(reply)).startsWith("Saved: weekly").contains("every 2w");
        var after = shifts("shadow");
        for (int i = 1; i < after.size(); i++)
            assertThat(after.get(i).interval().start())
                    .isEqualTo(after.get(i - 1).interval().end());
        assertThat(office.says("alice", "rotation edit weekly every 2w")).contains("is like that already");

        assertThat(office.says("alice", button(reply, "Undo"))).startsWith("Saved: weekly");
        assertThat(shifts("shadow").stream().map(Shift::interval).toList())
                .containsAll(before.stream().skip(1).map(Shift::interval).toList());
    }

    @Test
    void formShowsTheNextTwoWeeksBeforeItSaves() {
        var form = ((Reply.Open) office.reply("alice", "rotation edit weekly")).form();
        assertThat(form.input("every").orElseThrow().initial()).isEqualTo("1w");
        assertThat(form.input("role").orElseThrow().initial()).isEqualTo("shadow");
        assertThat(form.input("starting").orElseThrow().initial()).isEqualTo("2026-01-12T09:00");
        var calendar = calendar();
        var values = form.inputs().stream().collect(Collectors.toMap(Form.Input::name, Form.Input::initial));
        values.put("every", "1d");

        var done = (Submitted.Done) office.dialogue.submit(Office.asker("alice"), Office.room(), "rotation", values);

        assertThat(Office.text(done.reply()))
                .startsWith("Not saved yet: weekly")
                .contains("every 1d", "bob");
        assertThat(calendar()).isEqualTo(calendar);
        assertThat(stored("weekly").rotation().recurrence().cadence().text()).isEqualTo("1w");
        assertThat(office.noticed()).hasSize(told);

        assertThat(office.says("alice", button(done.reply(), "Save"))).startsWith("Saved: weekly");
        assertThat(stored("weekly").rotation().recurrence().cadence().text()).isEqualTo("1d");
    }

    @Test
    void formSaysAtEachFieldWhatIsWrong() {
        var values = Map.of(
                "target",
                "x",
                "role",
                "vacation",
                "roster",
                "main",
                "every",
                "0w",
                "starting",
                "soon",
                "during",
                "mon 9",
                "zone",
                "Mars/Base",
                "strategy",
                "fair",
                "active",
                "whenever");

        var wrong =
                (Submitted.Invalid) office.dialogue.submit(Office.asker("alice"), Office.room(), "rotation", values);

        assertThat(wrong.errors()).containsOnlyKeys("role", "every", "starting", "during", "zone", "active");
    }

    @Test
    void removeSaysFirstWhatGoesAndWorkByHandStays() {
        office.says("alice", "cover @chen for @bob from 2026-01-20T09:00 to 2026-01-21T09:00 shadow");
        var asks = (Reply.Private) office.reply("alice", "rotation remove weekly");

        assertThat(Office.text(asks)).startsWith("Nothing was changed yet").contains("planned shifts:");
        assertThat(shifts("shadow")).hasSizeGreaterThan(5);

        var reply = (Reply.Private) office.reply("alice", button(asks, "Remove it"));
        assertThat(shifts("shadow").stream()
                        .filter(shift -> shift.interval().start().isAfter(office.clock.instant())))
                .singleElement()
                .satisfies(shift -> assertThat(shift.isOf(office.chen.id())).isTrue());
        assertThat(office.says("alice", button(reply, "Undo"))).startsWith("Saved: weekly");
    }

    @Test
    void refillChoosesAnewAfterItSaidWhatChanges() {
        office.says("alice", "roster out @bob");
        office.calendar.fill().fillAllDue();
        var calendar = calendar();
        office.says("alice", "roster in @bob");
        office.calendar.fill().fillAllDue();
        assertThat(calendar()).isEqualTo(calendar);

        var asks = (Reply.Private) office.reply("alice", "rotation refill weekly");
        assertThat(Office.text(asks)).startsWith("Nothing was changed yet").contains("instead of");
        assertThat(calendar()).isEqualTo(calendar);

        var done = (Reply.Private) office.reply("alice", button(asks, "Refill"));
        assertThat(calendar()).isNotEqualTo(calendar);
        assertThat(office.says("alice", "rotation refill weekly")).contains("would give everybody what they have");
        assertThat(office.says("alice", button(done, "Undo"))).contains("is taken back");
        assertThat(calendar()).isEqualTo(calendar);
    }

    @Test
    void pausedItPlansNothingUntilItIsResumed() {
        assertThat(office.says("alice", "rotation pause weekly")).startsWith("Rotation weekly is paused");
        assertThat(office.says("bob", "rotation list")).contains("paused");
        var calendar = calendar();
        office.clock.advance(Duration.ofDays(21));
        office.calendar.fill().fillAllDue();
        assertThat(calendar()).isEqualTo(calendar);

        assertThat(office.says("alice", "rotation resume weekly")).contains("plans again");
        assertThat(calendar()).hasSizeGreaterThan(calendar.size());
    }

    @Test
    void showTellsHowItIsSetUpAndWhatItPlans() {
        assertThat(office.says("bob", "rotation show weekly"))
                .startsWith("Rotation weekly")
                .contains("shadow, every 1w from 2026-01-12T09:00 in Europe/Paris", "you from", "chen from");
    }

    @Test
    void oneOfTheTeamFileIsLeftToTheFileButFilledAnew() {
        var store = new RotationStore(database.dsl());
        var weekly = stored("weekly");
        database.transactions()
                .write(
                        Durability.RELAXED,
                        () -> store.save(
                                List.of(new StoredRotation(weekly.rotation(), weekly.rosterId(), true)),
                                office.clock.instant()));

        for (var line : List.of(
                "rotation edit weekly",
                "rotation edit weekly every 2w",
                "rotation pause weekly",
                "rotation remove weekly anyway"))
            assertThat(office.says("alice", line))
                    .as(line)
                    .contains("is written in the team file, under teams, payments, rotations");
        assertThat(stored("weekly").rotation()).isEqualTo(weekly.rotation());
        assertThat(office.says("alice", "rotation refill weekly")).contains("would give everybody what they have");
    }

    @Test
    void onlyAdminsOfTheTeamMay() {
        for (var line : List.of(
                ADD,
                "rotation edit weekly",
                "rotation edit weekly every 1d",
                "rotation remove weekly anyway",
                "rotation pause weekly",
                "rotation refill weekly anyway"))
            assertThat(office.says("bob", line)).as(line).contains("Only admins of the team may change this.");
        assertThat(office.says("hana", "rotation pause weekly")).doesNotContain("is paused");
        assertThat(office.noticed()).hasSize(told);
    }

    @Test
    void theDatesOfARotationNeedNoWordBeforeThem() {
        var dates = new Active(Optional.of(LocalDate.parse("2027-01-01")), Optional.of(LocalDate.parse("2027-06-01")));
        for (var line : List.of(
                "rotation edit weekly zone Asia/Tokyo from 2027-01-01 until 2027-06-01",
                "rotation edit weekly until 2027-06-01 zone Europe/Paris from 2027-01-01",
                "rotation edit weekly active from 2027-01-01 zone Asia/Tokyo until 2027-06-01")) {
            office.says("alice", "rotation edit weekly active always zone UTC");
            assertThat(office.says("alice", line)).as(line).startsWith("Saved: weekly");
            var when = stored("weekly").rotation().recurrence();
            assertThat(new Active(when.activeFrom(), when.activeUntil()))
                    .as(line)
                    .isEqualTo(dates);
            assertThat(when.zone()).isNotEqualTo(ZoneOffset.UTC);
        }
        assertThat(office.says("alice", "rotation edit weekly zone Asia/Tokyo from May"))
                .contains("I cannot read dates in from May. Write from 2027-03-01 until 2027-09-01, or always.");
        assertThat(office.says("alice", "rotation edit weekly roster from"))
                .as("a roster's name")
                .contains("no such roster");
    }

    @Test
    void badInputIsToldWithWhatToTypeAndChangesNothing() {
        var calendar = calendar();
        for (var line : List.of(
                "rotation show",
                "rotation show monthly",
                "rotation edit monthly every 1w",
                "rotation edit weekly every 0w",
                "rotation edit weekly every 600w",
                "rotation edit weekly every",
                "rotation edit weekly fortnightly",
                "rotation edit weekly zone Mars/Base",
                "rotation edit weekly starting someday",
                "rotation edit weekly starting 0001-01-01T00:00",
                "rotation edit weekly during mon 25:00-26:00",
                "rotation edit weekly strategy random",
                "rotation edit weekly role vacation",
                "rotation edit weekly roster nobody",
                "rotation edit weekly horizon 0d",
                "rotation edit weekly active from 2026-02-30",
                "rotation edit weekly active from 2026-05-01 until 2026-04-01",
                "rotation add weekly role primary roster main every 1w starting 2026-01-12T09:00",
                "rotation add days role primary",
                "rotation pause weekly now",
                "rotation refill monthly",
                "rotation edit weekly every 1w of paymets"))
            assertThat(office.says("alice", line)).as(line).contains("/oncall");
        assertThat(office.says(
                        "alice", "rotation add days role primary roster main every 0d starting 2026-01-12T09:00"))
                .endsWith(
                        "Type /oncall rotation add days role primary roster main every 1w starting 2026-01-12T09:00.");
        assertThat(calendar()).isEqualTo(calendar);
        assertThat(office.noticed()).hasSize(told);
        assertThat(stored("weekly").rotation().recurrence().cadence().text()).isEqualTo("1w");
    }

    private List<Shift> shifts(String duty) {
        return office.shifts().stream()
                .filter(shift -> shift.role().equals(new Role.Duty(duty)))
                .toList();
    }

    /** Who has what when. */
    private List<String> calendar() {
        return office.shifts().stream()
                .map(shift -> shift.role().word() + " " + shift.responder() + " " + shift.interval())
                .toList();
    }

    private StoredRotation stored(String name) {
        return database
                .transactions()
                .read(() -> new RotationStore(database.dsl()).ofTeam(office.payments.id()))
                .stream()
                .filter(stored -> stored.rotation().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String button(Reply reply, String label) {
        return ((Reply.Private) reply)
                .card().buttons().stream()
                        .filter(button -> button.label().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .line();
    }
}

package dev.arke.dialogue;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.NoticeWords;
import dev.arke.database.Database;
import dev.arke.responder.Responder;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.Gallery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Covers and swaps that somebody is asked for. It is Monday 12 January 2026, 10:00 in Paris; bob is primary on Wednesday,
 * chen on Thursday.
 */
@EachDatabase
final class RequestsTest {
    private static final String WEDNESDAY = " from 2026-01-14T09:00 to 2026-01-15T09:00";

    private final Office office;
    private final Database database;

    RequestsTest(Database database) {
        this.database = database;
        office = new Office(database);
    }

    @BeforeEach
    void twoMoreShifts() {
        office.fill();
        office.insert(List.of(shift(office.bob, 2, 0), shift(office.chen, 3, 1)));
    }

    @Test
    void whatWaitsForSomebodyStandsOnTheirPage() {
        office.says("alice", "cover anybody for me from now to 2026-01-12T12:00");

        var home = office.dialogue.home(Office.asker("bob"), Office.directMessages());
        assertThat(home.stream().map(PlainText::of))
                .filteredOn(text -> text.startsWith("Your calendar"))
                .singleElement()
                .asString()
                .contains(
                        "You are asked",
                        "alice asks you to cover alice as primary of payments",
                        "Accept: accept ",
                        "Decline: ");
        Gallery.keepHome("asked", home);
        assertThat(office.dialogue.home(Office.asker("alice"), Office.directMessages()).stream()
                        .map(PlainText::of))
                .anySatisfy(text -> assertThat(text).contains("You asked", "Withdraw: decline "));

        office.says("bob", "decline");
        assertThat(office.dialogue.home(Office.asker("bob"), Office.directMessages()).stream()
                        .map(PlainText::of))
                .noneSatisfy(text -> assertThat(text).contains("You are asked"));
    }

    @Test
    void whoCannotBeToldIsNamedAtOnce() {
        office.contact("bob");

        var told = office.reply("chen", "cover @bob for me from now to 2026-01-12T12:00");
        assertThat(Office.text(told))
                .contains(
                        "I asked bob to take", "I could not tell bob", "nobody knows about it yet", "/oncall override");
        Gallery.keep("asked-unreached", ((Reply.Private) told).card(), Optional.empty());
        assertThat(office.says("alice", "cover anybody for me from 2026-01-12T12:00 to 2026-01-12T13:00"))
                .contains("I asked bob", "I could not tell bob");
        assertThat(office.says("chen", "swap 2026-01-15 with @bob 2026-01-14")).contains("I could not tell bob");

        office.contact("bob", "bob");
        assertThat(office.says("chen", "cover @bob for me from 2026-01-12T12:30 to 2026-01-12T13:00"))
                .contains("I asked bob")
                .doesNotContain("could not");
    }

    @Test
    void nothingMovesBeforeTheOneWhoWasAskedAccepts() {
        assertThat(office.says("bob", "cover @chen for me" + WEDNESDAY))
                .startsWith("I asked chen to take primary of payments from Wed 14 Jan 2026 08:00 UTC")
                .contains("Nothing moves until somebody accepts");
        assertThat(primaryOn(2)).isEqualTo("bob");

        var message = asked("chen").getFirst();
        assertThat(message).startsWith("bob asks you to cover bob as primary of payments from Wed 14 Jan 2026");
        assertThat(office.says("alice", line("chen", "Accept"))).startsWith("You were not asked to take");
        assertThat(office.says("chen", line("chen", "Accept"))).startsWith("You have primary of payments from");

        assertThat(primaryOn(2)).isEqualTo("chen");
        assertThat(office.noticed()).anyMatch(words -> words.startsWith("bob: chen covers bob as primary of payments"));
        assertThat(office.says("chen", line("chen", "Decline"))).contains("That request is over, you have it");
        assertThat(office.says("chen", "undo")).contains("is taken back");
        assertThat(primaryOn(2)).isEqualTo("bob");
    }

    @Test
    void declinedExpiredAndWithdrawnAreToldAndChangeNothing() {
        office.says("bob", "cover @chen for me" + WEDNESDAY);
        assertThat(office.says("chen", "decline")).startsWith("You declined primary of payments");
        assertThat(told("bob"))
                .anyMatch(words -> words.startsWith("chen declined: primary of payments")
                        && words.endsWith("That was everybody who was asked, so it stays as it is."));

        office.says("bob", "cover @chen for me" + WEDNESDAY);
        var accept = line("chen", "Accept");
        var withdraw = ((Reply.Private) office.reply("bob", "cover @alice for me" + WEDNESDAY))
                .card()
                .buttons()
                .getFirst();
        assertThat(office.says("bob", withdraw.line())).startsWith("You are no longer asking anybody");
        assertThat(office.says("alice", line("alice", "Accept"))).contains("That request is over, it was withdrawn");

        office.clock.advance(Duration.ofDays(2));
        assertThat(office.says("chen", accept)).contains("That request is over, its time has passed");
        office.calendar.answer().expireAllDue();
        office.calendar.answer().expireAllDue();
        assertThat(told("bob"))
                .filteredOn(words -> words.startsWith("Nobody accepted in time"))
                .hasSize(1);
        assertThat(primaryOn(2)).isEqualTo("bob");
    }

    @Test
    void ofAnybodyWhoIsFreeTheFirstWhoAcceptsHasIt() throws Exception {
        office.says("chen", "vacation 2026-01-14");
        assertThat(office.says("bob", "cover anybody for me" + WEDNESDAY)).startsWith("I asked alice to take");
        office.says("chen", "undo");

        assertThat(office.says("bob", "cover anybody for me" + WEDNESDAY)).contains("alice", "chen");
        var alice = line("alice", "Accept");
        var chen = line("chen", "Accept");
        Callable<String> one = () -> office.says("alice", alice);
        Callable<String> other = () -> office.says("chen", chen);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(one, other)).stream()
                    .map(RequestsTest::answer)
                    .toList();

            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("You have primary"))
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("That request is over"))
                    .hasSize(1);
        }
        assertThat(primaryOn(2)).isIn("alice", "chen");
    }

    @Test
    void rosterIsAskedAndNobodyElse() {
        office.weekly("round-robin");
        office.says("alice", "roster add @chen to late new");

        assertThat(office.says("bob", "cover roster late for me" + WEDNESDAY + " primary"))
                .startsWith("I asked chen to take primary of payments");
        assertThat(asked("chen")).hasSize(1);
        assertThat(asked("alice")).isEmpty();
        assertThat(office.says("bob", "cover roster nights for me" + WEDNESDAY))
                .contains("payments has no such roster. There are: late, main.", "/oncall");
        assertThat(office.says("chen", "accept")).startsWith("You have primary");
        assertThat(primaryOn(2)).isEqualTo("chen");
    }

    @Test
    void findCoverOfAVacationAsksWhoIsFree() {
        var card = ((Reply.Private) office.reply("bob", "vacation 2026-01-14 to 2026-01-15")).card();
        var find = card.body().stream()
                .filter(Element.Actions.class::isInstance)
                .flatMap(element -> ((Element.Actions) element).buttons().stream())
                .findFirst()
                .orElseThrow();

        assertThat(find.label()).isEqualTo("Find cover: primary");
        assertThat(office.says("bob", find.line())).startsWith("I asked ");
    }

    @Test
    void swapExchangesBothOnceTheOtherAccepts() {
        assertThat(office.says("bob", "swap my shift of 2026-01-14 with @chen"))
                .startsWith("I asked chen to take primary of payments from Wed 14 Jan 2026 08:00 UTC to Thu 15 Jan 2026"
                        + " 08:00 UTC for primary of payments from Thu 15 Jan 2026 09:00 UTC");
        assertThat(asked("chen").getFirst())
                .contains("wants to swap with you: you cover bob as primary", "and bob covers you as primary");

        office.says("chen", "accept");

        assertThat(primaryOn(2)).isEqualTo("chen");
        assertThat(primaryOn(3)).isEqualTo("bob");
        assertThat(office.says("chen", "undo")).contains("is taken back");
        assertThat(primaryOn(2)).isEqualTo("bob");
        assertThat(primaryOn(3)).isEqualTo("chen");
    }

    @Test
    void whatChangedMeanwhileIsNotSwapped() {
        office.says("bob", "swap 2026-01-14 with @chen for 2026-01-15");
        office.says("alice", "cover @alice for @chen from 2026-01-15T00:00 to 2026-01-17T00:00 anyway");

        assertThat(office.says("chen", "accept")).contains("somebody has changed");

        assertThat(primaryOn(2)).isEqualTo("bob");
        assertThat(office.says("chen", "accept")).contains("Nobody has asked you to take anything.");
    }

    @Test
    void swapThatPutsOneOfTheTwoInTwoRolesIsAskedAbout() {
        office.insert(List.of(secondary(office.bob, 3)));

        var doubtful = office.reply("bob", "swap 2026-01-14 with @chen for 2026-01-15");
        assertThat(Office.text(doubtful))
                .startsWith("Nobody was asked yet: you have something else in that time:")
                .contains("secondary of payments from");
        assertThat(asked("chen")).isEmpty();
        var anyway = ((Reply.Private) doubtful).card().buttons().getFirst().line();
        assertThat(office.says("bob", anyway)).startsWith("I asked chen");

        office.insert(List.of(secondary(office.chen, 2)));
        assertThat(office.says("chen", "accept"))
                .startsWith("Nothing was changed yet.")
                .contains("you: secondary of payments", "bob: secondary of payments");
        assertThat(primaryOn(2)).isEqualTo("bob");
        assertThat(office.says("chen", line("chen", "Accept") + " anyway")).startsWith("You have primary");
        assertThat(primaryOn(2)).isEqualTo("chen");
    }

    private Shift secondary(Responder who, int days) {
        var primary = shift(who, days, 0);
        return new Shift(
                office.ids.next(),
                primary.teamId(),
                Role.Duty.SECONDARY,
                primary.responder(),
                primary.interval(),
                primary.provenance());
    }

    @Test
    void badInputIsToldWithWhatToType() {
        for (var line : List.of(
                "swap my shift of soon with @chen",
                "swap 2026-01-20 with @chen",
                "swap 2026-01-14 with @bob",
                "swap 2026-01-14 with @dana",
                "swap 2026-01-14 with @chenn",
                "swap 2026-01-14 with @alice for 2026-01-15",
                "swap 2026-01-14 with @chen for later",
                "accept",
                "accept 12",
                "decline everything",
                "cover anybody for @bobb" + WEDNESDAY))
            assertThat(office.says("bob", line)).as(line).contains("/oncall");
        assertThat(office.says("bob", "cover from fri 18:00 to sat 9am for me"))
                .isEqualTo("Who covers? Name a person, or say anybody. Type /oncall cover anybody for me from fri 18:00"
                        + " to sat 9am.");
        assertThat(asked("chen")).isEmpty();
        assertThat(office.says("hana", "swap 2026-01-14 with @chen")).contains("I do not know which responder you are");
        assertThat(office.says("chen", "cover anybody for @bob" + WEDNESDAY))
                .contains("only bob or an admin of payments can do that");
    }

    private static String answer(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Messages with buttons that somebody got, newest first. */
    private List<String> asked(String who) {
        return cards(who).stream()
                .filter(card -> !card.buttons().isEmpty())
                .map(PlainText::of)
                .toList()
                .reversed();
    }

    private List<String> told(String who) {
        return cards(who).stream().map(PlainText::of).toList();
    }

    private String line(String who, String label) {
        return cards(who).stream()
                .flatMap(card -> card.buttons().stream())
                .filter(button -> button.label().equals(label))
                .map(Button::line)
                .toList()
                .getLast();
    }

    private List<Card> cards(String who) {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DELIVERY.WORDS)
                        .from(DELIVERY)
                        .where(DELIVERY.ADDRESS.eq(who))
                        .and(DELIVERY.KIND.eq("notice"))
                        .orderBy(DELIVERY.ID)
                        .fetch(row -> NoticeWords.card(row.value1())));
    }

    /** At noon, so many days after the beginning. */
    private String primaryOn(int days) {
        var noon = MovableInstants.START.plus(Duration.ofDays(days)).plus(Duration.ofHours(3));
        return office.shifts().stream()
                .filter(shift -> shift.role().equals(Role.Duty.PRIMARY)
                        && shift.interval().contains(noon))
                .flatMap(shift -> shift.responder().stream())
                .map(this::name)
                .reduce((one, other) -> one + " and " + other)
                .orElse("nobody");
    }

    private String name(UUID id) {
        return List.of(office.alice, office.bob, office.chen).stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Of a day, from so many days from now and an hour earlier. */
    private Shift shift(Responder who, int days, int hours) {
        var start = office.clock.instant().plus(Duration.ofDays(days)).minus(Duration.ofHours(1 - hours));
        return new Shift(
                office.ids.next(),
                office.payments.id(),
                Role.Duty.PRIMARY,
                Optional.of(who.id()),
                new Interval(start, start.plus(Duration.ofDays(1))),
                new Provenance.Edited(Optional.empty()));
    }
}

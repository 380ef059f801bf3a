package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.incident.Incident;
import dev.arke.responder.AuditStore.AuditEntry;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verbs that change incidents: what happens and what the one who typed hears. */
@EachDatabase
final class ChangeIncidentsTest {
    private final Office office;

    ChangeIncidentsTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void acknowledgingTakesItAndOffersTheWayBack() {
        long number = office.incident("disk full");

        var answer = office.reply("alice", "ack " + number);

        assertThat(Office.text(answer)).startsWith("You have #" + number + " now. Nobody else is paged.");
        assertThat(lines(answer)).containsExactly("resolve " + number, "unack " + number);
        assertThat(office.find(number)).isInstanceOf(Incident.Acknowledged.class);
    }

    @Test
    void theOnlyOpenIncidentOfTheRoomNeedsNoNumber() {
        long number = office.incident("disk full");

        assertThat(office.says("alice", "ack")).startsWith("You have #" + number + " now.");
    }

    @Test
    void inItsThreadAnIncidentNeedsNoNumber() {
        long first = office.incident("disk full");
        office.incident("another one");
        office.cardPosted(first, "message-1");

        var answer = office.dialogue.answer(Office.asker("alice"), Office.thread("message-1"), "resolve fixed it");

        assertThat(Office.text(answer)).startsWith("#" + first + " is resolved.");
    }

    @Test
    void withSeveralOpenItAsksWhichOne() {
        office.incident("disk full");
        office.incident("queue stuck");

        assertThat(office.says("alice", "ack")).contains("Which incident? 2 are open here", "disk full", "queue stuck");
    }

    @Test
    void whoComesSecondHearsWhoHasItAndCanTakeOver() {
        long number = office.incident("disk full");
        office.says("alice", "ack " + number);
        office.clock.advance(Duration.ofMinutes(3));

        var late = office.reply("bob", "claim " + number);

        assertThat(Office.text(late)).startsWith("alice has had #" + number + " since Mon 12 Jan 2026 09:00 UTC.");
        assertThat(lines(late)).containsExactly("reassign " + number + " to me", "show " + number);

        assertThat(office.says("bob", "reassign " + number + " to me"))
                .startsWith("You have #" + number + " now. alice had it before.")
                .contains("Hand back to alice: reassign " + number + " to alice");
    }

    @Test
    void ofTwoInTheSameMomentOneHasItAndTheOtherHearsIt() throws Exception {
        long number = office.incident("disk full");

        var answers = together(() -> office.says("alice", "ack " + number), () -> office.says("bob", "ack " + number));

        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("You have #"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.contains(" has had #" + number + " since "))
                .hasSize(1);
    }

    @Test
    void acknowledgingTwiceChangesNothing() {
        long number = office.incident("disk full");
        office.says("alice", "ack " + number);

        assertThat(office.says("alice", "ack " + number)).startsWith("You have #" + number + " already.");
    }

    @Test
    void everyUndoUndoes() {
        long number = office.incident("disk full");

        office.says("alice", "ack " + number);
        undo("alice", "unack " + number);
        assertThat(office.find(number)).isInstanceOf(Incident.Triggered.class);

        office.says("alice", "resolve " + number + " false alarm");
        undo("alice", "reopen " + number);
        assertThat(office.find(number)).isInstanceOf(Incident.Triggered.class);

        var snoozed = office.reply("alice", "snooze " + number + " 2h");
        assertThat(Office.text(snoozed)).contains("is quiet until Mon 12 Jan 2026 11:00 UTC");
        undo("alice", lines(snoozed).getLast());
        assertThat(office.find(number)).isInstanceOf(Incident.Triggered.class);

        var raised = office.reply("alice", "priority " + number + " urgent");
        assertThat(Office.text(raised)).startsWith("The priority of #" + number + " is urgent now, it was high.");
        undo("alice", lines(raised).getLast());
        assertThat(office.find(number).facts().priority()).isEqualTo(Priority.HIGH);
    }

    private void undo(String who, String line) {
        assertThat(office.says(who, line)).doesNotContain("Type ");
    }

    @Test
    void escalatingPagesTheNextStep() {
        long number = office.incident("disk full");
        assertThat(office.paged(number)).containsExactly("alice");

        office.says("bob", "escalate " + number);
        office.says("bob", "escalate " + number);

        assertThat(office.paged(number)).containsExactly("alice", "chen");
    }

    @Test
    void handingOverPagesThePersonOrWhoeverIsOnCallForTheTeam() {
        long number = office.incident("disk full");

        assertThat(office.says("alice", "reassign " + number + " to bob"))
                .startsWith("#" + number + " is handed to bob, who is paged now. If they do not take it by 09:05 UTC");
        assertThat(office.paged(number)).containsExactly("alice", "bob");

        assertThat(office.says("bob", "reassign " + number + " to payments"))
                .startsWith("#" + number + " is handed to alice");
    }

    @Test
    void handingOverToSomebodyOutOfReachSaysSo() {
        long number = office.incident("disk full");

        assertThat(office.says("alice", "reassign " + number + " to dana"))
                .contains("but I cannot reach them: none of their contact methods works. Tell them yourself.");
    }

    @Test
    void aWrongNameIsAnsweredWithTheNearestAsAButtonAndNothingHappens() {
        long number = office.incident("disk full");

        var answer = office.reply("alice", "reassign " + number + " to bobb");

        assertThat(Office.text(answer))
                .contains("I know no person, team or service called bobb. Type /oncall reassign " + number + " to bob")
                .contains("bob: reassign " + number + " to bob");
        assertThat(office.paged(number)).containsExactly("alice");
    }

    @Test
    void addingPagesMorePeopleAndTheOwnerStays() {
        long number = office.incident("disk full");
        office.says("alice", "ack " + number);

        assertThat(office.says("alice", "add " + number + " bob chen"))
                .startsWith("I am paging bob and chen about #" + number);
        assertThat(office.paged(number)).contains("bob", "chen");
        assertThat(office.find(number)).isInstanceOf(Incident.Acknowledged.class);
    }

    @Test
    void mergingEndsOneAsAPartOfTheOther() {
        long one = office.incident("disk full");
        long other = office.incident("disk fuller");

        assertThat(office.says("alice", "merge " + other + " into " + one))
                .startsWith("#" + other + " is a part of #" + one + " now");
        assertThat(office.find(other)).isInstanceOf(Incident.Resolved.class);
        assertThat(office.says("alice", "merge " + one + " into " + other))
                .contains("#" + other + " is no open incident");
    }

    @Test
    void aNoteIsInTheTimelineThatShowShows() {
        long number = office.incident("disk full");

        office.says("alice", "note " + number + " it is the <!channel> cache 🔥 \u202Etxt");

        assertThat(office.says("bob", "show " + number))
                .contains("#" + number + " disk full", "it is the <!channel> cache 🔥", "Timeline", "Pages")
                .contains("alice by sandbox: to be sent Mon 12 Jan 2026 09:00 UTC.");
    }

    @Test
    void severalAreAnsweredInOneWithOneWayBack() {
        long one = office.incident("disk full");
        long two = office.incident("queue stuck");
        office.says("bob", "ack " + two);

        var answer = office.reply("alice", "ack %d %d 99999".formatted(one, two));

        assertThat(Office.text(answer))
                .contains("You have #" + one, "bob has had #" + two, "There is no incident #99999")
                .contains("Take over #" + two + ": reassign " + two + " to me");
        assertThat(office.says("alice", "resolve %d %d".formatted(one, two)))
                .contains("Undo all: reopen %d %d".formatted(one, two));
    }

    @Test
    void severalThatAreTakenShareALine() {
        long one = office.incident("disk full");
        long two = office.incident("queue stuck");

        assertThat(office.says("alice", "ack %d %d".formatted(one, two)))
                .contains("You have #%d, #%d now. Nobody else is paged.".formatted(one, two));
    }

    @Test
    void resolvedOnesSayWhatToTypeNext() {
        long number = office.incident("disk full");
        office.says("alice", "resolve " + number);

        assertThat(office.says("bob", "ack " + number)).contains("is resolved. If it is not over, reopen it first.");
        assertThat(office.says("bob", "resolve " + number)).contains("is resolved already, by alice, ");
    }

    @Test
    void mergedOnesSaySo() {
        long number = office.incident("disk full");
        long other = office.incident("queue stuck");
        office.says("alice", "merge %d into %d".formatted(number, other));

        for (var verb : List.of("ack", "resolve", "snooze 1h", "merge into " + other)) {
            var line = verb.replaceFirst(" |$", " " + number + " ");
            assertThat(office.says("bob", line))
                    .as(line)
                    .contains("#" + number + " is a part of another one, merged by alice, ")
                    .contains("Show: show " + number, "Reopen: reopen " + number);
        }
    }

    @Test
    void whatIsDoneAndWhatIsRefusedIsAudited() {
        long number = office.incident("disk full");
        office.says("alice", "ack " + number);
        office.says("hana", "resolve " + number);

        assertThat(office.audited())
                .extracting(AuditEntry::actor, AuditEntry::verb, AuditEntry::subject, AuditEntry::allowed)
                .containsExactlyInAnyOrder(
                        tuple("person:chen", "page", "#" + number, true),
                        tuple("person:alice", "acknowledge", "#" + number, true),
                        tuple("sandbox:sandbox/hana", "resolve", "#" + number, false));
    }

    private static List<String> lines(Reply reply) {
        return ((Reply.Private) reply)
                .card().buttons().stream().map(Button::line).toList();
    }

    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<String>();
            for (Future<String> answer : threads.invokeAll(List.of(one, other))) answers.add(answer.get());
            return answers;
        }
    }
}

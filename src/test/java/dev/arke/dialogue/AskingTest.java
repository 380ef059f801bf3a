package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Element;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.incident.Question;
import dev.arke.incident.QuestionStore;
import dev.arke.testkit.EachDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions by chat: asked, answered by a verb, a form, a reply or plain words, and never in place of a command. */
@EachDatabase
final class AskingTest {
    private final Office office;
    private final QuestionStore questions;
    private long number;

    AskingTest(Database database) {
        office = new Office(database);
        questions = new QuestionStore(database.dsl());
    }

    @BeforeEach
    void anIncident() {
        office.fill();
        number = office.incident("disk full");
    }

    @Test
    void somebodyIsAskedAndAnswersByTheVerb() {
        assertThat(office.says("bob", "ask " + number + " @chen which shard?"))
                .startsWith("I am asking chen by sandbox, and will remind them until they answer.")
                .contains("/oncall answer " + number + " and what it is");
        assertThat(office.says("bob", "show " + number)).contains("bob asks chen: “which shard?” No answer yet");

        assertThat(office.says("chen", "answer " + number + " shard 7"))
                .startsWith("I took this as your answer to bob (“which shard?”) about #" + number + ": “shard 7”.");

        assertThat(office.says("bob", "show " + number))
                .contains(
                        "bob asked chen: “which shard?” Answer: “shard 7”",
                        "chen answers bob (“which shard?”): shard 7");
        assertThat(only().answer()).get().extracting(Question.Answer::words).isEqualTo("shard 7");
    }

    @Test
    void plainWordsInDirectMessagesAnswerTheOnlyQuestion() {
        ask("bob", "chen", "which shard?");

        assertThat(direct("chen", "7")).contains("“which shard?”", "“7”");
        assertThat(direct("chen", "thank you")).contains("thank is no command");
    }

    @Test
    void aCommandIsNeverTakenForAnAnswer() {
        ask("bob", "chen", "which shard?");

        for (var line : List.of(
                "list",
                "LS",
                "ack " + number,
                "help",
                "?",
                "ack foo",
                "ackk 12",
                "none",
                "/oncall shard 7",
                "@arke shard 7")) direct("chen", line);
        assertThat(only().isOpen()).isTrue();

        var offered = ((Reply.Private) answer("chen", Office.directMessages(), "none")).card();
        var button = offered.body().stream()
                .filter(Element.Actions.class::isInstance)
                .flatMap(element -> ((Element.Actions) element).buttons().stream())
                .filter(one -> one.label().startsWith("It is my answer"))
                .findFirst()
                .orElseThrow();
        assertThat(button.label()).isEqualTo("It is my answer to bob about #" + number);
        assertThat(direct("chen", button.line())).contains("“none”");
    }

    @Test
    void inAChannelPlainWordsAreNoAnswer() {
        ask("bob", "chen", "which shard?");

        assertThat(office.says("chen", "shard 7")).startsWith("shard is no command");
        assertThat(Office.text(office.dialogue.hear(Office.asker("chen"), Office.room(), "shard 7")))
                .isEmpty();
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void aReplyInTheIncidentsThreadIsAnAnswerOfTheOneAskedAlone() {
        office.cardPosted(number, "card-1");
        ask("bob", "chen", "which shard?");
        var thread = Office.thread("card-1");

        assertThat(office.dialogue.hear(Office.asker("alice"), thread, "no idea"))
                .isInstanceOf(Reply.Silent.class);
        assertThat(office.dialogue.hear(Office.asker("hana"), thread, "shard 7"))
                .isInstanceOf(Reply.Silent.class);
        assertThat(office.dialogue.hear(Office.outsider("chen"), thread, "shard 7"))
                .isInstanceOf(Reply.Silent.class);
        assertThat(Office.text(office.dialogue.hear(Office.asker("chen"), thread, "list the shards")))
                .startsWith("That reads like a command, so I did nothing with it.");
        assertThat(only().isOpen()).isTrue();
        assertThat(Office.text(office.dialogue.hear(Office.asker("chen"), thread, "it is shard 7")))
                .contains("“it is shard 7”");
        assertThat(only().answer()).get().extracting(one -> one.by().label()).isEqualTo("chen");
        assertThat(office.dialogue.hear(Office.asker("chen"), thread, "you are welcome"))
                .isInstanceOf(Reply.Silent.class);
    }

    @Test
    void aReplyToTheMessageThatAsksAnswersThatQuestion() {
        ask("bob", "chen", "which shard?");
        ask("alice", "chen", "since when?");
        office.questionPosted("since when?", "dm-2");

        assertThat(Office.text(answer("chen", direct(Optional.of("dm-2")), "since noon")))
                .contains("alice (“since when?”)", "“since noon”");
        assertThat(open()).extracting(Question::words).containsExactly("which shard?");
        assertThat(Office.text(answer("chen", direct(Optional.of("dm-2")), "answer at noon")))
                .contains("is answered already, by chen: “since noon”");
        assertThat(Office.text(answer("chen", direct(Optional.of("dm-2")), "ack " + number)))
                .startsWith("You have #" + number);
    }

    @Test
    void whoHasSeveralIsAskedWhich() {
        ask("bob", "chen", "which shard?");
        ask("alice", "chen", "since when?");

        assertThat(direct("chen", "at noon")).startsWith("at is no command");
        var form = ((Reply.Open) office.reply("chen", "answer " + number + " at noon")).form();
        assertThat(form.input("text").orElseThrow().initial()).isEqualTo("at noon");
        var choice = (Form.Input.ChoiceInput) form.input("question").orElseThrow();
        assertThat(choice.choices())
                .extracting(Form.Choice::label)
                .containsExactly("#" + number + " bob: which shard?", "#" + number + " alice: since when?");

        var chosen = choice.choices().getLast().value();
        var done = (Submitted.Done) office.dialogue.submit(
                Office.asker("chen"), Office.room(), "answer", Map.of("question", chosen, "text", "at noon"));

        assertThat(Office.text(done.reply())).contains("alice (“since when?”)");
        assertThat(open()).extracting(Question::words).containsExactly("which shard?");
    }

    @Test
    void whoeverKnowsMayAnswerForAnother() {
        ask("bob", "chen", "which shard?");

        assertThat(office.says("alice", "answer " + number + " shard 7")).contains("your answer to bob");

        assertThat(office.says("bob", "show " + number)).contains("Answer by alice: “shard 7”");
        assertThat(office.says("chen", "answer " + number + " shard 7"))
                .startsWith("No question is open on #" + number);
    }

    @Test
    void whoCannotBeAskedIsSaidClearly() {
        assertThat(office.says("bob", "ask " + number + " @bob which shard?")).startsWith("That is you.");
        assertThat(office.says("bob", "ask " + number + " @nobody which shard?"))
                .startsWith("I know no person, team or service called nobody.");
        assertThat(office.says("bob", "ask " + number + " @che which shard?"))
                .contains("/oncall ask " + number + " chen which shard?");
        assertThat(office.says("bob", "ask " + number + " @dana which shard?"))
                .startsWith("dana was not asked: none of their contact methods works.");
        office.deactivate("chen");
        assertThat(office.says("bob", "ask " + number + " @chen which shard?"))
                .startsWith("chen is deactivated in Arke, so nothing reaches them any more.");
        assertThat(office.says("bob", "ask 999 @alice which shard?")).startsWith("There is no incident #999.");
        office.says("bob", "resolve " + number);
        assertThat(office.says("bob", "ask " + number + " @alice which shard?"))
                .startsWith("#" + number + " is resolved, so nobody was asked.");
        assertThat(office.says("hana", "ask " + number + " @alice which shard?"))
                .contains("I do not know which responder you are.");
        assertThat(all()).isEmpty();
    }

    @Test
    void theFormAsksWhatTheLineLeftOut() {
        var form = ((Reply.Open) office.reply("bob", "ask " + number + " @chen")).form();
        assertThat(form.input("incidents").orElseThrow().initial()).isEqualTo("" + number);
        assertThat(form.input("target").orElseThrow().initial()).isEqualTo("chen");

        assertThat(submit("bob", "ask", Map.of("incidents", "x", "target", "", "text", " ")))
                .isEqualTo(new Submitted.Invalid(Map.of(
                        "incidents", "Which incident? Write its number, like 1042.",
                        "target", "Who? Choose or write a name.",
                        "text", "What do you want to know?")));
        var asked = submit("bob", "ask", Map.of("incidents", "#" + number, "target", "chen", "text", "which\nshard?"));
        assertThat(Office.text(((Submitted.Done) asked).reply())).startsWith("I am asking chen");
        assertThat(only().words()).isEqualTo("which\nshard?");
    }

    @Test
    void completionKnowsWhatThereIsToAnswer() {
        ask("bob", "chen", "which shard?");

        assertThat(complete("chen", "answer ")).containsExactly("answer " + number);
        assertThat(complete("bob", "answer ")).isEmpty();
        assertThat(complete("bob", "ask " + number + " ch")).contains("ask " + number + " chen");
    }

    private List<String> complete(String who, String begun) {
        return office.dialogue.complete(Office.asker(who), Office.directMessages(), begun);
    }

    private Submitted submit(String who, String verb, Map<String, String> values) {
        return office.dialogue.submit(Office.asker(who), Office.room(), verb, values);
    }

    private void ask(String asker, String who, String words) {
        assertThat(office.says(asker, "ask " + number + " @" + who + " " + words))
                .startsWith("I am asking " + who);
    }

    private String direct(String who, String line) {
        return Office.text(answer(who, Office.directMessages(), line));
    }

    private Reply answer(String who, Place place, String line) {
        return office.dialogue.answer(Office.asker(who), place, line);
    }

    private static Place direct(Optional<String> thread) {
        var place = Office.directMessages();
        return new Place(place.bot(), place.channel(), thread, place.mentions());
    }

    private Question only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Question> open() {
        return all().stream().filter(Question::isOpen).toList();
    }

    private List<Question> all() {
        var id = office.find(number).id();
        return office.database.transactions().read(() -> questions.ofIncidents(List.of(id)));
    }
}

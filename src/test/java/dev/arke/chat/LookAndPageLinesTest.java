package dev.arke.chat;

import static dev.arke.chat.Lines.NOW;
import static dev.arke.chat.Lines.command;
import static dev.arke.chat.Lines.misunderstood;
import static dev.arke.chat.Lines.parse;
import static dev.arke.chat.Lines.slack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAndPageLinesTest {
    private static final Reference PAYMENTS = new Reference.Name("payments");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who payments",
                "Who payments?",
                "who is on call for payments?",
                "who's on call for payments",
                "who on payments",
                "who @payments",
                "who #payments",
                "who \"payments\"",
                "who payments now"
            })
    void whoIsAskedInManyWays(String line) {
        assertThat(command(line)).isEqualTo(new Command.Who(Optional.of(PAYMENTS), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who", "who?", "who now", "who is on call", "who is on call now?"})
    void whoAloneMeansThisChannel(String line) {
        assertThat(command(line)).isEqualTo(new Command.Who(Optional.empty(), NOW));
    }

    @Test
    void namesMayHaveSeveralWords() {
        assertThat(command("who primary of payments at in 2h"))
                .isEqualTo(new Command.Who(
                        Optional.of(new Reference.Name("primary of payments")), Instant.parse("2027-03-01T12:00:00Z")));
        assertThat(command("next payments api"))
                .isEqualTo(new Command.Next(Optional.of(new Reference.Name("payments api"))));
    }

    @Test
    void aTimeThatCannotBeReadIsNamed() {
        var error = misunderstood("who payments at blursday");

        assertThat(error.what()).isEqualTo("I cannot read a time in blursday");
        assertThat(error.say()).isEqualTo("who payments at fri 9am");
        assertThat(misunderstood("who at").say()).isEqualTo("who at fri 9am");
        assertThat(misunderstood("who payments at fri 9am sharp").say()).isEqualTo("who payments at fri 9am");
    }

    @Test
    void oneIsLookedUpAtATime() {
        assertThat(misunderstood("who <@U1> <@U2>").say()).isEqualTo("who payments");
    }

    @Test
    void simulateNeedsAService() {
        assertThat(command("simulate checkout")).isEqualTo(simulate("checkout", Optional.empty()));
        assertThat(command("simulate checkout at fri 22:00"))
                .isEqualTo(new Command.Simulate(
                        new Reference.Name("checkout"),
                        Optional.empty(),
                        Optional.of(Instant.parse("2027-03-05T21:00:00Z")),
                        Optional.empty()));
        assertThat(command("simulate checkout by sms"))
                .isEqualTo(new Command.Simulate(
                        new Reference.Name("checkout"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ContactKind.SMS)));
        assertThat(command("simulate checkout by pigeon")).isEqualTo(simulate("checkout by pigeon", Optional.empty()));
        assertThat(command("simulate checkout P1")).isEqualTo(simulate("checkout", Optional.of(Priority.URGENT)));
        assertThat(command("simulate checkout low at fri 22:00"))
                .isEqualTo(new Command.Simulate(
                        new Reference.Name("checkout"),
                        Optional.of(Priority.LOW),
                        Optional.of(Instant.parse("2027-03-05T21:00:00Z")),
                        Optional.empty()));
        assertThat(command("simulate urgent")).isEqualTo(simulate("urgent", Optional.empty()));
        assertThat(misunderstood("simulate").say()).isEqualTo("simulate checkout");
        assertThat(misunderstood("simulate at fri").say()).isEqualTo("simulate checkout");
    }

    private static Command.Simulate simulate(String service, Optional<Priority> priority) {
        return new Command.Simulate(new Reference.Name(service), priority, Optional.empty(), Optional.empty());
    }

    @Test
    void filtersNarrowAListTogether() {
        assertThat(command("list All P1, snoozed payments <@U1>"))
                .isEqualTo(new Command.ListIncidents(List.of(
                        ListFilter.Kind.ALL,
                        new ListFilter.Of(Priority.URGENT),
                        ListFilter.Kind.SNOOZED,
                        new ListFilter.About(PAYMENTS),
                        new ListFilter.About(new Reference.Mention(ContactKind.SLACK, "U1", Optional.empty())))));
        assertThat(command("ls open")).isEqualTo(new Command.ListIncidents(List.of()));
    }

    @Test
    void theLastWordOfAPageIsAPriorityOnlyWhenItIsBare() {
        assertThat(command("page payments \"all is urgent\""))
                .isEqualTo(new Command.Page(PAYMENTS, "all is urgent", Optional.empty()));
        assertThat(command("page payments: disk \"full\" URGENT"))
                .isEqualTo(new Command.Page(PAYMENTS, "disk \"full\"", Optional.of(Priority.URGENT)));
        assertThat(command("page \"Bob Meyer\" \"ask <@U1|ann> first\" p3"))
                .isEqualTo(new Command.Page(
                        new Reference.Name("Bob Meyer"), "ask @ann first", Optional.of(Priority.MEDIUM)));
    }

    @Test
    void aPageThatSaysTooLittleOpensItsFormWithWhatItSaid() {
        assertThat(parse("page <@U1|ann> p1", slack()))
                .isEqualTo(new Parsed.FormWanted(Verb.PAGE, Map.of("target", "<@U1|ann>", "priority", "urgent")));
        assertThat(parse("page payments \"\"", slack()))
                .isEqualTo(new Parsed.FormWanted(Verb.PAGE, Map.of("target", "payments")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help claim", "HELP Ack", "help acknowledge?", "? ack", "help ack 1042"})
    void helpKnowsEveryWordOfAVerb(String line) {
        assertThat(command(line)).isEqualTo(new Command.Help(Optional.of(Verb.ACKNOWLEDGE)));
    }

    @Test
    void helpOnATypoGuesses() {
        assertThat(parse("help esclate", slack()))
                .isEqualTo(new Parsed.DidYouMean("esclate", List.of("help escalate")));
        assertThat(misunderstood("help frobnicate").what()).isEqualTo("frobnicate is no command");
    }

    @Test
    void afterMeGoesOnlyHowOneWantsToBePaged() {
        assertThat(command("me")).isEqualTo(new Command.Me());
        assertThat(command("test")).isEqualTo(new Command.Test(Set.of(), Optional.empty()));
        assertThat(command("test by Phone +33 6 00 00 00 01"))
                .isEqualTo(new Command.Test(Set.of(ContactKind.SMS, ContactKind.CALL), Optional.of("+33600000001")));
        assertThat(misunderstood("test it").say()).isEqualTo("test sms");
        assertThat(misunderstood("me please").say()).isEqualTo("me urgent chat, sms 1m, call 3m");
    }
}

package dev.arke.chat;

import static dev.arke.chat.Lines.command;
import static dev.arke.chat.Lines.misunderstood;
import static dev.arke.chat.Lines.open;
import static dev.arke.chat.Lines.parse;
import static dev.arke.chat.Lines.slack;
import static dev.arke.chat.Lines.threadOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentLinesTest {
    @Test
    void aButtonsLineNeedsNoRootCommand() {
        assertThat(command("ack 1042")).isEqualTo(new Command.Acknowledge(List.of(1042L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ack#1042", "ack: 1042", "ACK:1042", "Ack 1042,", "ack 1042 1042", "ack , 1042", "ack\n1042"})
    void sloppyTypingStillAcknowledges(String line) {
        assertThat(command(line)).isEqualTo(new Command.Acknowledge(List.of(1042L)));
    }

    @Test
    void commasMayStandAlone() {
        assertThat(command("ack 1042 , 1043")).isEqualTo(new Command.Acknowledge(List.of(1042L, 1043L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "#-5", "99999999999999999999", "2147483648000", "#", "1042x", "#12abc"})
    void whatIsNoNumberIsNamedAndNothingElseIsTaken(String word) {
        var error = misunderstood("ack " + word, slack().in(open(1042)));

        assertThat(error.what()).isEqualTo(word + " is no incident number");
        assertThat(error.say()).isEqualTo("ack 1042");
    }

    @Test
    void aBadNumberIsNeverTakenForANote() {
        assertThat(misunderstood("resolve #10x2 fixed", slack().in(open(1042))).what())
                .isEqualTo("#10x2 is no incident number");
    }

    @Test
    void wordsAfterTheNumberAreNotSwallowedByAcknowledge() {
        var error = misunderstood("ack 1042 on it");

        assertThat(error.what()).isEqualTo("on is no incident number");
        assertThat(error.buttons()).extracting(Button::line).containsExactly("ack 1042");
    }

    @Test
    void whichIncidentKeepsTheRestOfTheLineInItsButtons() {
        var error = misunderstood("resolve restarted <@U1|ann>'s pool", slack().in(open(7, 8)));

        assertThat(error.buttons())
                .extracting(Button::line)
                .containsExactly("resolve 7 restarted <@U1|ann>'s pool", "resolve 8 restarted <@U1|ann>'s pool");
        assertThat(error.buttons()).extracting(Button::label).contains("#7 High error rate");
    }

    @Test
    void whichIncidentOffersAFewOfMany() {
        var error = misunderstood("ack", slack().in(open(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)));

        assertThat(error.what()).contains("11 are open");
        assertThat(error.buttons()).hasSize(8);
    }

    @Test
    void whereNothingIsOpenItSaysSo() {
        assertThat(misunderstood("ack").what()).isEqualTo("Which incident? None is open in this channel");
    }

    @Test
    void reopeningNeverGuessesAnOpenIncident() {
        assertThat(misunderstood("reopen", slack().in(open(1042))).say()).isEqualTo("reopen 1042");
        assertThat(command("reopen", slack().in(threadOf(1042)))).isEqualTo(new Command.Reopen(List.of(1042L)));
    }

    @Test
    void inAThreadEveryVerbMeansItsIncident() {
        var thread = slack().in(threadOf(1042));

        assertThat(command("show", thread)).isEqualTo(new Command.Show(1042));
        assertThat(command("note it is the cache", thread))
                .isEqualTo(new Command.Note(List.of(1042L), "it is the cache"));
        assertThat(command("resolve fixed", thread))
                .isEqualTo(new Command.Resolve(List.of(1042L), Optional.of("fixed")));
        assertThat(command("merge into 1040", thread)).isEqualTo(new Command.Merge(List.of(1042L), 1040));
        assertThat(command("reassign to payments", thread))
                .isEqualTo(new Command.Reassign(List.of(1042L), new Reference.Name("payments")));
        assertThat(command("priority low", thread)).isEqualTo(new Command.SetPriority(List.of(1042L), Priority.LOW));
        assertThat(command("snooze 90m", thread))
                .isEqualTo(
                        new Command.Snooze(List.of(1042L), new HowLong.For(Duration.ofMinutes(90)), Optional.empty()));
    }

    @Test
    void aNumberThatBeginsANoteStaysInTheNote() {
        assertThat(command("resolve 1042 3 pods restarted"))
                .isEqualTo(new Command.Resolve(List.of(1042L), Optional.of("3 pods restarted")));
        assertThat(command("note 1042 500 errors a minute"))
                .isEqualTo(new Command.Note(List.of(1042L), "500 errors a minute"));
    }

    @Test
    void severalAreResolvedWhenTheyAreMarkedOrOpenHereOrAlone() {
        var both = new Command.Resolve(List.of(1042L, 1043L), Optional.of("same cause"));

        assertThat(command("resolve 1042 #1043 same cause")).isEqualTo(both);
        assertThat(command("resolve 1042, 1043 same cause")).isEqualTo(both);
        assertThat(command("resolve 1042,1043 same cause")).isEqualTo(both);
        assertThat(command("resolve 1042 1043 same cause", slack().in(open(1042, 1043))))
                .isEqualTo(both);
        assertThat(command("resolve 1042 1043"))
                .isEqualTo(new Command.Resolve(List.of(1042L, 1043L), Optional.empty()));
    }

    @Test
    void aQuotedNoteLosesItsQuotesAndLinesAreKept() {
        assertThat(command("note 1042 \"all good\"")).isEqualTo(new Command.Note(List.of(1042L), "all good"));
        assertThat(command("note 1042 one\ntwo")).isEqualTo(new Command.Note(List.of(1042L), "one\ntwo"));
    }

    @Test
    void quotesAroundTheFirstNumberChangeNothingAndBehindItHoldText() {
        for (var line : List.of("ack \"1042\"", "ack '#1042'", "ack \u201c1042\u201d", "ack \"1042.\""))
            assertThat(command(line)).as(line).isEqualTo(new Command.Acknowledge(List.of(1042L)));
        var both = new Command.Acknowledge(List.of(1042L, 1043L));
        assertThat(command("ack \"1042\" \"1043\"")).isEqualTo(both);
        assertThat(command("ack \"1042 1043\"")).isEqualTo(both);

        var thread = slack().in(threadOf(7));
        assertThat(command("resolve \"1042\"", thread))
                .isEqualTo(new Command.Resolve(List.of(1042L), Optional.empty()));
        assertThat(command("note \"1042\" rolled back", thread))
                .isEqualTo(new Command.Note(List.of(1042L), "rolled back"));
        assertThat(command("merge \"1042\" into \"1040\"", thread)).isEqualTo(new Command.Merge(List.of(1042L), 1040));
        assertThat(command("resolve 1042 \"500\"")).isEqualTo(new Command.Resolve(List.of(1042L), Optional.of("500")));
        assertThat(command("note \"12 pods are gone\"", thread))
                .isEqualTo(new Command.Note(List.of(7L), "12 pods are gone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snooze", "note", "reassign", "add", "priority", "merge"})
    void aFormAsksForWhatIsMissing(String verb) {
        assertThat(parse(verb + " 1042", slack()))
                .isEqualTo(new Parsed.FormWanted(Verb.find(verb).orElseThrow(), Map.of("incidents", "1042")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snooze 1042 0h",
                "snooze 1042 until today 8:00",
                "snooze 1042 -2h",
                "snooze 1042 99999w",
                "snooze 1042 30",
                "snooze 1042 later",
                "snooze 1042 until 2027-02-30"
            })
    void snoozingForNoTimeAsksHowLong(String line) {
        var error = misunderstood(line);

        assertThat(error.what()).startsWith("How long?");
        assertThat(error.say()).isEqualTo("snooze 1042 2h");
        assertThat(error.buttons()).extracting(Button::line).contains("snooze 1042 until tomorrow 9:00");
    }

    @Test
    void snoozeTakesATimeInWordsOrQuotes() {
        var until = new HowLong.Until(Instant.parse("2027-03-05T08:00:00Z"));

        assertThat(command("snooze 1042 until fri 9am because of the freeze"))
                .isEqualTo(new Command.Snooze(List.of(1042L), until, Optional.of("of the freeze")));
        assertThat(command("snooze 1042 \"fri 9am\" freeze"))
                .isEqualTo(new Command.Snooze(List.of(1042L), until, Optional.of("freeze")));
        assertThat(command("snooze 1042 for 1h 30m"))
                .isEqualTo(
                        new Command.Snooze(List.of(1042L), new HowLong.For(Duration.ofMinutes(90)), Optional.empty()));
    }

    @Test
    void anIncidentCannotBeMergedIntoItself() {
        assertThat(misunderstood("merge 1042 into 1042").what()).isEqualTo("#1042 cannot be merged into itself");
        assertThat(misunderstood("merge 1042 into x").what()).isEqualTo("x is no incident number");
        assertThat(misunderstood("merge 1042 into 1 and 2").say()).isEqualTo("merge 1042 into 1040");
    }

    @Test
    void aWrongPriorityOffersAllFour() {
        var error = misunderstood("priority 1042 2");

        assertThat(error.what()).isEqualTo("2 is not a priority");
        assertThat(error.buttons())
                .extracting(Button::line)
                .containsExactly(
                        "priority 1042 urgent", "priority 1042 high", "priority 1042 medium", "priority 1042 low");
    }

    @Test
    void peopleAreNamedInAnyOfTheirForms() {
        assertThat(command("add 1042 <@U1>,@bob and \"Bob Meyer\", @bob"))
                .isEqualTo(new Command.Add(
                        List.of(1042L),
                        List.of(
                                new Reference.Mention(ContactKind.SLACK, "U1", Optional.empty()),
                                new Reference.Name("bob"),
                                new Reference.Name("Bob Meyer"))));
    }

    @Test
    void reassignNamesOne() {
        assertThat(misunderstood("reassign 1042 to bob meyer").what()).startsWith("To whom?");
    }

    @Test
    void aLoneNumberAsksWhatToDoWithIt() {
        assertThat(misunderstood("/oncall #1042").buttons())
                .extracting(Button::line)
                .containsExactly("show 1042", "ack 1042");
    }

    @Test
    void oneIncidentIsShownAtATime() {
        assertThat(misunderstood("show 1042 1043").buttons())
                .extracting(Button::line)
                .containsExactly("show 1042", "show 1043");
    }
}

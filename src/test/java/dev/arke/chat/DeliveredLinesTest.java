package dev.arke.chat;

import static dev.arke.chat.Lines.command;
import static dev.arke.chat.Lines.misunderstood;
import static dev.arke.chat.Lines.open;
import static dev.arke.chat.Lines.parse;
import static dev.arke.chat.Lines.sandbox;
import static dev.arke.chat.Lines.slack;
import static dev.arke.chat.Lines.teams;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveredLinesTest {
    private static final Command ACKNOWLEDGE = new Command.Acknowledge(List.of(1042L));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@U0ARKE> ack 1042", "<@U0ARKE|arke>: ack 1042", "  <@U0ARKE>,ack 1042", "ack 1042 <@U0ARKE>",
                "@arke ack 1042", "/ONCALL ack 1042", "<@U0ARKE> /oncall ack 1042", "/oncall\u00a0ack\u202f1042",
                "\u200e/oncall ack \u20681042\u2069\ufeff"
            })
    void slackAddressesArkeInManyWays(String line) {
        assertThat(command(line, slack())).isEqualTo(ACKNOWLEDGE);
    }

    @Test
    void aRenamedRootIsTheOnlyRoot() {
        var renamed = ChatContext.of(ContactKind.SLACK, new Bot("U0ARKE", "arke", "/pager"), Lines.PARIS, Lines.NOW);

        assertThat(command("/pager ack 1042", renamed)).isEqualTo(ACKNOWLEDGE);
        assertThat(misunderstood("/oncall ack 1042", renamed).what()).isEqualTo("/oncall is no command");
        assertThat(misunderstood("/pagers ack 1042", renamed).what()).isEqualTo("/pagers is no command");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "a &lt;b&gt; &amp; c # a <b> & c",
                "&amp;lt; stays # &lt; stays",
                "see <https://x.example/a?b=1&amp;c=2> # see https://x.example/a?b=1&c=2",
                "see <http://x.example|x.example> # see x.example",
                "see <https://x.example/g|the graph> # see the graph (https://x.example/g)",
                "ask <mailto:ann@x.example|ann@x.example> # ask ann@x.example",
                "call <tel:+331|+331> # call +331",
                "ping <@U1|ann> and <@U2> # ping @ann and @U2",
                "ping <!subteam^S1|@pay> <!here> <!channel|channel> # ping @pay @here channel",
                "on <!date^1^{date}|1 Jan> # on 1 Jan",
                "1 < 2 and <> and <b> stay # 1 < 2 and <> and <b> stay",
                "it’s „so“ ‘fine’ «ok» # it's \"so\" 'fine' \"ok\""
            })
    void slackTextBecomesPlain(String typed, String plain) {
        assertThat(command("note 7 " + typed, slack())).isEqualTo(new Command.Note(List.of(7L), plain));
    }

    @Test
    void aSlackChannelInTextIsItsName() {
        assertThat(command("note 7 see <#C1|pay>", slack())).isEqualTo(new Command.Note(List.of(7L), "see #pay"));
    }

    @Test
    void inTheSandboxTextStaysAsTyped() {
        assertThat(command("note 7 &lt;b&gt; <@U1|x> &nbsp;", sandbox()))
                .isEqualTo(new Command.Note(List.of(7L), "&lt;b&gt; <@U1|x> &nbsp;"));
    }

    @Test
    void teamsTextBecomesPlain() {
        assertThat(command("<p><at>Arke</at>&nbsp;note 7 a &lt;b&gt; &amp;amp; c<br/>d</p>", teams()))
                .isEqualTo(new Command.Note(List.of(7L), "a <b> &amp; c\nd"));
    }

    @Test
    void teamsMentionsAreFoundByTheirLabel() {
        var context = teams().mentioning(Map.of("Arke", "28:arke", "Bob & Co", "29:bob"));

        assertThat(command("<at>Arke</at> add 7 <at id=\"1\">Bob &amp; Co</at> <at id=\"2\">Eve</at>", context))
                .isEqualTo(new Command.Add(
                        List.of(7L),
                        List.of(
                                new Reference.Mention(ContactKind.TEAMS, "29:bob", Optional.of("Bob & Co")),
                                new Reference.Name("Eve"))));
    }

    @Test
    void aTeamsButtonStillKnowsWhoWasMentioned() {
        var context = teams().mentioning(Map.of("Bob Meyer", "29:bob")).in(open(7, 8));
        var button = misunderstood("reassign to <at>Bob Meyer</at>", context)
                .buttons()
                .getFirst();

        assertThat(command(button.line(), teams()))
                .isEqualTo(new Command.Reassign(
                        List.of(7L), new Reference.Mention(ContactKind.TEAMS, "29:bob", Optional.of("Bob Meyer"))));
    }

    @Test
    void guessesKeepTheArgumentsAsTheyWereDelivered() {
        assertThat(parse("/oncall reasign 7 to <@U1|ann> &amp; co", slack()))
                .isEqualTo(new Parsed.DidYouMean("reasign", List.of("reassign 7 to <@U1|ann> &amp; co")));
    }

    @Test
    void aMentionAloneIsNoCommand() {
        assertThat(misunderstood("/oncall <@U1|ann> ack", slack()).what()).isEqualTo("@ann is no command");
        assertThat(parse("<@U0ARKE>", slack())).isEqualTo(new Parsed.Understood(new Command.Overview()));
    }

    @Test
    void buttonsOfAnErrorRunThroughTheSameParser() {
        var error = misunderstood("ack", slack().in(open(7, 8)));

        assertThat(error.buttons())
                .extracting(Button::line)
                .allSatisfy(line -> assertThat(command(line, slack())).isInstanceOf(Command.Acknowledge.class));
    }
}

package dev.arke.chat;

import static dev.arke.chat.Lines.command;
import static dev.arke.chat.Lines.parse;
import static dev.arke.chat.Lines.sandbox;
import static dev.arke.chat.Lines.slack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.chat.ChannelLink.Options;
import dev.arke.chat.ChannelLink.Timeline;
import dev.arke.chat.ChannelLink.UserGroup;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code link} and {@code unlink} as they are typed. */
class LinkLinesTest {
    private static final Options ALL_SAID = new Options(
            Priority.HIGH, Timeline.FLAT, true, Optional.of(new UserGroup("oncall-pay", "oncall-pay")), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "link payments min high flat topic group @oncall-pay no handoffs",
                "link to payments group oncall-pay, without handoffs, topic on, p2 and above, flat",
                "link payments minimum P2 FLAT topic handoffs off group oncall-pay",
                "link payments high flat topic group \"oncall-pay\" handoff off"
            })
    void optionsComeInAnyOrder(String line) {
        var link = (Command.Link) command(line, sandbox());

        assertThat(link.subject()).isEqualTo(new LinkSubject(Optional.empty(), new Reference.Name("payments")));
        assertThat(link.change().of(Options.DEFAULT)).isEqualTo(ALL_SAID);
    }

    @Test
    void whatIsNotNamedStaysAsItIs() {
        assertThat(change("link payments").of(ALL_SAID)).isEqualTo(ALL_SAID);
        assertThat(change("link payments all thread").of(ALL_SAID))
                .isEqualTo(new Options(Priority.LOW, Timeline.THREAD, true, ALL_SAID.group(), false));
        assertThat(change("link payments no topic no group handoffs").of(ALL_SAID))
                .isEqualTo(new Options(Priority.HIGH, Timeline.FLAT, false, Optional.empty(), true));
        assertThat(change("link payments topic off group off").of(ALL_SAID))
                .isEqualTo(new Options(Priority.HIGH, Timeline.FLAT, false, Optional.empty(), false));
    }

    @Test
    void aGroupSaidByItsNameIsTheOneThatIsThere() {
        var known = Optional.of(new UserGroup("S0PAY", "oncall-pay"));
        var before = new Options(Priority.LOW, Timeline.THREAD, false, known, true);

        assertThat(change("link payments group @oncall-pay").of(before)).isEqualTo(before);
        assertThat(change("link payments group oncall-web").of(before).group())
                .contains(new UserGroup("oncall-web", "oncall-web"));
    }

    @Test
    void theLineOfALinkGivesExactlyItsOptions() {
        var subject = new LinkWords.Subject(LinkSubject.Kind.SERVICE, "check out");
        for (var options : new Options[] {ALL_SAID, Options.DEFAULT}) {
            var link = (Command.Link) command(LinkWords.line(subject, options), sandbox());

            assertThat(link.subject())
                    .isEqualTo(new LinkSubject(Optional.of(LinkSubject.Kind.SERVICE), new Reference.Name("check out")));
            assertThat(link.change().of(ALL_SAID)).isEqualTo(options);
            assertThat(link.change().of(Options.DEFAULT)).isEqualTo(options);
        }
    }

    @Test
    void aTeamMayBeCalledTeam() {
        assertThat(((Command.Link) command("link team", sandbox())).subject())
                .isEqualTo(new LinkSubject(Optional.empty(), new Reference.Name("team")));
        assertThat(((Command.Link) command("link team team", sandbox())).subject())
                .isEqualTo(new LinkSubject(Optional.of(LinkSubject.Kind.TEAM), new Reference.Name("team")));
    }

    @Test
    void aMentionedGroupIsKeptAsSlackFindsIt() {
        var link = (Command.Link) command("/oncall link payments group <!subteam^S0ONCALL|@oncall-pay>", slack());

        assertThat(link.change().group().orElseThrow()).contains(new UserGroup("S0ONCALL", "oncall-pay"));
    }

    @Test
    void formsOpenForWhatWasNotSaid() {
        assertThat(parse("link", sandbox())).isEqualTo(new Parsed.FormWanted(Verb.LINK, Map.of()));
        assertThat(parse("link new", sandbox())).isEqualTo(new Parsed.FormWanted(Verb.LINK, Map.of("new", "yes")));
        assertThat(parse("link service checkout options", sandbox()))
                .isEqualTo(new Parsed.FormWanted(Verb.LINK, Map.of("target", "service checkout")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "link payments loud",
                "link payments min",
                "link payments min loud",
                "link payments no",
                "link payments no thread",
                "link payments group",
                "link payments group @one two",
                "link payments group ../../x",
                "link payments \"flat\"",
                "unlink payments checkout",
                "link to"
            })
    void anythingElseChangesNothingAndSaysWhatToType(String line) {
        assertThat(parse(line, sandbox()))
                .isInstanceOfSatisfying(
                        Parsed.Misunderstood.class,
                        what -> assertThat(what.say()).matches("(un)?link payments.*"));
    }

    @Test
    void unlinkMayNameWhat() {
        assertThat(command("unlink", sandbox())).isEqualTo(new Command.Unlink(Optional.empty()));
        assertThat(command("unlink from service checkout", sandbox()))
                .isEqualTo(new Command.Unlink(Optional.of(
                        new LinkSubject(Optional.of(LinkSubject.Kind.SERVICE), new Reference.Name("checkout")))));
    }

    private static LinkChange change(String line) {
        return ((Command.Link) command(line, sandbox())).change();
    }
}

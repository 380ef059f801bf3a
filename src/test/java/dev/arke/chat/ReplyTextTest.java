package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a reply, as mail programs write them. */
final class ReplyTextTest {
    record Case(String program, String mail, String words) {
        @Override
        public String toString() {
            return program;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("nothing else", "ack", "ack"),
                new Case(
                        "Gmail",
                        "ack\n\n"
                                + "On Mon, Jan 12, 2026 at 10:00 AM Arke <arke@example.com> wrote:\n\n"
                                + "> Page: urgent #1\n"
                                + "> note this\n",
                        "ack"),
                new Case(
                        "Gmail, folded",
                        "resolve it was the cache\n\n"
                                + "On Mon, Jan 12, 2026 at 10:00 AM Arke, the very long name of a bot\n"
                                + "<arke@example.com> wrote:\n"
                                + "> x",
                        "resolve it was the cache"),
                new Case("German", "ack\r\n\r\nAm 12.01.2026 um 10:00 schrieb Arke:\r\n> x", "ack"),
                new Case("French", "ack\n\nLe 12 janv. 2026 à 10:00, Arke <a@b.c> a écrit :\n> x", "ack"),
                new Case(
                        "Outlook",
                        "note two disks\n\n"
                                + "________________________________\n"
                                + "From: Arke <arke@example.com>\n"
                                + "Sent: Monday\n"
                                + "To: me\n",
                        "note two disks"),
                new Case(
                        "Outlook, German",
                        "ack\n\n"
                                + "Von: Arke <arke@example.com>\n"
                                + "Gesendet: Montag, 12. Januar\n"
                                + "An: Alice\n"
                                + "Betreff: Page\n\n"
                                + "x",
                        "ack"),
                new Case("Outlook, old", "ack\n\n-----Original Message-----\nFrom: x", "ack"),
                new Case(
                        "a phone", "ack\n\nSent from my iPhone\n\n> On 12 Jan 2026, at 10:00, Arke wrote:\n> x", "ack"),
                new Case("a phone, German", "ack\n\nVon meinem iPhone gesendet\n\n> x", "ack"),
                new Case("below", "> Page: urgent #1\n> disk full\n\nack\n", "ack"),
                new Case("a signature", "note see the graph\n-- \nAlice Martin\nSRE", "note see the graph"),
                new Case(
                        "lines of its own",
                        "note first:\nsecond\n\n- a list\nFrom: the shell\n\n> quoted\nlast",
                        "note first:\nsecond\n\n- a list\nFrom: the shell\n\nlast"),
                new Case("nothing", "\n> x\n", ""),
                new Case("other scripts", "ack\n\n2026年1月12日(月) 10:00 Arke <arke@example.com>:\n\n> x", "ack"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyTheirOwnWordsAreLeft(Case one) {
        assertThat(ReplyText.of(one.mail())).isEqualTo(one.words());
    }

    /** Each would take hours by trial and error, and all of Arke waits where the database has one writer. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "1", ">", "_", "1:", "- "})
    @Timeout(5)
    void noLineTakesLong(String part) {
        var line = part.repeat(30_000) + "x";

        assertThat(ReplyText.of("ack\n" + line + "\n> quoted")).startsWith("ack");
        assertThat(ReplyText.of(line)).isEqualTo(part.equals(">") ? "" : line);
    }
}

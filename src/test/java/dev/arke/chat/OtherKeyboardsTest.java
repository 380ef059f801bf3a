package dev.arke.chat;

import static dev.arke.chat.Lines.command;
import static dev.arke.chat.Lines.open;
import static dev.arke.chat.Lines.slack;
import static dev.arke.chat.Lines.threadOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as other keyboards, scripts and habits type them; free text stays as it was typed. */
final class OtherKeyboardsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack ＃１０４２",
                "ａｃｋ　１０４２",
                "ack＃１０４２",
                "ack：１０４２",
                "／oncall ack 1042",
                "ack ١٠٤٢",
                "ack १०४२",
                "ack\u00a01042",
                "ack\u202f#1042\u200f",
                "ack 1042.",
                "ack #1042!",
                "ack 1042。",
                "ack 1042…",
                "ACK 1042",
                "Ack 1042;"
            })
    void theNumberIsUnderstood(String line) {
        assertThat(command(line, slack().in(threadOf(7)))).isEqualTo(new Command.Acknowledge(List.of(1042L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ack １０４２，１０４３", "ack ١٠٤٢،١٠٤٣", "ack 1042、1043", "ack 1042, 1043."})
    void soAreSeveral(String line) {
        assertThat(command(line)).isEqualTo(new Command.Acknowledge(List.of(1042L, 1043L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve 1042. done", "resolve 1042; done", "resolve 1042。 done"})
    void aNumberWithAStopBehindItIsNeverTheNoteOfAnotherIncident(String line) {
        assertThat(command(line, slack().in(threadOf(7))))
                .isEqualTo(new Command.Resolve(List.of(1042L), Optional.of("done")));
    }

    @Test
    void aFractionIsText() {
        assertThat(command("resolve 3.5 GB freed", slack().in(threadOf(7))))
                .isEqualTo(new Command.Resolve(List.of(7L), Optional.of("3.5 GB freed")));
    }

    @Test
    void timesAndLengthsToo() {
        assertThat(command("snooze 7 ３０m"))
                .isEqualTo(new Command.Snooze(List.of(7L), new HowLong.For(Duration.ofMinutes(30)), Optional.empty()));
        assertThat(command("snooze 7 until １４：３０")).isEqualTo(command("snooze 7 until 14:30"));
        assertThat(command("simulate checkout at 2027–03–05")).isEqualTo(command("simulate checkout at 2027-03-05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LİST MİNE", "lıst mıne", "LIST MINE", "ｌｉｓｔ ｍｉｎｅ"})
    void aTurkishCapitalIsTheSameLetter(String line) {
        assertThat(command(line)).isEqualTo(new Command.ListIncidents(List.of(ListFilter.Kind.MINE)));
    }

    @Test
    void priorities() {
        assertThat(command("priority 7 HİGH.")).isEqualTo(new Command.SetPriority(List.of(7L), Priority.HIGH));
        assertThat(command("priority 7 ｐ１", slack().in(open(7))))
                .isEqualTo(new Command.SetPriority(List.of(7L), Priority.URGENT));
        assertThat(command("list urgent，ＭＩＮＥ"))
                .isEqualTo(
                        new Command.ListIncidents(List.of(new ListFilter.Of(Priority.URGENT), ListFilter.Kind.MINE)));
    }

    @Test
    void whatIsSaidStaysAsItWasTyped() {
        assertThat(command("note ７ ＡＢＣ，１２。")).isEqualTo(new Command.Note(List.of(7L), "ＡＢＣ，１２。"));
        assertThat(command("page ｗｅｂ 数据库坏了，请看"))
                .isEqualTo(new Command.Page(new Reference.Name("ｗｅｂ"), "数据库坏了，请看", Optional.empty(), ""));
    }
}

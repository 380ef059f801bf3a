package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatCardsTest {
    private static final Phrases HELP = HelpPhrases.in(Reader.ANYBODY);
    private static final HelpCard.Here HERE = new HelpCard.Here("/pager", "search", "index", "eve", 7);

    @Test
    void theOverviewNamesEveryVerbUnderTheRootAsItIsCalled() {
        var text = PlainText.of(HelpCard.overview(HERE, HELP));

        assertThat(Verb.values())
                .filteredOn(verb -> verb != Verb.OVERVIEW)
                .allSatisfy(verb -> assertThat(text).contains("/pager " + verb.usage()));
        assertThat(text)
                .doesNotContain("/oncall")
                .contains("Handle an incident")
                .hasSizeLessThan(3_300);
        assertThat(HelpCard.overview(HERE, HELP).buttons())
                .extracting(Button::line)
                .allSatisfy(line -> assertThat(Lines.parse(line, Lines.slack()))
                        .isInstanceOfAny(Parsed.Understood.class, Parsed.FormWanted.class));
    }

    @ParameterizedTest
    @EnumSource
    void helpOnAVerbShowsItsExamplesWithTheNamesOfTheChannel(Verb verb) {
        var text = PlainText.of(HelpCard.verb(verb, HERE, HELP));

        assertThat(text)
                .contains("/pager " + verb.usage(), verb.help(HELP))
                .doesNotContain("1042", "1043", "1040", "@dana", "who payments", "simulate checkout");
    }

    @Test
    void anErrorSaysWhatIsWrongAndWhatToType() {
        var card = NotUnderstoodCard.of(Lines.misunderstood("ack abc"), Lines.slack());

        assertThat(card.summary()).isEqualTo("abc is no incident number. Type /oncall ack 1042.");
    }

    @Test
    void aQuestionKeepsItsMark() {
        var card = NotUnderstoodCard.of(Lines.misunderstood("ack", Lines.slack().in(Lines.open(7, 8))), Lines.slack());

        assertThat(card.summary()).isEqualTo("Which incident? 2 are open here. Type /oncall ack 7, or choose:");
        assertThat(card.body().getLast())
                .isEqualTo(new Element.Actions(
                        List.of(Button.of("#7 High error rate", "ack 7"), Button.of("#8 High error rate", "ack 8"))));
    }

    @Test
    void aGuessIsAButtonThatRunsIt() {
        var guess = new Parsed.DidYouMean("ad", List.of("add 7 <@U1|ann>"));
        var card = NotUnderstoodCard.of(guess, Lines.slack());

        assertThat(card.summary()).isEqualTo("ad is no command. Nothing was done. Did you mean:");
        assertThat(card.body().getLast())
                .isEqualTo(new Element.Actions(List.of(Button.of("/oncall add 7 @ann", "add 7 <@U1|ann>"))));
    }
}

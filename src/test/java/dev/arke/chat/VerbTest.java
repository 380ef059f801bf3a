package dev.arke.chat;

import static dev.arke.chat.Lines.command;
import static dev.arke.chat.Lines.open;
import static dev.arke.chat.Lines.sandbox;
import static dev.arke.chat.Lines.slack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Reader;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerbTest {
    @ParameterizedTest
    @EnumSource
    void everyExampleIsUnderstoodAsItsVerb(Verb verb) {
        assertThat(verb.examples()).isNotEmpty();
        for (var example : verb.examples()) {
            assertThat(command("/oncall " + example, slack().in(open(1042))).verb())
                    .as(example)
                    .isEqualTo(verb);
            assertThat(command(example, sandbox().in(open(1042))).verb())
                    .as(example)
                    .isEqualTo(verb);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordFindsItsVerbInAnyCase(Verb verb) {
        verb.words().forEach(word -> {
            assertThat(Verb.find(word)).contains(verb);
            assertThat(Verb.find(word.toUpperCase(Locale.ROOT))).contains(verb);
        });
        assertThat(Verb.find(verb.canonical())).contains(verb);
    }

    @Test
    void noWordMeansTwoVerbs() {
        assertThat(Stream.of(Verb.values()).flatMap(Verb::words)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void textsArePlainSentences(Verb verb) {
        var help = HelpPhrases.in(Reader.ANYBODY);
        assertThat(verb.help(help)).endsWith(".");
        assertThat(verb.brief(help)).isNotBlank().doesNotEndWith(".");
        assertThat(verb.usage()).startsWith(verb.word());
    }
}

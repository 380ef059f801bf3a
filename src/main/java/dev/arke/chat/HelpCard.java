package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What one can type: all of it on one screen, or one verb with examples. */
public final class HelpCard {
    private HelpCard() {}

    /** Names of this channel for the examples, and the root command as it is called here. */
    public record Here(String root, String team, String service, String person, long incident) {
        /** For a channel of which nothing is known. */
        public static Here unknown(String root) {
            return new Here(root, "payments", "checkout", "dana", 1042);
        }

        private String example(String line) {
            return root
                    + " "
                    + line.replace("payments", team)
                            .replace("checkout", service)
                            .replace("@dana", "@" + person)
                            .replaceAll("\\b1042\\b", Long.toString(incident))
                            .replaceAll("\\b104[03]\\b", Long.toString(incident + 1));
        }
    }

    /** All verbs, grouped by what one wants to do. */
    public static Card overview(Here here, Phrases help) {
        var body = new ArrayList<Element>();
        for (var purpose : Purpose.values()) {
            body.add(new Element.Heading(purpose.heading(help)));
            body.add(new Element.Lines(verbs(purpose)
                    .map(verb -> help.spans("line", Span.code(typed(here, verb)), Span.text(verb.brief(help))))
                    .toList()));
        }
        body.add(new Element.Context(help.spans("more", Span.code(here.example("help ack")))));
        return new Card(
                help.say("title"),
                Tone.NEUTRAL,
                help.spans("title"),
                body,
                List.of(
                        Button.of(help.say("button.who"), Verb.WHO.word()),
                        Button.of(help.say("button.list"), Verb.LIST.word()),
                        Button.of(help.say("button.page"), Verb.PAGE.word())),
                List.of());
    }

    /** One verb: what it does, how it is typed, examples. */
    public static Card verb(Verb verb, Here here, Phrases help) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(Span.code(here.root() + " " + verb.usage())));
        body.add(Element.paragraph(verb.help(help)));
        body.add(new Element.Heading(help.say("examples")));
        body.add(new Element.Lines(verb.examples().stream()
                .map(line -> List.of(Span.code(here.example(line))))
                .toList()));
        if (!verb.others().isEmpty())
            body.add(Element.context(Span.text(help.say("others", String.join(", ", verb.others())))));
        return new Card(
                help.say("line", verb.word(), verb.brief(help)),
                Tone.NEUTRAL,
                help.spans("line", Span.strong(verb.word()), Span.text(verb.brief(help))),
                body,
                List.of(Button.of(help.say("button.all"), Verb.HELP.word())),
                List.of());
    }

    private static Stream<Verb> verbs(Purpose purpose) {
        return Stream.of(Verb.values()).filter(verb -> verb.purpose() == purpose);
    }

    private static String typed(Here here, Verb verb) {
        return verb == Verb.OVERVIEW ? here.root() : here.root() + " " + verb.usage();
    }
}

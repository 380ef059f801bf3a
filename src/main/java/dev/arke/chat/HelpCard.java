package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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
    public static Card overview(Here here) {
        var body = new ArrayList<Element>();
        for (var purpose : Purpose.values()) {
            body.add(new Element.Heading(purpose.heading()));
            body.add(new Element.Lines(verbs(purpose)
                    .map(verb -> List.of(Span.code(typed(here, verb)), Span.text(": " + verb.brief())))
                    .toList()));
        }
        body.add(Element.context(
                Span.text("More on one of them: "),
                Span.code(here.example("help ack")),
                Span.text(". Capitals are yours to fill in, what stands in brackets can be left out.")));
        return new Card(
                "What you can type",
                Tone.NEUTRAL,
                List.of(Span.text("What you can type")),
                body,
                List.of(
                        Button.of("Who is on call", Verb.WHO.word()),
                        Button.of("Open incidents", Verb.LIST.word()),
                        Button.of("Page somebody", Verb.PAGE.word())),
                List.of());
    }

    /** One verb: what it does, how it is typed, examples. */
    public static Card verb(Verb verb, Here here) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(Span.code(here.root() + " " + verb.usage())));
        body.add(Element.paragraph(verb.help()));
        body.add(new Element.Heading("For example"));
        body.add(new Element.Lines(verb.examples().stream()
                .map(line -> List.of(Span.code(here.example(line))))
                .toList()));
        if (!verb.others().isEmpty())
            body.add(Element.context(Span.text("The same: " + String.join(", ", verb.others()) + ".")));
        return new Card(
                verb.word() + ": " + verb.brief(),
                Tone.NEUTRAL,
                List.of(Span.strong(verb.word()), Span.text(": " + verb.brief())),
                body,
                List.of(Button.of("All commands", Verb.HELP.word())),
                List.of());
    }

    private static Stream<Verb> verbs(Purpose purpose) {
        return Stream.of(Verb.values()).filter(verb -> verb.purpose() == purpose);
    }

    private static String typed(Here here, Verb verb) {
        return verb == Verb.OVERVIEW ? here.root() : here.root() + " " + verb.usage();
    }
}

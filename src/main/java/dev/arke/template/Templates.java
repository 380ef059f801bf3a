package dev.arke.template;

import dev.arke.alert.CleanText;
import dev.arke.alert.PageTemplate;
import dev.arke.card.Card;
import dev.arke.responder.ContactKind;
import dev.arke.template.Jinja.Filled;
import java.util.Optional;

/** The words that services have of their own for their pages. It throws nothing; for any number of threads. */
public final class Templates {
    private static final int LONGEST_SUBJECT = 200;

    private Templates() {}

    /** What came of filling one in. */
    public sealed interface Page {
        record Worded(Card card) implements Page {}

        /**
         * {@code problem} is the end of a sentence, {@code cause} the same for all failures of one cause, whatever the alert said;
         * {@code isTooMuch}: its budget was spent before its end.
         */
        record Failed(String problem, String cause, boolean isTooMuch) implements Page {}
    }

    /** What a page says. {@code subject} may be blank. */
    record Words(String subject, String body) {}

    /** A page in the words of this template, both texts within one budget; {@code usual} is the same in the usual ones. */
    public static Page page(PageTemplate template, PageVariables about, ContactKind way, Card usual, Budget budget) {
        var variables = about.all();
        return switch (Jinja.fill(template.subject(), variables, budget)) {
            case Filled.Not not ->
                new Page.Failed("its subject " + not.problem(), "subject " + not.cause(), not.isTooMuch());
            case Filled.Text(var subject) ->
                switch (Jinja.fill(template.body(), variables, budget)) {
                    case Filled.Not not -> new Page.Failed("it " + not.problem(), not.cause(), not.isTooMuch());
                    case Filled.Text(var body) -> worded(words(subject, body), about, way, usual);
                };
        };
    }

    private static Words words(String subject, String body) {
        return new Words(
                CleanText.cut(CleanText.line(subject), LONGEST_SUBJECT),
                CleanText.of(body).strip());
    }

    private static Page worded(Words words, PageVariables about, ContactKind way, Card usual) {
        return words.body().isEmpty()
                ? new Page.Failed("it says nothing", "nothing", false)
                : new Page.Worded(TemplatedCard.of(words, about.view(), way, usual));
    }

    /** Why nothing can be filled in here, whatever an alert says; the end of a sentence that begins with "it". */
    public static Optional<String> problem(String template) {
        return Jinja.problem(template);
    }
}

package dev.arke.chat;

import dev.arke.card.Button;
import java.util.List;
import java.util.Map;

/** What the parser makes of a line. Nothing has been done yet. */
public sealed interface Parsed {
    record Understood(Command command) implements Parsed {}

    /**
     * The verb needs more and a form asks for it. {@code given} is what the line said already, by input name:
     * {@code incidents} ("1042 1043"), {@code target}, {@code priority}, {@code text}, {@code day} ("2027-03-08");
     * {@code new}: nothing that is there is meant; {@code deed}: which of the verb's forms.
     */
    record FormWanted(Verb verb, Map<String, String> given) implements Parsed {
        public static final String INCIDENTS = "incidents";
        public static final String TARGET = "target";
        public static final String PRIORITY = "priority";
        public static final String TEXT = "text";
        public static final String INSTEAD_OF = "instead_of";
        public static final String NEW = "new";
        public static final String DAY = "day";
        public static final String DEED = "deed";

        public FormWanted {
            given = Map.copyOf(given);
        }
    }

    /** A typo: corrected lines, to be offered as buttons. Never empty, and none has been run. */
    record DidYouMean(String typed, List<String> lines) implements Parsed {
        public DidYouMean {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Not understood. {@code problem} is what is wrong; {@code say} is a line to type instead, without the root command;
     * {@code buttons} run what was probably meant.
     */
    record Misunderstood(Complaint problem, String say, List<Button> buttons) implements Parsed {
        public Misunderstood {
            buttons = List.copyOf(buttons);
        }

        /** {@code parts} are put into the complaint of this key. */
        static Misunderstood of(String key, String say, Object... parts) {
            return of(Complaint.of(key, parts), say);
        }

        static Misunderstood of(Complaint problem, String say) {
            return new Misunderstood(problem, say, List.of());
        }

        /** What is wrong, in English. */
        String what() {
            return problem.in(GrammarPhrases.ENGLISH);
        }
    }
}

package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.IncidentQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to {@code list}: the newest incidents, how many there are in all, and how to narrow or widen it. */
public final class IncidentListCard {
    private IncidentListCard() {}

    /**
     * What was asked for: the words before and after "incidents" ("open urgent", "for payments"), and whether it was
     * everything there is.
     */
    public record What(String which, String whose, boolean isEverywhere) {
        private String title(int total) {
            var number = total == 0 ? "No" : String.valueOf(total);
            return number + " " + which + (total == 1 ? " incident " : " incidents ") + whose;
        }
    }

    /** {@code root} is the root command; {@code counts} are of all, shown or not. */
    public static Card of(
            What what, List<ListedIncident> newest, Map<IncidentQuery.State, Integer> counts, String root) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        var title = what.title(total);
        var body = new ArrayList<Element>();
        if (total == 0) {
            body.add(nothing(what, root));
        } else {
            if (counts.size() > 1) body.add(Element.paragraph(counted(counts)));
            body.add(ListedIncident.lines(newest));
            var take = ListedIncident.takeButtons(newest);
            if (!take.isEmpty()) body.add(new Element.Actions(take));
            body.add(hint(newest.size(), total, root));
        }
        return new Card(
                title,
                counts.containsKey(IncidentQuery.State.TRIGGERED) ? Tone.WARNING : Tone.NEUTRAL,
                List.of(Span.text(title)),
                body,
                List.of(
                        Button.of("Only mine", "list mine"),
                        Button.of("All teams", "list all"),
                        Button.of("Page somebody", "page")),
                List.of());
    }

    private static Element nothing(What what, String root) {
        if (what.isEverywhere()) return Element.paragraph("Nothing to do.");
        return Element.paragraph(
                Span.text("Nothing to do here. To look everywhere, type "),
                Span.code(root + " list all"),
                Span.text("."));
    }

    private static String counted(Map<IncidentQuery.State, Integer> counts) {
        return Stream.of(IncidentQuery.State.values())
                .filter(counts::containsKey)
                .map(state -> counts.get(state) + " " + state.word())
                .collect(Collectors.joining(", ", "", "."));
    }

    private static Element hint(int shown, int total, String root) {
        if (shown == total)
            return Element.context(
                    Span.text("More about one of them: "), Span.code(root + " show NUMBER"), Span.text("."));
        return Element.context(
                Span.text("These are the newest " + shown + " of " + total + ". To see fewer, say which: "),
                Span.code(root + " list mine"),
                Span.text(", "),
                Span.code(root + " list urgent"),
                Span.text(", "),
                Span.code(root + " list triggered"),
                Span.text(" or a team or service."));
    }
}

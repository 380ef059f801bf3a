package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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
     * What was asked for: the words of its states and priorities, and of whose it is, and whether it was everything
     * there is.
     */
    public record What(String which, String whose, boolean isEverywhere) {
        private String title(int total, Phrases say) {
            return switch (total) {
                case 0 -> say.say("list.none", which, whose);
                case 1 -> say.say("list.one", which, whose);
                default -> say.say("list.many", which, whose, total);
            };
        }
    }

    /** {@code root} is the root command; {@code counts} are of all, shown or not. */
    public static Card of(
            What what,
            List<ListedIncident> newest,
            Map<IncidentQuery.State, Integer> counts,
            String root,
            Phrases say) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        var title = what.title(total, say);
        var body = new ArrayList<Element>();
        if (total == 0) {
            body.add(nothing(what, root, say));
        } else {
            if (counts.size() > 1) body.add(Element.paragraph(counted(counts, say)));
            body.add(ListedIncident.lines(newest, say));
            var take = ListedIncident.takeButtons(newest, say);
            if (!take.isEmpty()) body.add(new Element.Actions(take));
            body.add(hint(newest.size(), total, root, say));
        }
        return new Card(
                title,
                counts.containsKey(IncidentQuery.State.TRIGGERED) ? Tone.WARNING : Tone.NEUTRAL,
                List.of(Span.text(title)),
                body,
                List.of(
                        Button.of(say.say("list.button.mine"), "list mine"),
                        Button.of(say.say("list.button.all"), "list all"),
                        Button.of(say.say("list.button.page"), "page")),
                List.of());
    }

    private static Element nothing(What what, String root, Phrases say) {
        return what.isEverywhere()
                ? Element.paragraph(say.say("list.nothing"))
                : new Element.Paragraph(say.spans("list.nothing.here", Span.code(root + " list all")));
    }

    private static String counted(Map<IncidentQuery.State, Integer> counts, Phrases say) {
        return Stream.of(IncidentQuery.State.values())
                .filter(counts::containsKey)
                .map(state -> counts.get(state) + " " + say.say("list.state." + state.word()))
                .collect(Collectors.joining(", ", "", "."));
    }

    private static Element hint(int shown, int total, String root, Phrases say) {
        if (shown == total) return new Element.Context(say.spans("list.show", Span.code(root + " show NUMBER")));
        return new Element.Context(say.spans(
                "list.fewer",
                Span.text(String.valueOf(shown)),
                Span.text(String.valueOf(total)),
                Span.code(root + " list mine"),
                Span.code(root + " list urgent"),
                Span.code(root + " list triggered")));
    }
}

package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** The answer to the command with nothing after it: what concerns me now, and what I can do about it. */
public final class OverviewCard {
    private static final int MOST_INCIDENTS = 8;
    private static final int MOST_SHIFTS = 3;

    private static final String QUIET = "All quiet: no open incident concerns you.";

    private OverviewCard() {}

    public static Card of(Overview overview) {
        var body = new ArrayList<Element>();
        if (overview.isKnown()) body.addAll(me(overview));
        incidents("You were paged, and nobody has it yet", overview.paged(), body);
        incidents("You have", overview.had(), body);
        incidents(
                overview.paged().isEmpty() ? "Nobody has it yet" : "Nobody has these either",
                overview.unclaimed(),
                body);
        boolean quiet = overview.paged().isEmpty()
                && overview.had().isEmpty()
                && overview.unclaimed().isEmpty();
        if (quiet) body.add(Element.paragraph(QUIET));
        for (var team : overview.teams()) {
            body.add(new Element.Heading("On call for " + team.team()));
            body.addAll(WhoCard.of(team, overview.now()).body());
        }
        return new Card(
                summary(overview),
                tone(overview, quiet),
                List.of(Span.text("What concerns you now")),
                body,
                List.of(
                        Button.of("Open incidents", "list"),
                        Button.of("Page somebody", "page"),
                        Button.of("How I reach you", "me"),
                        Button.of("Help", "help")),
                List.of());
    }

    private static List<Element> me(Overview overview) {
        var lines = ShiftLines.lines(overview.shifts(), overview.now(), MOST_SHIFTS);
        boolean onCall = ShiftLines.isOnCall(overview.shifts(), overview.now());
        var said = new ArrayList<Element>();
        said.add(Element.paragraph(
                onCall
                        ? "You are on call."
                        : lines.isEmpty()
                                ? "You are not on call, and no shift of yours is planned."
                                : "You are not on call now."));
        if (!lines.isEmpty()) said.add(new Element.Lines(lines));
        return said;
    }

    private static void incidents(String heading, List<ListedIncident> incidents, List<Element> body) {
        if (incidents.isEmpty()) return;
        var shown = incidents.subList(0, Math.min(MOST_INCIDENTS, incidents.size()));
        body.add(new Element.Heading(heading));
        body.add(ListedIncident.lines(shown));
        var take = ListedIncident.takeButtons(shown);
        if (!take.isEmpty()) body.add(new Element.Actions(take));
        int more = incidents.size() - shown.size();
        if (more > 0) body.add(Element.context(Span.text("And " + more + " more: click Open incidents.")));
    }

    private static String summary(Overview overview) {
        int unclaimed = overview.paged().size() + overview.unclaimed().size();
        int had = overview.had().size();
        if (unclaimed + had == 0) return QUIET;
        var waiting = unclaimed == 1 ? "1 incident that nobody has yet" : unclaimed + " incidents that nobody has yet";
        return unclaimed == 0 ? "You have " + had : had == 0 ? waiting : waiting + ", you have " + had;
    }

    private static Tone tone(Overview overview, boolean quiet) {
        if (quiet) return Tone.NEUTRAL;
        if (!overview.paged().isEmpty()) return Tone.ALARM;
        return overview.unclaimed().isEmpty() ? Tone.CLAIMED : Tone.WARNING;
    }
}

package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** The answer to the command with nothing after it: what concerns me now, and what I can do about it. */
public final class OverviewCard {
    private static final int MOST_INCIDENTS = 8;
    private static final int MOST_SHIFTS = 3;

    private OverviewCard() {}

    public static Card of(Overview overview, Phrases say) {
        var body = new ArrayList<Element>();
        if (overview.isKnown()) body.addAll(me(overview, say));
        incidents("overview.paged", overview.paged(), body, say);
        incidents("overview.had", overview.had(), body, say);
        incidents(
                overview.paged().isEmpty() ? "overview.unclaimed" : "overview.unclaimed.too",
                overview.unclaimed(),
                body,
                say);
        boolean quiet = overview.paged().isEmpty()
                && overview.had().isEmpty()
                && overview.unclaimed().isEmpty();
        if (quiet) body.add(Element.paragraph(say.say("overview.quiet")));
        for (var team : overview.teams()) {
            body.add(new Element.Heading(say.say("who.title", team.team())));
            body.addAll(WhoCard.of(team, overview.now(), say).body());
        }
        return new Card(
                summary(overview, say),
                tone(overview, quiet),
                say.spans("overview.title"),
                body,
                List.of(
                        Button.of(say.say("overview.button.list"), "list"),
                        Button.of(say.say("list.button.page"), "page"),
                        Button.of(say.say("overview.button.me"), "me"),
                        Button.of(say.say("overview.button.help"), "help")),
                List.of());
    }

    private static List<Element> me(Overview overview, Phrases say) {
        var lines = ShiftLines.lines(overview.shifts(), overview.now(), MOST_SHIFTS, say);
        boolean onCall = ShiftLines.isOnCall(overview.shifts(), overview.now());
        var off = lines.isEmpty() ? "overview.off.none" : "overview.off";
        var said = new ArrayList<Element>();
        said.add(Element.paragraph(say.say(onCall ? "overview.on" : off)));
        if (!lines.isEmpty()) said.add(new Element.Lines(lines));
        return said;
    }

    private static void incidents(String heading, List<ListedIncident> incidents, List<Element> body, Phrases say) {
        if (incidents.isEmpty()) return;
        var shown = incidents.subList(0, Math.min(MOST_INCIDENTS, incidents.size()));
        body.add(new Element.Heading(say.say(heading)));
        body.add(ListedIncident.lines(shown, say));
        var take = ListedIncident.takeButtons(shown, say);
        if (!take.isEmpty()) body.add(new Element.Actions(take));
        int more = incidents.size() - shown.size();
        if (more > 0) body.add(Element.context(Span.text(say.say("overview.more", more))));
    }

    private static String summary(Overview overview, Phrases say) {
        int unclaimed = overview.paged().size() + overview.unclaimed().size();
        int had = overview.had().size();
        if (unclaimed == 0) return had == 0 ? say.say("overview.quiet") : say.say("overview.have", had);
        var waiting = say.count("overview.waiting", unclaimed);
        return had == 0 ? waiting : say.say("overview.waiting.have", waiting, had);
    }

    private static Tone tone(Overview overview, boolean quiet) {
        if (quiet) return Tone.NEUTRAL;
        if (!overview.paged().isEmpty()) return Tone.ALARM;
        return overview.unclaimed().isEmpty() ? Tone.CLAIMED : Tone.WARNING;
    }
}

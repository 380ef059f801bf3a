package dev.arke.chat;

import dev.arke.calendar.Finding;
import dev.arke.calendar.TeamCoverage;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the calendars of teams in the weeks to come. */
public final class CoverageCard {
    private static final int SHOWN = 12;
    private static final int MOST_TEAMS = 6;
    private static final int SHOWN_OF_EACH = 4;

    private CoverageCard() {}

    public static Card of(TeamCoverage coverage) {
        var body = new ArrayList<Element>();
        if (coverage.findings().isEmpty())
            body.add(Element.paragraph(
                    Span.text("Nothing is wrong up to "),
                    Span.dateTime(coverage.during().end()),
                    Span.text(": no gap, no double cover, everybody can be reached and has time to rest.")));
        else body.addAll(lines(coverage, SHOWN));
        return new Card(
                coverage.findings().isEmpty()
                        ? "Nothing is wrong with the calendar of " + coverage.team()
                        : number(coverage.findings().size()) + " on the calendar of " + coverage.team(),
                tone(coverage.findings()),
                List.of(Span.text("Coverage of "), Span.strong(coverage.team())),
                body,
                List.of(Button.of("Shifts", "shifts " + Names.quoted(coverage.team()))),
                List.of());
    }

    /** What admins hear by themselves; {@code isNew}: since a change, else all there is. */
    public static Card told(TeamCoverage coverage, boolean isNew) {
        return new Card(
                number(coverage.findings().size()) + " on the calendar of " + coverage.team(),
                tone(coverage.findings()),
                List.of(
                        Span.text(isNew ? "A change of the calendar of " : "To look at on the calendar of "),
                        Span.strong(coverage.team()),
                        Span.text(isNew ? " leaves this to look at" : "")),
                lines(coverage, SHOWN_OF_EACH),
                List.of(Button.of(
                        "Coverage of " + coverage.team(), "report coverage " + Names.quoted(coverage.team()))),
                List.of());
    }

    /** For those who look after several teams; those without findings are left out, at least one has some. */
    public static Card warnings(List<TeamCoverage> teams) {
        var body = new ArrayList<Element>();
        var findings = new ArrayList<Finding>();
        teams.forEach(team -> findings.addAll(team.findings()));
        var wrong = teams.stream().filter(team -> !team.findings().isEmpty()).toList();
        for (var team : wrong.subList(0, Math.min(MOST_TEAMS, wrong.size()))) {
            body.add(new Element.Heading(team.team()));
            body.addAll(lines(team, SHOWN_OF_EACH));
            body.add(new Element.Actions(
                    List.of(Button.of("Coverage of " + team.team(), "report coverage " + Names.quoted(team.team())))));
        }
        if (wrong.size() > MOST_TEAMS)
            body.add(Element.context(Span.text("And something in " + (wrong.size() - MOST_TEAMS) + " more teams.")));
        return new Card(
                number(findings.size()) + " on your teams' calendars",
                tone(findings),
                List.of(Span.text("Coverage: what to look at")),
                body,
                List.of(),
                List.of());
    }

    private static List<Element> lines(TeamCoverage coverage, int most) {
        var words = new FindingWords(coverage.names());
        var findings = coverage.findings();
        var elements = new ArrayList<Element>();
        elements.add(
                new Element.Lines(findings.stream().limit(most).map(words::line).toList()));
        if (findings.size() > most)
            elements.add(Element.context(Span.text("And " + (findings.size() - most) + " more.")));
        return elements;
    }

    private static String number(int findings) {
        return findings == 1 ? "1 thing to look at" : findings + " things to look at";
    }

    /** A page may be lost to a gap and to whoever cannot be reached. */
    private static Tone tone(List<Finding> findings) {
        if (findings.isEmpty()) return Tone.GOOD;
        return findings.stream().anyMatch(one -> one instanceof Finding.Gap || one instanceof Finding.Unreachable)
                ? Tone.ALARM
                : Tone.WARNING;
    }
}

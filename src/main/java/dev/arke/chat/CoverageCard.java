package dev.arke.chat;

import dev.arke.calendar.Finding;
import dev.arke.calendar.TeamCoverage;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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

    public static Card of(TeamCoverage coverage, Phrases say) {
        var body = new ArrayList<Element>();
        if (coverage.findings().isEmpty())
            body.add(new Element.Paragraph(
                    say.spans("coverage.good", Span.dateTime(coverage.during().end()))));
        else body.addAll(lines(coverage, SHOWN, say));
        return new Card(
                coverage.findings().isEmpty()
                        ? say.say("coverage.good.summary", coverage.team())
                        : summary(coverage, say),
                tone(coverage.findings()),
                say.spans("coverage.title", Span.strong(coverage.team())),
                body,
                List.of(Button.of(say.say("coverage.shifts"), "shifts " + Names.quoted(coverage.team()))),
                List.of());
    }

    /** What admins hear by themselves; {@code isNew}: since a change, else all there is. */
    public static Card told(TeamCoverage coverage, boolean isNew, Phrases say) {
        return new Card(
                summary(coverage, say),
                tone(coverage.findings()),
                say.spans(isNew ? "coverage.told.new" : "coverage.told", Span.strong(coverage.team())),
                lines(coverage, SHOWN_OF_EACH, say),
                List.of(button(coverage, say)),
                List.of());
    }

    /** For those who look after several teams; those without findings are left out, at least one has some. */
    public static Card warnings(List<TeamCoverage> teams, Phrases say) {
        var body = new ArrayList<Element>();
        var findings = new ArrayList<Finding>();
        teams.forEach(team -> findings.addAll(team.findings()));
        var wrong = teams.stream().filter(team -> !team.findings().isEmpty()).toList();
        for (var team : wrong.subList(0, Math.min(MOST_TEAMS, wrong.size()))) {
            body.add(new Element.Heading(team.team()));
            body.addAll(lines(team, SHOWN_OF_EACH, say));
            body.add(new Element.Actions(List.of(button(team, say))));
        }
        if (wrong.size() > MOST_TEAMS)
            body.add(Element.context(Span.text(say.say("coverage.teams", wrong.size() - MOST_TEAMS))));
        return new Card(
                say.say("coverage.all.summary", number(findings.size(), say)),
                tone(findings),
                List.of(Span.text(say.say("coverage.all.title"))),
                body,
                List.of(),
                List.of());
    }

    private static Button button(TeamCoverage coverage, Phrases say) {
        return Button.of(
                say.say("coverage.button", coverage.team()), "report coverage " + Names.quoted(coverage.team()));
    }

    private static String summary(TeamCoverage coverage, Phrases say) {
        return say.say("coverage.summary", number(coverage.findings().size(), say), coverage.team());
    }

    private static List<Element> lines(TeamCoverage coverage, int most, Phrases say) {
        var words = new FindingWords(coverage.names(), say);
        var findings = coverage.findings();
        var elements = new ArrayList<Element>();
        elements.add(
                new Element.Lines(findings.stream().limit(most).map(words::line).toList()));
        if (findings.size() > most) elements.add(Element.context(Span.text(say.say("more", findings.size() - most))));
        return elements;
    }

    private static String number(int findings, Phrases say) {
        return findings == 1 ? say.say("coverage.one") : say.say("coverage.many", findings);
    }

    /** A page may be lost to a gap and to whoever cannot be reached. */
    private static Tone tone(List<Finding> findings) {
        if (findings.isEmpty()) return Tone.GOOD;
        return findings.stream().anyMatch(one -> one instanceof Finding.Gap || one instanceof Finding.Unreachable)
                ? Tone.ALARM
                : Tone.WARNING;
    }
}

package dev.arke.chat;

import dev.arke.calendar.ReportLine;
import dev.arke.calendar.Role;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people stood of their duties and how often they were paged, over some days. */
public final class ReportCard {
    private static final int SHOWN = 40;

    private ReportCard() {}

    /** What a report is about: a name, its kind, and its days, both included. */
    public record About(String name, boolean isTeam, LocalDate first, LocalDate last) {
        /** Of letters, digits, dots, dashes and underscores. */
        public String fileName() {
            return ("report-" + name + "-" + first + "-" + last).replaceAll("[^\\w.-]+", "-") + ".csv";
        }

        String line(LocalDate from, LocalDate to) {
            return "report " + Names.quoted(name) + " " + from + " to " + to;
        }
    }

    /** The same as a file to take along; {@code page} gives it too, for an hour. */
    public static Card csv(About about, List<ReportLine> lines, URI page) {
        var name = about.fileName();
        var file = new Element.TextFile(
                name,
                name + ", " + times(lines.size(), "line"),
                ReportCsv.of(about.first(), about.last(), lines),
                Optional.of(page));
        return Card.line("Report on " + about.name() + " from " + about.first() + " to " + about.last() + ":")
                .and(file);
    }

    public static Card of(About about, List<ReportLine> lines) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(
                "From " + about.first() + " to " + about.last() + ", both included; only what is past counts."));
        ReportChart.of(about, lines).ifPresent(body::add);
        if (lines.isEmpty()) body.add(Element.paragraph("Nobody stood anything in that time, and nobody was paged."));
        else
            body.add(new Element.Lines(
                    lines.stream().limit(SHOWN).map(line -> line(line, about)).toList()));
        if (lines.size() > SHOWN)
            body.add(Element.context(Span.text("And " + (lines.size() - SHOWN) + " more lines.")));
        body.add(Element.context(Span.text(
                "Night is from 22:00 to 6:00, weekend Saturday and Sunday, in each person's own zone; holidays are"
                        + " those of the country or region that the team file says of them.")));
        return new Card(
                "Report on " + about.name(),
                Tone.NEUTRAL,
                List.of(Span.text("Report on "), Span.strong(about.name())),
                body,
                List.of(
                        Button.of(
                                "Month before",
                                about.line(
                                        about.first().minusMonths(1).withDayOfMonth(1),
                                        about.first().withDayOfMonth(1).minusDays(1))),
                        Button.of("As CSV", about.line(about.first(), about.last()) + " csv")),
                List.of());
    }

    private static List<Span> line(ReportLine line, About about) {
        var tally = line.tally();
        var duty = tally.held().duty().map(Role.Duty::word);
        var who = about.isTeam() ? new Span.Mention(tally.held().who(), line.who()) : Span.strong(line.team());
        var said = new ArrayList<String>();
        if (duty.isPresent()) {
            var team = about.isTeam() && !line.team().equals(about.name()) ? " of " + line.team() : "";
            said.add(FindingWords.hours(tally.time()) + " as " + duty.get() + team + " in "
                    + times(tally.turns(), "turn"));
            add(tally.nights(), "at night", said);
            add(tally.weekends(), "at weekends", said);
            add(tally.holidays(), "on public holidays", said);
        }
        if (tally.paged().all() > 0)
            said.add("paged " + times(tally.paged().all(), "time")
                    + (duty.isEmpty() ? " while not on duty" : "")
                    + (tally.paged().atNight() == 0 ? "" : ", " + tally.paged().atNight() + " of them at night"));
        if (tally.covers() > 0) said.add("stood in for others in " + times(tally.covers(), "shift"));
        if (tally.covered() > 0) said.add("was stood in for in " + times(tally.covered(), "shift"));
        return List.of(who, Span.text(": " + String.join("; ", said) + "."));
    }

    private static void add(Duration length, String when, List<String> said) {
        if (length.toMinutes() > 0) said.add(FindingWords.hours(length) + " " + when);
    }

    private static String times(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

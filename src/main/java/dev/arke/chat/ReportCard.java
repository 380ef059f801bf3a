package dev.arke.chat;

import dev.arke.calendar.ReportLine;
import dev.arke.calendar.Role;
import dev.arke.calendar.Tally;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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
    public static Card csv(About about, List<ReportLine> lines, URI page, Phrases say) {
        var name = about.fileName();
        var file = new Element.TextFile(
                name,
                say.count("report.csv.lines", lines.size(), name),
                ReportCsv.of(about.first(), about.last(), lines),
                Optional.of(page));
        return Card.line(say.say("report.csv", about.name(), about.first(), about.last()))
                .and(file);
    }

    public static Card of(About about, List<ReportLine> lines, Phrases say) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(say.say("report.days", about.first(), about.last())));
        ReportChart.of(about, lines, say).ifPresent(body::add);
        if (lines.isEmpty()) body.add(Element.paragraph(say.say("report.empty")));
        else
            body.add(new Element.Lines(lines.stream()
                    .limit(SHOWN)
                    .map(line -> line(line, about, say))
                    .toList()));
        if (lines.size() > SHOWN) body.add(Element.context(Span.text(say.say("report.more", lines.size() - SHOWN))));
        body.add(Element.context(Span.text(say.say("report.night"))));
        return new Card(
                say.say("report.title", about.name()),
                Tone.NEUTRAL,
                say.spans("report.title", Span.strong(about.name())),
                body,
                List.of(
                        Button.of(
                                say.say("report.button.before"),
                                about.line(
                                        about.first().minusMonths(1).withDayOfMonth(1),
                                        about.first().withDayOfMonth(1).minusDays(1))),
                        Button.of(say.say("report.button.csv"), about.line(about.first(), about.last()) + " csv")),
                List.of());
    }

    private static List<Span> line(ReportLine line, About about, Phrases say) {
        var tally = line.tally();
        var duty = tally.held().duty().map(Role.Duty::word);
        var who = about.isTeam() ? new Span.Mention(tally.held().who(), line.who()) : Span.strong(line.team());
        var said = new ArrayList<String>();
        if (duty.isPresent()) {
            boolean isElsewhere = about.isTeam() && !line.team().equals(about.name());
            var of = isElsewhere ? say.say("duty.of", duty.get(), line.team()) : duty.get();
            said.add(say.count("report.stood", tally.turns(), FindingWords.hours(tally.time()), of));
            add("report.nights", tally.nights(), said, say);
            add("report.weekends", tally.weekends(), said, say);
            add("report.holidays", tally.holidays(), said, say);
        }
        if (tally.paged().all() > 0) said.add(paged(tally, duty.isPresent(), say));
        if (tally.covers() > 0) said.add(say.count("report.covers", tally.covers()));
        if (tally.covered() > 0) said.add(say.count("report.covered", tally.covered()));
        return say.spans("report.line", who, Span.text(String.join("; ", said)));
    }

    private static String paged(Tally tally, boolean isOnDuty, Phrases say) {
        var times = say.count("report.paged", tally.paged().all());
        var when = isOnDuty ? times : say.say("report.paged.off", times);
        int atNight = tally.paged().atNight();
        return atNight == 0 ? when : say.say("report.paged.night", when, atNight);
    }

    private static void add(String key, Duration length, List<String> said, Phrases say) {
        if (length.toMinutes() > 0) said.add(say.say(key, FindingWords.hours(length)));
    }
}

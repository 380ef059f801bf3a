package dev.arke.chat;

import dev.arke.calendar.ReportLine;
import dev.arke.card.BarChart;
import dev.arke.card.BarChart.Row;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hours of a report as a chart: what somebody stood by day and by night, and how often they were paged. */
final class ReportChart {
    private static final int MOST = 20;
    private static final double MINUTES = 60;

    private ReportChart() {}

    /** Of a team's people, or of a person's teams; empty where nothing was stood. */
    static Optional<Element> of(ReportCard.About about, List<ReportLine> lines, Phrases say) {
        var byName = new LinkedHashMap<String, List<ReportLine>>();
        for (var line : lines)
            byName.computeIfAbsent(about.isTeam() ? line.who() : line.team(), any -> new ArrayList<>())
                    .add(line);
        var rows = new ArrayList<Row>();
        byName.forEach((name, of) -> rows.add(row(name, of, say)));
        if (rows.stream().noneMatch(row -> row.sum() > 0)) return Optional.empty();
        var heading = say.say("report.chart", about.name(), about.first(), about.last());
        var shown = rows.subList(0, Math.min(MOST, rows.size()));
        var chart = new BarChart(heading, List.of(say.say("report.chart.day"), say.say("report.chart.night")), shown);
        var alt = rows.stream()
                .map(row -> say.say("report.chart.row", row.label(), row.words()))
                .collect(Collectors.joining(". ", heading + ". ", "."));
        return Optional.of(new Element.Picture(chart, alt));
    }

    private static Row row(String name, List<ReportLine> lines, Phrases say) {
        var time = Duration.ZERO;
        var nights = Duration.ZERO;
        int pages = 0;
        for (var line : lines) {
            time = time.plus(line.tally().time());
            nights = nights.plus(line.tally().nights());
            pages += line.tally().paged().all();
        }
        var words = pages == 0
                ? FindingWords.hours(time)
                : say.count("report.chart.pages", pages, FindingWords.hours(time));
        return new Row(name, List.of(time.minus(nights).toMinutes() / MINUTES, nights.toMinutes() / MINUTES), words);
    }
}

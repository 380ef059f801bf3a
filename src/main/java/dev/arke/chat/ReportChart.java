package dev.arke.chat;

import dev.arke.calendar.ReportLine;
import dev.arke.card.BarChart;
import dev.arke.card.BarChart.Row;
import dev.arke.card.Element;
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
    static Optional<Element> of(ReportCard.About about, List<ReportLine> lines) {
        var byName = new LinkedHashMap<String, List<ReportLine>>();
        for (var line : lines)
            byName.computeIfAbsent(about.isTeam() ? line.who() : line.team(), any -> new ArrayList<>())
                    .add(line);
        var rows = new ArrayList<Row>();
        byName.forEach((name, of) -> rows.add(row(name, of)));
        if (rows.stream().noneMatch(row -> row.sum() > 0)) return Optional.empty();
        var heading = about.name() + " · hours on call, " + about.first() + " to " + about.last();
        var shown = rows.subList(0, Math.min(MOST, rows.size()));
        var chart = new BarChart(heading, List.of("by day", "by night"), shown);
        var alt = rows.stream()
                .map(row -> row.label() + ": " + row.words())
                .collect(Collectors.joining(". ", heading + ". ", "."));
        return Optional.of(new Element.Picture(chart, alt));
    }

    private static Row row(String name, List<ReportLine> lines) {
        var time = Duration.ZERO;
        var nights = Duration.ZERO;
        int pages = 0;
        for (var line : lines) {
            time = time.plus(line.tally().time());
            nights = nights.plus(line.tally().nights());
            pages += line.tally().paged().all();
        }
        var words = FindingWords.hours(time) + (pages == 0 ? "" : ", " + pages + (pages == 1 ? " page" : " pages"));
        return new Row(name, List.of(time.minus(nights).toMinutes() / MINUTES, nights.toMinutes() / MINUTES), words);
    }
}

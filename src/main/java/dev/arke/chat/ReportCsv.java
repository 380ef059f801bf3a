package dev.arke.chat;

import dev.arke.calendar.ReportLine;
import dev.arke.calendar.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as CSV (RFC 4180), for on-call pay: a line for each person, team and duty; times are in hours. */
public final class ReportCsv {
    private static final List<String> HEAD = List.of(
            "from",
            "to",
            "person",
            "team",
            "duty",
            "turns",
            "hours",
            "night_hours",
            "weekend_hours",
            "holiday_hours",
            "pages",
            "pages_at_night",
            "covers_for_others",
            "covered_by_others");

    private ReportCsv() {}

    /** Of the days from the first to the last. */
    public static String of(LocalDate first, LocalDate last, List<ReportLine> lines) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        lines.forEach(line -> rows.add(row(first, last, line)));
        return rows.stream()
                .map(row -> row.stream().map(ReportCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<String> row(LocalDate first, LocalDate last, ReportLine line) {
        var tally = line.tally();
        return List.of(
                first.toString(),
                last.toString(),
                line.who(),
                line.team(),
                tally.held().duty().map(Role.Duty::word).orElse(""),
                String.valueOf(tally.turns()),
                hours(tally.time()),
                hours(tally.nights()),
                hours(tally.weekends()),
                hours(tally.holidays()),
                String.valueOf(tally.paged().all()),
                String.valueOf(tally.paged().atNight()),
                String.valueOf(tally.covers()),
                String.valueOf(tally.covered()));
    }

    private static String hours(Duration length) {
        return String.format(Locale.ROOT, "%.2f", length.toSeconds() / 3600.0);
    }

    /** What a spreadsheet would run as a formula begins with an apostrophe instead. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}

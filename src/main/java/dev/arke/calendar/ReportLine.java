package dev.arke.calendar;

/** One line of a report: a tally with the names of its person and team. */
public record ReportLine(String who, String team, Tally tally) {}

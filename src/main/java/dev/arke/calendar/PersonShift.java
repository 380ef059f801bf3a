package dev.arke.calendar;

/** One stretch of a person's own calendar: on duty for a team, or absent, without a break. */
public record PersonShift(String team, Role role, Interval interval) {}

package dev.arke.ical;

import dev.arke.calendar.AbsenceCalendars.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A calendar file cut into its time zones and events, so that what is broken in one event costs no other. Of an event only the
 * lines that say when it is are kept: those of programs' own, and of people's words, break most.
 */
final class EventText {
    private static final Pattern PROPERTY = Pattern.compile("([A-Za-z0-9-]+)[;:].*", Pattern.DOTALL);
    private static final String END_OF_LINE = "\r\n";
    private static final Set<String> WANTED = Set.of(
            "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "SEQUENCE");

    private final Map<Integer, String> events = new LinkedHashMap<>();
    private final StringBuilder zones = new StringBuilder();
    private final List<Unread> unread = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private StringBuilder event = new StringBuilder();
    private int eventAt;
    private boolean isKept;

    private EventText() {}

    static EventText of(String file) {
        var text = new EventText();
        int number = 0;
        for (var line : file.split("\r\n|\n|\r", -1)) text.line(line, ++number);
        if (text.open.contains("VEVENT")) text.lost(text.eventAt, "the event has no end");
        return text;
    }

    /** Each event's text by the line it begins at. */
    Map<Integer, String> events() {
        return events;
    }

    String zones() {
        return zones.toString();
    }

    List<Unread> unread() {
        return unread;
    }

    private void line(String line, int number) {
        if (line.isEmpty()) return;
        boolean goesOn = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        if (open.contains("VTIMEZONE")) append(zones, line, goesOn);
        if (goesOn) {
            if (isKept) append(event, line, true);
            return;
        }
        isKept = false;
        var property = PROPERTY.matcher(line);
        if (!property.matches()) {
            if (!open.isEmpty()) lost(number, "this is no property of a calendar");
            return;
        }
        var name = property.group(1).toUpperCase(Locale.ROOT);
        var value = line.substring(line.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
        switch (name) {
            case "BEGIN" -> begin(value, number);
            case "END" -> end(value);
            default -> {
                isKept = WANTED.contains(name)
                        && !open.isEmpty()
                        && open.getLast().equals("VEVENT");
                if (isKept) append(event, line, false);
            }
        }
    }

    /** A folded line (RFC 5545, 3.1) becomes whole, so that what is looked for in it is not missed. */
    private static void append(StringBuilder to, String line, boolean goesOn) {
        if (goesOn && !to.isEmpty()) to.setLength(to.length() - END_OF_LINE.length());
        to.append(goesOn ? line.substring(1) : line).append(END_OF_LINE);
    }

    private void begin(String what, int number) {
        if (what.equals("VEVENT")) {
            if (open.remove("VEVENT")) lost(eventAt, "the event has no end");
            event = new StringBuilder();
            eventAt = number;
        }
        if (what.equals("VTIMEZONE")) zones.append("BEGIN:VTIMEZONE\r\n");
        open.add(what);
    }

    private void end(String what) {
        if (what.equals("VEVENT") && open.contains("VEVENT")) events.put(eventAt, event.toString());
        int at = open.lastIndexOf(what);
        if (at < 0) return;
        if (!what.equals("VEVENT") && open.subList(at, open.size()).contains("VEVENT"))
            lost(eventAt, "the event has no end");
        open.subList(at, open.size()).clear();
    }

    private void lost(int line, String why) {
        unread.add(new Unread(line, why));
    }
}

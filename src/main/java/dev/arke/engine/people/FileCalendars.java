package dev.arke.engine.people;

import dev.arke.calendar.Reminders.Own;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Of people's calendars what a team file can own. {@code reminders}: when they are reminded, of all who have said it;
 * {@code fromFile}: those for whom the file says it, not they themselves; {@code vacations}: the addresses, which are secrets, of
 * calendars that the file has followed.
 */
record FileCalendars(Map<UUID, List<Own>> reminders, Set<UUID> fromFile, Map<UUID, String> vacations) {}

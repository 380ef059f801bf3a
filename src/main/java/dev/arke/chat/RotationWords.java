package dev.arke.chat;

import dev.arke.calendar.Rotation;
import dev.arke.calendar.ShiftDiff;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.card.Phrases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Rotations in words: as a line says them again, and what a team hears when one has changed. */
public final class RotationWords {
    private RotationWords() {}

    /** All of it behind {@code rotation add NAME}, as {@code rotation edit} reads it too. */
    public static String fields(Rotation rotation, String roster) {
        return byField(rotation, Names.quoted(roster)).entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The same, each by its name, as {@link RotationPhrase} reads them. */
    public static Map<String, String> byField(Rotation rotation, String roster) {
        var when = rotation.recurrence();
        var windows = when.windows().stream().map(WeeklyWindow::text).collect(Collectors.joining(", "));
        var active = when.activeFrom().map(day -> "from " + day).orElse("")
                + when.activeUntil().map(day -> " until " + day).orElse("");
        var fields = new LinkedHashMap<String, String>();
        fields.put("role", rotation.fills().duty().word());
        fields.put("roster", roster);
        fields.put("every", when.cadence().text());
        fields.put("starting", when.anchor().toString());
        fields.put("zone", when.zone().getId());
        fields.put("during", windows.isEmpty() ? "always" : windows);
        fields.put("strategy", rotation.strategy().word());
        fields.put("horizon", rotation.horizon().toDays() + "d");
        fields.put("active", active.isEmpty() ? "always" : active.strip());
        return fields;
    }

    /** "primary, every 1w from 2026-01-05T09:00 in Europe/Paris, round-robin of roster main". */
    public static String summary(Rotation rotation, String roster, Phrases say) {
        var when = rotation.recurrence();
        var windows = when.windows().stream().map(WeeklyWindow::text).collect(Collectors.joining(", "));
        var words = say.say(
                windows.isEmpty() ? "rotation.summary" : "rotation.summary.during",
                rotation.fills().duty().word(),
                when.cadence().text(),
                when.anchor(),
                when.zone().getId(),
                rotation.strategy().word(),
                roster,
                windows);
        if (when.activeFrom().isPresent())
            words = say.say("rotation.from", words, when.activeFrom().get());
        if (when.activeUntil().isPresent())
            words = say.say("rotation.until", words, when.activeUntil().get());
        return rotation.paused() ? say.say("rotation.is.paused", words) : words;
    }

    public static String saved(boolean wasThere, Rotation rotation, String roster, String actor) {
        return actor + (wasThere ? " changed" : " added") + " rotation " + rotation.name() + ": "
                + summary(rotation, roster, ChangePhrases.ENGLISH) + ".";
    }

    public static String paused(Rotation rotation, String actor) {
        return actor
                + (rotation.paused()
                        ? " paused rotation " + rotation.name() + ": what is planned stays, nothing more is planned."
                        : " resumed rotation " + rotation.name() + ".");
    }

    public static String removed(Rotation rotation, String actor) {
        return actor + " removed rotation " + rotation.name() + ": its planned "
                + rotation.fills().duty().word() + " shifts are gone, work by hand stays.";
    }

    public static String refilled(Rotation rotation, ShiftDiff diff, String actor) {
        int changed = diff.added().size() + diff.moved().size() + diff.removed().size();
        return actor + " filled rotation " + rotation.name() + " anew: " + changed
                + (changed == 1 ? " shift is" : " shifts are") + " somebody else's now.";
    }
}

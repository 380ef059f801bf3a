package dev.arke.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody is on a team's calendar: on duty, and then they can be paged, or absent. */
public sealed interface Role {
    /** The lower-case word used in chat, tables and files. */
    String word();

    /** Reads a word, any case; empty when it can be no role's name. */
    static Optional<Role> parse(String word) {
        var lower = word.strip().toLowerCase(Locale.ROOT);
        for (var absence : Absence.values()) if (absence.word().equals(lower)) return Optional.of(absence);
        return Duty.NAME.matcher(lower).matches() ? Optional.of(new Duty(lower)) : Optional.empty();
    }

    /** A role that can be paged: one of the four known ones, or a team's own. */
    record Duty(String word) implements Role {
        private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");

        public static final Duty PRIMARY = new Duty("primary");
        public static final Duty SECONDARY = new Duty("secondary");
        public static final Duty SHADOW = new Duty("shadow");
        public static final Duty MANAGER = new Duty("manager");

        private static final List<Duty> KNOWN = List.of(PRIMARY, SECONDARY, SHADOW, MANAGER);

        /** The order in which people read them: the four known ones, then a team's own by name. */
        public static final Comparator<Duty> ORDER = Comparator.comparingInt(
                        (Duty duty) -> KNOWN.contains(duty) ? KNOWN.indexOf(duty) : KNOWN.size())
                .thenComparing(Duty::word);

        public Duty {
            if (!NAME.matcher(word).matches()) throw new IllegalArgumentException("not a name for a duty: " + word);
            if (word.equals("vacation") || word.equals("unavailable"))
                throw new IllegalArgumentException(word + " is an absence, not a duty");
        }
    }

    /** A role that keeps its holder from duties, on every team. */
    enum Absence implements Role {
        VACATION,
        UNAVAILABLE;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

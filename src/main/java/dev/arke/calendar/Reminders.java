package dev.arke.calendar;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** How long before their shifts people are reminded: by their own word for a duty, else for every one, else as usual. */
public final class Reminders {
    /** For whoever has said nothing else. */
    public static final List<Duration> USUAL = List.of(Duration.ofDays(7), Duration.ofDays(1));

    /** What one person has said; {@code duty} is empty for every duty without a word of its own, no leads are "never". */
    public record Own(UUID who, String duty, List<Duration> leads) {
        public Own {
            leads = List.copyOf(leads);
        }
    }

    private final Map<UUID, Map<String, List<Duration>>> own = new LinkedHashMap<>();

    public Reminders(Collection<Own> all) {
        for (var one : all)
            own.computeIfAbsent(one.who(), any -> new LinkedHashMap<>()).put(one.duty(), one.leads());
    }

    public List<Duration> of(UUID who, Role role) {
        var said = own.getOrDefault(who, Map.of());
        var always = said.getOrDefault("", USUAL);
        return said.getOrDefault(role.word(), always);
    }

    /** Every length that is anybody's. */
    public Set<Duration> all() {
        var all = new TreeSet<>(USUAL);
        own.values().forEach(said -> said.values().forEach(all::addAll));
        return all;
    }

    /**
     * Whether something begins for its person: they had the duty neither up to then nor in an earlier piece of the same
     * turn. {@code around}: the person's shifts of some time before, at least.
     */
    public static boolean begins(Shift shift, Collection<Shift> around) {
        return around.stream()
                .filter(other -> !other.id().equals(shift.id())
                        && other.teamId().equals(shift.teamId())
                        && other.role().equals(shift.role())
                        && other.responder().equals(shift.responder()))
                .noneMatch(other -> goesOn(other, shift));
    }

    private static boolean goesOn(Shift before, Shift shift) {
        if (!before.interval().start().isBefore(shift.interval().start())) return false;
        return !before.interval().end().isBefore(shift.interval().start())
                || before.turn().equals(shift.turn());
    }
}

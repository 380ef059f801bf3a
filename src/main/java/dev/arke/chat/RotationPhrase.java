package dev.arke.chat;

import dev.arke.calendar.Cadence;
import dev.arke.calendar.Role;
import dev.arke.calendar.RotationChange;
import dev.arke.calendar.RotationChange.Active;
import dev.arke.calendar.Strategy;
import dev.arke.calendar.WeeklyWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of a rotation as people type them, in a line or into a form. */
public final class RotationPhrase {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern ACTIVE =
            Pattern.compile("(?:from (?<from>\\S+))? ?(?:(?:until|to) (?<until>\\S+))?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> said;
    private final Map<String, Complaint> wrong = new LinkedHashMap<>();

    private RotationPhrase(Map<String, String> said) {
        this.said = said;
    }

    /** What was read. */
    public sealed interface Read {
        record Change(RotationChange change) implements Read {}

        /** {@code byField}: what is wrong with each field that cannot be read; never empty. */
        record Wrong(Map<String, Complaint> byField) implements Read {
            public Wrong {
                byField = new LinkedHashMap<>(byField);
            }

            Complaint complaint() {
                return byField.values().iterator().next();
            }

            /** A field that could be typed instead. */
            String example() {
                return switch (byField.keySet().iterator().next()) {
                    case "role" -> "role primary";
                    case "roster" -> "roster main";
                    case "starting" -> "starting 2027-03-01T09:00";
                    case "zone" -> "zone Europe/Paris";
                    case "during" -> "during mon-fri 20:00-08:00";
                    case "strategy" -> "strategy fair";
                    case "horizon" -> "horizon 8w";
                    case "active" -> "active from 2027-03-01 until 2027-09-01";
                    default -> "every 1w";
                };
            }
        }
    }

    /** By the fields' names; one without text stays as it is. */
    public static Read read(Map<String, String> said) {
        return new RotationPhrase(said).read();
    }

    private Read read() {
        var change = new RotationChange(
                field("role", RotationPhrase::duty, "rotation.role"),
                field("roster", Optional::of, "rotation.empty"),
                field("every", RotationPhrase::cadence, "rotation.every"),
                field("starting", RotationPhrase::start, "rotation.starting"),
                field("zone", RotationPhrase::zone, "rotation.zone"),
                field("during", RotationPhrase::windows, "rotation.during"),
                field("strategy", Strategy::parse, "rotation.strategy"),
                field("horizon", RotationPhrase::horizon, "rotation.horizon"),
                field("active", RotationPhrase::active, "rotation.active"));
        return wrong.isEmpty() ? new Read.Change(change) : new Read.Wrong(wrong);
    }

    private <T> Optional<T> field(String name, Function<String, Optional<T>> parse, String key) {
        if (!said.containsKey(name)) return Optional.empty();
        var text = said.getOrDefault(name, "").strip();
        if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 1)
            text = text.substring(1, text.length() - 1);
        var value = text.isEmpty() ? Optional.<T>empty() : parse.apply(text);
        if (value.isEmpty())
            wrong.put(
                    name, text.isEmpty() ? Complaint.of("rotation.empty", name) : Complaint.of(key, Shown.word(text)));
        return value;
    }

    private static Optional<Role.Duty> duty(String text) {
        return Role.parse(text).filter(Role.Duty.class::isInstance).map(Role.Duty.class::cast);
    }

    private static Optional<Cadence> cadence(String text) {
        return Cadence.parse(text).filter(cadence -> cadence.longest().compareTo(LONGEST) <= 0);
    }

    private static Optional<LocalDateTime> start(String text) {
        return date(() -> LocalDateTime.parse(text.replace(' ', 'T')))
                .filter(start -> start.getYear() >= 2000 && start.getYear() < 2100);
    }

    private static Optional<ZoneId> zone(String text) {
        return date(() -> ZoneId.of(text));
    }

    private static Optional<List<WeeklyWindow>> windows(String text) {
        if (text.equalsIgnoreCase("always")) return Optional.of(List.of());
        var windows = new ArrayList<WeeklyWindow>();
        // A comma may also stand between days: "sat,sun 00:00-24:00".
        for (var part : text.split("(?<=\\d)\\s*[,;]\\s*", -1)) {
            var window = date(() -> WeeklyWindow.parse(part)).flatMap(found -> found);
            if (window.isEmpty()) return Optional.empty();
            windows.add(window.get());
        }
        return Optional.of(windows);
    }

    private static Optional<Duration> horizon(String text) {
        return DurationPhrase.read(List.of(text.split("\\s+")))
                .map(DurationPhrase.Read::length)
                .filter(length -> length.toDays() >= 1 && length.equals(Duration.ofDays(length.toDays())));
    }

    private static Optional<Active> active(String text) {
        if (text.equalsIgnoreCase("always")) return Optional.of(new Active(Optional.empty(), Optional.empty()));
        var match = ACTIVE.matcher(text);
        if (!match.matches()) return Optional.empty();
        var from = Optional.ofNullable(match.group("from"));
        var until = Optional.ofNullable(match.group("until"));
        var first = from.flatMap(day -> date(() -> LocalDate.parse(day)));
        var last = until.flatMap(day -> date(() -> LocalDate.parse(day)));
        var isRead = first.isPresent() == from.isPresent() && last.isPresent() == until.isPresent();
        return isRead ? Optional.of(new Active(first, last)) : Optional.empty();
    }

    private interface Parsing<T> {
        T parse();
    }

    private static <T> Optional<T> date(Parsing<T> parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

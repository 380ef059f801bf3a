package dev.arke.teamfile;

import dev.arke.calendar.Cadence;
import dev.arke.calendar.Recurrence;
import dev.arke.calendar.Role;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.Strategy;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.engine.people.DesiredState.TeamOf;
import dev.arke.engine.people.DesiredState.Turns;
import dev.arke.engine.people.DesiredState.When;
import dev.arke.responder.TeamExtras;
import dev.arke.responder.TeamExtras.Shown;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one of {@code teams}, with its rosters and rotations. */
final class TeamReader {
    private static final Pattern ROLE_OF_TEAM = Pattern.compile("(\\S+) of (\\S+)");
    private static final Pattern PAGER = Pattern.compile("\\+[0-9][0-9 ()/-]{5,28}");

    private final Names people;
    private final Names teams;
    private final Problems problems;
    private final Map<String, Names> rosters = new LinkedHashMap<>();

    TeamReader(Names people, Names teams, Problems problems) {
        this.people = people;
        this.teams = teams;
        this.problems = problems;
    }

    /** The names of the rosters of each team read so far, by the team's name in lower case. */
    Map<String, Names> rosters() {
        return rosters;
    }

    TeamOf read(Section section) {
        var name = section.required("name", "payments")
                .map(Tree.Scalar::text)
                .orElse("")
                .strip();
        var zone = section.zone("time_zone").orElse(ZoneOffset.UTC);
        var admins = resolved(section.words("admins"));
        var members = new LinkedHashSet<>(resolved(section.words("members")));
        members.addAll(admins);
        var rosterNames = new Names("roster of " + name, problems);
        rosters.put(Names.plain(name), rosterNames);
        var pools = section.section("rosters", "{main: [alice, bob]}")
                .map(pool -> pools(pool, rosterNames))
                .orElse(Map.of());
        pools.values().forEach(members::addAll);
        var team = new TeamOf(
                name,
                zone,
                section.section("channels", "{slack: C0PAY}")
                        .map(channels -> TeamFile.channels(channels, problems))
                        .orElse(List.of()),
                members,
                Set.copyOf(admins),
                pools,
                rotations(section, zone, rosterNames),
                extras(section));
        section.end();
        return team;
    }

    private TeamExtras extras(Section section) {
        var shows = section.words("shows").stream()
                .flatMap(word -> shown(section, word).stream())
                .toList();
        return new TeamExtras(
                shows,
                section.read(
                        "pager",
                        text -> Optional.of(text)
                                .filter(number -> PAGER.matcher(number).matches()),
                        "no phone number. Write it with + and the country's code."),
                section.read("rest", Values::duration, Values.NO_DURATION),
                QuotaReader.read(section, problems),
                Values.mails(section, "mail_to", problems));
    }

    /** "primary of web", a duty of another team. */
    private Optional<Shown> shown(Section section, Tree.Scalar word) {
        return section.parsed(word, TeamReader::roleOfTeam, "no duty of a team. Write it as primary of web.")
                .flatMap(shown -> teams.resolve(shown.team(), word.place()).map(team -> new Shown(team, shown.duty())));
    }

    private static Optional<Shown> roleOfTeam(String text) {
        var parts = ROLE_OF_TEAM.matcher(text);
        return parts.matches()
                        && Role.parse(parts.group(1))
                                .filter(Role.Duty.class::isInstance)
                                .isPresent()
                ? Optional.of(new Shown(parts.group(2), parts.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private Map<String, List<String>> pools(Section section, Names rosterNames) {
        var pools = new LinkedHashMap<String, List<String>>();
        for (var name : section.all().keySet()) {
            rosterNames.add(new Tree.Scalar(section.place(name), name));
            pools.put(name, resolved(section.words(name)));
        }
        return pools;
    }

    /** The people of a list, each once. */
    private List<String> resolved(List<Tree.Scalar> words) {
        var names = new ArrayList<String>();
        for (var word : words) {
            people.resolve(word).ifPresent(name -> {
                if (names.contains(name)) problems.add(word.place(), name + " stands in this list twice.");
                else names.add(name);
            });
        }
        return names;
    }

    private List<Turns> rotations(Section team, ZoneId zone, Names rosterNames) {
        Names.of("rotation", team, "rotations", problems);
        return team
                .sections("rotations", "{name: weekly, role: primary, roster: main, every: 1w, starting: …}")
                .stream()
                .map(section -> rotation(section, zone, rosterNames))
                .toList();
    }

    private Turns rotation(Section section, ZoneId teamZone, Names rosterNames) {
        var name = section.required("name", "weekly")
                .map(Tree.Scalar::text)
                .orElse("")
                .strip();
        var rotation = new Turns(
                name,
                role(section),
                section.required("roster", "main").flatMap(rosterNames::resolve).orElse(""),
                recurrence(section, teamZone),
                strategy(section),
                section.read("horizon", TeamReader::horizon, "no horizon. Write whole days or weeks, such as 8w.")
                        .orElse(Rotation.DEFAULT_HORIZON),
                when(section));
        rotation.when()
                .filter(when -> when.duty().equals(rotation.duty()))
                .ifPresent(when -> problems.add(
                        section.place("when"),
                        "a rotation cannot wait for the role that it fills itself. Name another role."));
        section.end();
        return rotation;
    }

    /** {@code {primary: [dana]}}: one duty with the people whom the rotation helps in it. */
    private Optional<When> when(Section section) {
        var example = "{primary: [dana]}";
        return section.section("when", example).flatMap(when -> {
            var duties = when.all().keySet();
            var duty = duties.size() == 1 ? TargetReader.duty(duties.iterator().next()) : Optional.<Role.Duty>empty();
            var names = duty.map(one -> resolved(when.words(duties.iterator().next())))
                    .orElse(List.of());
            if (names.isEmpty())
                problems.add(
                        when.place(),
                        "one role with the people it is about belongs here, for example " + example + ".");
            return duty.filter(one -> !names.isEmpty()).map(one -> new When(one, Set.copyOf(names)));
        });
    }

    /** A length, or several of them. */
    private Optional<Cadence> cadence(Section section) {
        if (section.list("every").isEmpty()) {
            section.required("every", "1w");
            return Optional.empty();
        }
        var words = section.words("every");
        var text = words.stream().map(Tree.Scalar::text).collect(Collectors.joining(", "));
        var cadence = Cadence.parse(text);
        if (cadence.isEmpty() && !words.isEmpty())
            problems.add(
                    words.getFirst().place(),
                    "“" + text
                            + "” is no cadence. Write for example 12h, 1d, 1w, or a pattern such as [4d, 3d] or [5d, 2d"
                            + " nobody].");
        return cadence;
    }

    private static Role.Duty role(Section section) {
        return section.required("role", "primary")
                .flatMap(word -> section.parsed(
                        word,
                        TargetReader::duty,
                        "no duty. Write primary, secondary, shadow, manager or a name of your own."))
                .orElse(Role.Duty.PRIMARY);
    }

    private Recurrence recurrence(Section section, ZoneId teamZone) {
        var windows = section.words("during").stream()
                .flatMap(
                        word -> section
                                .parsed(
                                        word,
                                        TeamReader::window,
                                        "no weekly window. Write for example mon-fri 20:00-08:00.")
                                .stream())
                .toList();
        var from = section.read("from", Values::date, Values.NO_DATE);
        var until = section.read("until", Values::date, Values.NO_DATE);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get()))
            problems.add(section.place("until"), "the rotation ends before it begins: until must be after from.");
        return new Recurrence(
                section.required("starting", "2026-01-05T09:00")
                        .flatMap(word -> section.parsed(word, Values::start, Values.NO_START))
                        .orElse(LocalDateTime.MIN),
                cadence(section).orElse(Cadence.every(1, Cadence.Unit.WEEKS)),
                section.zone("time_zone").orElse(teamZone),
                windows,
                from,
                until);
    }

    private static Strategy strategy(Section section) {
        return section.read("strategy", Strategy::parse, "no strategy. Write round-robin, fair or least-recent.")
                .orElse(Strategy.ROUND_ROBIN);
    }

    private static Optional<Duration> horizon(String text) {
        return Values.duration(text)
                .filter(length -> length.toDays() >= 1 && length.equals(Duration.ofDays(length.toDays())));
    }

    private static Optional<WeeklyWindow> window(String text) {
        try {
            return WeeklyWindow.parse(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

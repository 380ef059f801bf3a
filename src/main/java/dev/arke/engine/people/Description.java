package dev.arke.engine.people;

import dev.arke.alert.Integration;
import dev.arke.alert.PageTemplate;
import dev.arke.alert.Priority;
import dev.arke.alert.Route;
import dev.arke.alert.Service;
import dev.arke.calendar.Reminders.Own;
import dev.arke.calendar.StoredRotation;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.engine.people.Diff.Described;
import dev.arke.engine.people.Diff.Kind;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Step;
import dev.arke.escalation.StoredPolicy;
import dev.arke.escalation.Target;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagingWishes;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.Quota;
import dev.arke.responder.Responder;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import dev.arke.responder.TeamExtras;
import dev.arke.responder.TeamExtras.Shown;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what the file owns into words, field by field, for {@link Diff}. */
final class Description {
    private final FileState state;
    private final Map<UUID, String> people;
    private final Map<UUID, String> teams;
    private final Map<UUID, String> rosters;
    private final Map<UUID, String> policies;
    private final Map<UUID, String> services;

    private Description(FileState state) {
        this.state = state;
        people = names(state.responders(), Responder::id, Responder::name);
        teams = names(state.teams(), Team::id, Team::name);
        rosters = state.teams().stream()
                .flatMap(team -> team.rosters().stream()
                        .map(roster -> Map.entry(roster.id(), roster.name() + " of " + team.name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        policies = names(
                state.policies(),
                stored -> stored.policy().id(),
                stored -> stored.policy().name());
        services = names(state.services(), Service::id, Service::name);
    }

    /** Everything active that the file owns. */
    static List<Described> of(FileState state) {
        return new Description(state).all();
    }

    private List<Described> all() {
        return Stream.of(
                        state.adminChannels().stream().map(this::adminChannel),
                        state.responders().stream()
                                .filter(one -> one.active() && one.fileOwned())
                                .map(this::responder),
                        state.teams().stream()
                                .filter(one -> one.active() && one.fileOwned())
                                .map(this::team),
                        state.rotations().stream()
                                .filter(StoredRotation::fileOwned)
                                .map(this::rotation),
                        state.policies().stream()
                                .filter(one -> one.active() && one.fileOwned())
                                .map(StoredPolicy::policy)
                                .map(this::policy),
                        state.services().stream()
                                .filter(one -> one.active() && one.fileOwned())
                                .map(this::service),
                        state.integrations().stream()
                                .filter(one -> one.active() && one.fileOwned())
                                .map(this::integration))
                .flatMap(Function.identity())
                .toList();
    }

    private Described adminChannel(ChannelAddress channel) {
        return new Described(Kind.ADMIN_CHANNEL, channel.toString(), Map.of());
    }

    private Described responder(Responder one) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("full name", one.fullName());
        fields.put("time zone", one.zone().getId());
        fields.put("email", one.email().orElse(""));
        one.holidays().ifPresent(region -> fields.put("holidays", region.code()));
        one.language().ifPresent(language -> fields.put("language", language.word()));
        fields.put("admin", one.admin() ? "yes" : "no");
        fields.put(
                "contact methods",
                one.methods().stream()
                        .filter(method -> !method.own())
                        .map(method -> method.kind().word() + " " + method.address())
                        .collect(Collectors.joining(", ")));
        if (state.fileRules().contains(one.id()))
            fields.put("rules", rules(state.rules().getOrDefault(one.id(), List.of())));
        if (state.wishes().fromFile().contains(one.id()))
            fields.putAll(wishes(state.wishes().of(one.id())));
        var calendars = state.calendars();
        Optional.ofNullable(calendars.vacations().get(one.id()))
                .ifPresent(address -> fields.put("calendar", withoutSecret(URI.create(address))));
        if (calendars.fromFile().contains(one.id()))
            fields.put("reminders", reminders(calendars.reminders().getOrDefault(one.id(), List.of())));
        return new Described(Kind.RESPONDER, one.name(), fields);
    }

    private static String reminders(List<Own> reminders) {
        return reminders.stream()
                .sorted(Comparator.comparing(Own::duty))
                .map(own -> (own.duty().isEmpty() ? "every" : own.duty()) + ": "
                        + (own.leads().isEmpty()
                                ? "never"
                                : own.leads().stream().map(Description::text).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
    }

    /** What an address may hold: its host and a fingerprint tell when it changed. */
    private static String withoutSecret(URI address) {
        return address.getHost() + " (" + Integer.toHexString(address.hashCode()) + ")";
    }

    private static String rules(List<NotificationRule> rules) {
        var byPriority = new TreeMap<Priority, List<String>>();
        for (var rule : rules)
            byPriority
                    .computeIfAbsent(rule.priority(), any -> new ArrayList<>())
                    .add(rule.via().word()
                            + (rule.after().isZero() ? "" : " after " + text(rule.after()))
                            + rule.every().map(every -> " every " + text(every)).orElse(""));
        return byPriority.descendingMap().entrySet().stream()
                .map(entry -> entry.getKey().word() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private Map<String, String> wishes(PagingWishes wishes) {
        var fields = new LinkedHashMap<String, String>();
        wishes.quiet().ifPresent(quiet -> fields.put("quiet", quiet.toString()));
        for (var apart : wishes.apart()) {
            var id = apart.scopeId();
            fields.put("rules for " + services.getOrDefault(id, teams.getOrDefault(id, "?")), rules(apart.rules()));
        }
        if (!wishes.instead().isEmpty())
            fields.put(
                    "more than",
                    wishes.instead().stream()
                            .map(one -> one.most() + " " + one.via().word() + " in " + text(one.within()) + " use "
                                    + one.then().word())
                            .collect(Collectors.joining("; ")));
        return fields;
    }

    private static Map<String, String> extras(TeamExtras extras) {
        var fields = new LinkedHashMap<String, String>();
        if (!extras.shows().isEmpty())
            fields.put("shows", extras.shows().stream().map(Shown::toString).collect(Collectors.joining(", ")));
        extras.pager().ifPresent(pager -> fields.put("pager", pager));
        extras.minimumRest().ifPresent(rest -> fields.put("rest", text(rest)));
        extras.quota().ifPresent(quota -> fields.put("quota", text(quota)));
        if (!extras.mailTo().isEmpty()) fields.put("mail to", String.join(", ", extras.mailTo()));
        return fields;
    }

    private Described team(Team one) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("time zone", one.zone().getId());
        fields.put(
                "channels",
                one.channels().stream().map(ChannelAddress::toString).collect(Collectors.joining(", ")));
        fields.putAll(extras(one.extras()));
        fields.put("members", sorted(one.members()));
        fields.put("admins", sorted(one.admins()));
        for (var roster : one.rosters().stream().filter(Roster::fileOwned).toList())
            fields.put(
                    "roster " + roster.name(),
                    roster.entries().stream()
                            .map(Roster.Entry::responderId)
                            .map(people::get)
                            .collect(Collectors.joining(", ")));
        return new Described(Kind.TEAM, one.name(), fields);
    }

    private Described rotation(StoredRotation stored) {
        var one = stored.rotation();
        var when = one.recurrence();
        var fields = new LinkedHashMap<String, String>();
        fields.put("role", one.fills().duty().word());
        fields.put("roster", rosters.getOrDefault(stored.rosterId(), ""));
        fields.put("every", when.cadence().text());
        fields.put("starting", when.anchor().toString());
        fields.put("time zone", when.zone().getId());
        fields.put("during", when.windows().stream().map(WeeklyWindow::text).collect(Collectors.joining("; ")));
        fields.put(
                "when",
                one.helping()
                        .map(helping -> helping.duty().word() + " is " + sorted(helping.people()))
                        .orElse(""));
        fields.put("strategy", one.strategy().word());
        fields.put("horizon", text(one.horizon()));
        fields.put("from", when.activeFrom().map(Temporal::toString).orElse(""));
        fields.put("until", when.activeUntil().map(Temporal::toString).orElse(""));
        return new Described(
                Kind.ROTATION, one.name() + " of " + teams.get(one.fills().teamId()), fields);
    }

    private Described policy(EscalationPolicy one) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("team", teams.getOrDefault(one.teamId(), ""));
        fields.put("rounds", Integer.toString(one.rounds()));
        for (int i = 0; i < one.steps().size(); i++)
            fields.put("step " + (i + 1), step(one.steps().get(i)));
        fields.put("last resort", targets(one.lastResort()));
        return new Described(Kind.POLICY, one.name(), fields);
    }

    private String step(Step step) {
        return targets(step.targets()) + ", wait " + text(step.pause())
                + (step.repeat() == 0 ? "" : ", repeat " + step.repeat());
    }

    private String targets(List<Target> targets) {
        return targets.stream().map(this::target).collect(Collectors.joining(" + "));
    }

    private String target(Target target) {
        return switch (target) {
            case Target.Person(var id) -> people.getOrDefault(id, "somebody");
            case Target.DutyOf(var duty, var team) -> duty + " of " + teams.getOrDefault(team, "a former team");
            case Target.RosterOf(var id) -> "roster " + rosters.getOrDefault(id, "that is gone");
            case Target.Channel(var channel) -> "channel " + channel;
            case Target.Webhook(var uri) -> "webhook " + withoutSecret(uri);
        };
    }

    private Described service(Service one) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("team", teams.getOrDefault(one.teamId(), ""));
        fields.put("policy", policies.getOrDefault(one.policyId(), ""));
        fields.put("ack timeout", one.ackTimeout().map(Description::text).orElse(""));
        fields.put("linked only", one.linkedOnly() ? "yes" : "no");
        for (var way : new TreeMap<>(one.templates()).entrySet())
            fields.put("template " + way.getKey().word(), text(way.getValue()));
        if (!one.mailTo().isEmpty()) fields.put("mail to", String.join(", ", one.mailTo()));
        return new Described(Kind.SERVICE, one.name(), fields);
    }

    private static String text(PageTemplate template) {
        return "“" + (template.subject().isBlank() ? "" : template.subject() + " / ")
                + template.body().strip() + "”";
    }

    private Described integration(Integration one) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("service", services.getOrDefault(one.serviceId(), ""));
        fields.put("format", one.format());
        fields.put("group", one.grouped() ? "yes" : "no");
        fields.put(
                "priorities",
                new TreeMap<>(one.priorities())
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + " " + entry.getValue().word())
                                .collect(Collectors.joining(", ")));
        for (int i = 0; i < one.routes().size(); i++)
            fields.put("route " + (i + 1), route(one.routes().get(i)));
        one.quota().ifPresent(quota -> fields.put("quota", text(quota)));
        fields.put(Described.SECRET, one.keyHashes().stream().sorted().collect(Collectors.joining(" ")));
        return new Described(Kind.INTEGRATION, one.name(), fields);
    }

    private static String route(Route route) {
        return route.condition()
                + switch (route.action()) {
                    case Route.Action.Drop ignored -> ": drop";
                    case Route.Action.Send(var service, var priority, var key) ->
                        service.map(name -> ": service " + name).orElse(":")
                                + priority.map(level -> " priority " + level.word())
                                        .orElse("")
                                + key.map(template -> " dedup key " + template).orElse("");
                };
    }

    private String sorted(Collection<UUID> ids) {
        return ids.stream().map(people::get).sorted().collect(Collectors.joining(", "));
    }

    private static <T> Map<UUID, String> names(List<T> things, Function<T, UUID> id, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(id, name));
    }

    private static String text(Quota quota) {
        return quota.soft().map(soft -> "soft " + soft + ", ").orElse("")
                + quota.hard().map(hard -> "hard " + hard + ", ").orElse("")
                + "within " + text(quota.within());
    }

    /** As the file writes it: {@code 5m}, {@code 1h30m}, {@code 8w}. */
    static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) return "0s";
        if (seconds % 604_800 == 0) return seconds / 604_800 + "w";
        if (seconds % 86_400 == 0) return seconds / 86_400 + "d";
        return part(seconds / 3600, "h") + part(seconds / 60 % 60, "m") + part(seconds % 60, "s");
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}

package dev.arke.engine.people;

import dev.arke.alert.PageTemplate;
import dev.arke.alert.Priority;
import dev.arke.alert.Route;
import dev.arke.calendar.Recurrence;
import dev.arke.calendar.Role;
import dev.arke.calendar.Strategy;
import dev.arke.page.Instead;
import dev.arke.page.NotificationRule;
import dev.arke.page.QuietHours;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Language;
import dev.arke.responder.Quota;
import dev.arke.responder.Region;
import dev.arke.responder.TeamExtras;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a team file asks for, in names instead of ids. Whoever makes one has checked it: names are unique in any case,
 * and each that is referred to is there.
 */
public record DesiredState(
        List<ChannelAddress> adminChannels,
        List<Person> people,
        List<TeamOf> teams,
        List<Policy> policies,
        List<ServiceOf> services,
        List<Source> integrations) {
    /** A responder. Without {@code rules} they have the defaults or what they chose in chat. */
    public record Person(
            String name,
            String fullName,
            ZoneId zone,
            Optional<String> email,
            boolean admin,
            List<Contact> contacts,
            List<NotificationRule> rules,
            Optional<Region> holidays,
            Optional<Language> language,
            OwnCalendar calendar,
            Wished wished) {}

    /** What somebody wants of their pages besides their rules, until they say otherwise; {@code rulesFor}: services and teams. */
    public record Wished(
            Optional<QuietHours> quiet, Map<Scope, List<NotificationRule>> rulesFor, List<Instead> instead) {
        boolean isNothing() {
            return quiet.isEmpty() && rulesFor.isEmpty() && instead.isEmpty();
        }
    }

    /** A service or a team by its name in the file, whatever else has that name outside of it. */
    public sealed interface Scope {
        record ServiceNamed(String name) implements Scope {}

        record TeamNamed(String name) implements Scope {}
    }

    /**
     * Where a person's vacations are kept elsewhere, which is a secret, and when they are reminded of shifts; without {@code
     * reminders} as they chose in chat, or as usual.
     */
    public record OwnCalendar(Optional<URI> vacations, List<Reminding> reminders) {
        @Override
        public String toString() {
            return "OwnCalendar[reminders=" + reminders + "]";
        }
    }

    /** How long before a duty, or before every one without a word of its own; without lengths never. */
    public record Reminding(Optional<Role.Duty> duty, List<Duration> leads) {}

    /** A contact method; their order is the person's order of preference. */
    public record Contact(ContactKind kind, String address) {}

    /** A team; people of its rosters and its admins are among its members. */
    public record TeamOf(
            String name,
            ZoneId zone,
            List<ChannelAddress> channels,
            Set<String> members,
            Set<String> admins,
            Map<String, List<String>> rosters,
            List<Turns> rotations,
            TeamExtras extras) {}

    /** A rotation. */
    public record Turns(
            String name,
            Role.Duty duty,
            String roster,
            Recurrence recurrence,
            Strategy strategy,
            Duration horizon,
            Optional<When> when) {}

    /** A rotation is filled only while one of these people has this duty. */
    public record When(Role.Duty duty, Set<String> people) {}

    /** An escalation policy. */
    public record Policy(String name, String team, List<Stage> steps, int rounds, List<Whom> lastResort) {}

    /** A step of a policy. */
    public record Stage(List<Whom> page, Duration pause, int repeat) {}

    /** A target of a step. */
    public sealed interface Whom {
        record Responder(String name) implements Whom {}

        record DutyOf(Role.Duty duty, String team) implements Whom {}

        record RosterOf(String roster, String team) implements Whom {}

        record Channel(ChannelAddress channel) implements Whom {}

        record Webhook(URI uri) implements Whom {}
    }

    /** A service. */
    public record ServiceOf(
            String name,
            String team,
            String policy,
            Optional<Duration> ackTimeout,
            boolean linkedOnly,
            Map<ContactKind, PageTemplate> templates,
            List<String> mailTo) {}

    /** An integration; of its keys only the hashes. */
    public record Source(
            String name,
            String service,
            String format,
            boolean grouped,
            Map<String, Priority> priorities,
            List<Route> routes,
            Set<String> keyHashes,
            Optional<Quota> quota) {}
}

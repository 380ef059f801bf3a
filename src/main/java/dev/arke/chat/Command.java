package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.calendar.Role;
import dev.arke.calendar.RotationChange;
import dev.arke.calendar.SwapSide;
import dev.arke.page.NotificationRule;
import dev.arke.responder.ApiScope;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a chat line asks for, understood. Incidents are the short numbers people see (#1042). */
public sealed interface Command {
    record Overview() implements Command {}

    record Help(Optional<Verb> topic) implements Command {}

    /** Who is on call at that instant; without {@code about} for this channel's team. */
    record Who(Optional<Reference> about, Instant at) implements Command {}

    record Next(Optional<Reference> about) implements Command {}

    /** What somebody, a team or whoever types has on the calendar. */
    record Shifts(Optional<Reference> of) implements Command {}

    /**
     * A shift is made, its time moved, it is taken away, or linked with others. {@code at}: an instant of the one that is meant; {@code from},
     * {@code to}: its new time; {@code reason}: why what is past changes; {@code alone}: what is linked with it stays; {@code
     * anyway}: whatever else they have then.
     */
    record EditShift(
            Edit deed,
            Reference who,
            Of of,
            Optional<Instant> at,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> reason,
            boolean alone,
            boolean anyway)
            implements Command {
        /** What becomes of it. */
        public enum Edit {
            ADD,
            EDIT,
            DELETE,
            /** Those of that time move together from now on. */
            LINK,
            /** Those that move together with the one at that instant move each alone. */
            UNLINK;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        EditShift during(Optional<Instant> when, Optional<Instant> begin, Optional<Instant> end) {
            return new EditShift(deed, who, of, when, begin, end, reason, alone, anyway);
        }
    }

    /** The rotations of a team; without one of this channel's. */
    record Rotations(Optional<Reference> team) implements Command {}

    /** Why whoever is on call then is; without a duty all of them. */
    record Why(Optional<Reference> team, Optional<Role.Duty> duty, Instant at) implements Command {}

    /** A picture of a team's calendar for so many weeks from this one on. */
    record Calendar(Optional<Reference> team, int weeks) implements Command {}

    /** What was stood and how often people were paged on those days, both included: of a person, or else of a team; as a file. */
    record Report(Optional<Reference> of, LocalDate first, LocalDate last, boolean csv) implements Command {}

    /** What is wrong with a team's calendar in the weeks to come. */
    record ReportCoverage(Optional<Reference> team) implements Command {}

    /** How a rotation is set up, and what it plans next. */
    record ShowRotation(String name, Optional<Reference> team) implements Command {}

    /** Makes a rotation, or changes the fields that are said. {@code isPreview}: only says how it would be. */
    record ChangeRotation(
            String name, RotationChange change, Optional<Reference> team, boolean isNew, boolean isPreview)
            implements Command {}

    /** {@code isConfirmed}: without it, says what would go. */
    record RemoveRotation(String name, Optional<Reference> team, boolean isConfirmed) implements Command {}

    /** Chooses anew who has its planned shifts. {@code isConfirmed}: without it, says what would change. */
    record RefillRotation(String name, Optional<Reference> team, boolean isConfirmed) implements Command {}

    /** Plans nothing for the time being, or again. */
    record PauseRotation(String name, Optional<Reference> team, boolean isPaused) implements Command {}

    /** A team's rosters and who is in them. */
    record Rosters(Optional<Reference> team) implements Command {}

    /** {@code place} counts from 1, without one it is 0; {@code isNew}: the roster is made where there is none of that name. */
    record ChangeRoster(
            Deed deed, Reference who, int place, Optional<String> roster, Optional<Reference> team, boolean isNew)
            implements Command {
        /** What becomes of somebody: in a roster or not, where in it, and whether they take turns at present. */
        public enum Deed {
            ADD,
            REMOVE,
            MOVE,
            IN,
            OUT;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A duty of a team's calendar; where one is left out, what the place or the calendar implies. */
    record Of(Optional<Reference> team, Optional<Role.Duty> duty) {
        public static final Of HERE = new Of(Optional.empty(), Optional.empty());
    }

    /**
     * Somebody stands in for somebody, or for whoever has the duty then. {@code turn}: for the whole turn of whoever has it at
     * {@code from}, with all that is linked; {@code anyway}: whatever else they have.
     */
    record Cover(
            Reference by, Optional<Reference> insteadOf, Instant from, Instant to, boolean turn, Of of, boolean anyway)
            implements Command {}

    /** Whoever types has the duty from now on for so long. */
    record Take(HowLong howLong, Of of, boolean anyway) implements Command {}

    /** Somebody, or whoever types, is away from the first day to the last, both included. */
    record Vacation(LocalDate first, LocalDate last, Optional<Reference> who) implements Command {}

    /** Somebody's vacations are those of the calendar at this address, which is a secret. */
    record ImportVacations(String address, Optional<Reference> who) implements Command {
        @Override
        public String toString() {
            return "ImportVacations[of " + who + "]";
        }
    }

    /** Somebody's vacations are to be those of a file, for which there is a page. */
    record ImportFile(Optional<Reference> who) implements Command {}

    /** And no longer. */
    record StopImport(Optional<Reference> who) implements Command {}

    /** The vacation that holds this day is over or does not happen. */
    record VacationOver(LocalDate day, Optional<Reference> who) implements Command {}

    /**
     * Whoever types gives a turn, or a part of one, for one of somebody's: {@code back}, or the nearest. {@code
     * anyway}: whatever else they have then.
     */
    record Swap(SwapSide give, Reference with, Optional<SwapSide> back, boolean anyway) implements Command {
        public Swap(LocalDate give, Reference with, Optional<LocalDate> back, boolean anyway) {
            this(new SwapSide.OfDay(give), with, back.map(SwapSide.OfDay::new), anyway);
        }
    }

    /** Takes what one was asked to take; {@code request}: which, where several ask. {@code anyway}: whatever else one has. */
    record Accept(Optional<UUID> request, boolean anyway) implements Command {}

    /** Does not take it; by the one who asked: withdraws it. */
    record Decline(Optional<UUID> request) implements Command {}

    /** Takes back the last change of the calendar by whoever types; {@code change}: only if it is that one. */
    record Undo(Optional<String> change) implements Command {}

    /** The address of a feed of one's own shifts, or of a team's; {@code anew}: one that replaces the one there is. */
    record Feed(Optional<Of> of, boolean anew) implements Command {}

    /** The address of that feed leads nowhere any more. */
    record RevokeFeed(Optional<Of> of) implements Command {}

    /** All of somebody's, or of whoever types. */
    record RevokeAllFeeds(Optional<Reference> whose) implements Command {}

    /** The keys of programs. */
    record Keys() implements Command {}

    /** Of one team, or of all. */
    record MakeKey(String name, ApiScope scope, Optional<Reference> team) implements Command {}

    record RevokeKey(String name) implements Command {}

    /** {@code details} may be many lines; one that is nothing but a web address becomes a link of the incident. */
    record Page(Reference target, String summary, Optional<Priority> priority, String details) implements Command {
        Page(Reference target, String summary, Optional<Priority> priority) {
            this(target, summary, priority, "");
        }
    }

    record ListIncidents(List<ListFilter> filters) implements Command {
        public ListIncidents {
            filters = List.copyOf(filters);
        }
    }

    record Show(long incident) implements Command {}

    /** What would happen if the service broke at that instant (without: now), or what a page of it says {@code by} a way. */
    record Simulate(Reference service, Optional<Priority> priority, Optional<Instant> at, Optional<ContactKind> by)
            implements Command {}

    /** Puts a question about an incident to somebody. */
    record Ask(long incident, Reference who, String question) implements Command {}

    /**
     * Answers what was asked about an incident; without one, what its place or the open questions imply. {@code
     * question} is the one that a form was about.
     */
    record Answer(Optional<Long> incident, Optional<UUID> question, String text) implements Command {}

    /** The incident's own channel is opened, or shown when it is there. */
    record OpenRoom(long incident) implements Command {}

    record ArchiveRoom(long incident) implements Command {}

    /** Links this channel to a team or service, or changes the options that are named. */
    record Link(LinkSubject subject, LinkChange change) implements Command {}

    /** Without a subject the only one that is linked here. */
    record Unlink(Optional<LinkSubject> subject) implements Command {}
    /** Says which responder one is; an admin says it of another account. */
    record Connect(Optional<Reference> account, Reference who) implements Command {}

    /** Takes one's own link away; an admin that of another account. */
    record Disconnect(Optional<Reference> account) implements Command {}

    record Me() implements Command {}

    /** How the one who asks wants to be paged, by priority; an empty list stands for the defaults. */
    record ChangeRules(Map<Priority, List<NotificationRule>> rules, List<PagingWish> wishes) implements Command {
        ChangeRules(Map<Priority, List<NotificationRule>> rules) {
            this(rules, List.of());
        }

        public ChangeRules {
            rules = Map.copyOf(rules);
            wishes = List.copyOf(wishes);
        }
    }

    record OwnPaging(PagingWish wish) implements Command {}

    /** How long before a duty, or any, the one who asks is reminded; without lengths as usual. */
    record ChangeReminders(Optional<Role.Duty> duty, Optional<List<Duration>> leads) implements Command {}

    /** Test pages to the one who asks, by these ways of contact, at this address; none said: by all of them. */
    record Test(Set<ContactKind> kinds, Optional<String> address) implements Command {}

    /** A change of one or more incidents. */
    sealed interface OnIncidents extends Command {
        List<Long> incidents();
    }

    record Acknowledge(List<Long> incidents) implements OnIncidents {
        public Acknowledge {
            incidents = List.copyOf(incidents);
        }
    }

    record Resolve(List<Long> incidents, Optional<String> note) implements OnIncidents {
        public Resolve {
            incidents = List.copyOf(incidents);
        }
    }

    record Reopen(List<Long> incidents) implements OnIncidents {
        public Reopen {
            incidents = List.copyOf(incidents);
        }
    }

    record Unacknowledge(List<Long> incidents) implements OnIncidents {
        public Unacknowledge {
            incidents = List.copyOf(incidents);
        }
    }

    record Escalate(List<Long> incidents) implements OnIncidents {
        public Escalate {
            incidents = List.copyOf(incidents);
        }
    }

    record Reassign(List<Long> incidents, Reference to) implements OnIncidents {
        public Reassign {
            incidents = List.copyOf(incidents);
        }
    }

    record Add(List<Long> incidents, List<Reference> people) implements OnIncidents {
        public Add {
            incidents = List.copyOf(incidents);
            people = List.copyOf(people);
        }
    }

    record Snooze(List<Long> incidents, HowLong howLong, Optional<String> reason) implements OnIncidents {
        public Snooze {
            incidents = List.copyOf(incidents);
        }
    }

    record Note(List<Long> incidents, String text) implements OnIncidents {
        public Note {
            incidents = List.copyOf(incidents);
        }
    }

    record Merge(List<Long> incidents, long into) implements OnIncidents {
        public Merge {
            incidents = List.copyOf(incidents);
        }
    }

    record SetPriority(List<Long> incidents, Priority priority) implements OnIncidents {
        public SetPriority {
            incidents = List.copyOf(incidents);
        }
    }

    /** A way to reach the one who asks is added, proved or removed; {@code said}: a mail address, a number as E.164, or the code. */
    record OwnContact(ContactDeed deed, List<ContactKind> kinds, String said) implements Command {
        public OwnContact {
            kinds = List.copyOf(kinds);
        }
    }

    /** The verb it was said with. */
    default Verb verb() {
        return CommandVerb.of(this);
    }
}

package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.card.Button;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.IncidentListCard;
import dev.arke.chat.ListFilter;
import dev.arke.chat.Names;
import dev.arke.chat.Reference;
import dev.arke.engine.incident.FindIncidents;
import dev.arke.incident.IncidentQuery;
import dev.arke.incident.IncidentQuery.State;
import dev.arke.responder.Team;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code list}: the incidents that the filters leave, the newest first. */
final class ListIncidents {
    private static final int SHOWN = 20;

    private final FindIncidents findIncidents;

    ListIncidents(FindIncidents findIncidents) {
        this.findIncidents = findIncidents;
    }

    Reply answer(Asked asked, Command.ListIncidents command) {
        var search = new Search(asked);
        for (var filter : command.filters()) {
            var problem = search.narrow(filter);
            if (problem.isPresent()) return problem.get();
        }
        var found = findIncidents.find(search.query(), SHOWN);
        return new Reply.Private(IncidentListCard.of(
                search.what(),
                ShowOverview.listed(found.newest(), asked),
                found.counts(),
                asked.place().bot().root(),
                asked.look()));
    }

    /** Filters being put together, and how they are said. */
    private static final class Search {
        private static final List<Named.Kind> ANYTHING =
                List.of(Named.Kind.TEAM, Named.Kind.SERVICE, Named.Kind.PERSON);

        private final Asked asked;
        private final Phrases say;
        private final Set<State> states = EnumSet.noneOf(State.class);
        private final Set<Priority> priorities = EnumSet.noneOf(Priority.class);
        private final Set<String> owners = new HashSet<>();
        private final Set<UUID> services = new HashSet<>();
        private final Set<String> about = new TreeSet<>();
        private final Set<String> people = new TreeSet<>();
        private boolean everywhere;

        Search(Asked asked) {
            this.asked = asked;
            this.say = asked.look();
        }

        /** Takes one more filter in; what to answer instead when it cannot be understood. */
        Optional<Reply> narrow(ListFilter filter) {
            switch (filter) {
                case ListFilter.Kind kind -> narrow(kind);
                case ListFilter.Of of -> priorities.add(of.priority());
                case ListFilter.About named -> {
                    return narrow(named.reference());
                }
            }
            return Optional.empty();
        }

        private void narrow(ListFilter.Kind kind) {
            switch (kind) {
                case MINE -> {
                    owners.add(asked.actor().word());
                    people.add(say.say("you"));
                }
                case ALL -> everywhere = true;
                case TRIGGERED -> states.add(State.TRIGGERED);
                case ACKNOWLEDGED -> states.add(State.ACKNOWLEDGED);
                case SNOOZED -> states.add(State.SNOOZED);
                case RESOLVED -> states.add(State.RESOLVED);
            }
        }

        private static String said(Reference reference) {
            return reference instanceof Reference.Name name ? name.name() : "";
        }

        private Optional<Reply> narrow(Reference reference) {
            switch (new Naming(asked).find(reference, ANYTHING)) {
                case Named.OfTeam of -> {
                    services.addAll(servicesOf(List.of(of.team())));
                    about.add(of.team().name());
                }
                case Named.ServiceNamed of -> {
                    services.add(of.service().id());
                    about.add(of.service().name());
                }
                case Named.Person of -> {
                    owners.add("person:" + of.responder().name());
                    people.add(of.responder().name());
                }
                case Named.Unknown unknown -> {
                    return Optional.of(Refusals.problem(
                            asked,
                            unknown.sentence(),
                            "help list",
                            Stream.concat(ListFilter.near(said(reference)).stream(), unknown.near().stream())
                                    .distinct()
                                    .map(name -> Button.of("list " + name, "list " + Names.quoted(name)))
                                    .toArray(Button[]::new)));
                }
            }
            return Optional.empty();
        }

        IncidentQuery query() {
            return new IncidentQuery(scope(), states.isEmpty() ? IncidentQuery.OPEN : states, priorities, owners);
        }

        private Optional<Set<UUID>> scope() {
            if (!about.isEmpty()) return Optional.of(services);
            return isOfPlace() ? Optional.of(servicesOf(asked.teams())) : Optional.empty();
        }

        private boolean isOfPlace() {
            return !everywhere && owners.isEmpty() && !asked.teams().isEmpty();
        }

        private Set<UUID> servicesOf(List<Team> teams) {
            var ids = teams.stream().map(Team::id).collect(Collectors.toSet());
            return asked.directory().services().stream()
                    .filter(service -> ids.contains(service.teamId()))
                    .map(Service::id)
                    .collect(Collectors.toSet());
        }

        /** What was asked for: "open urgent incidents for payments", "acknowledged incidents with you". */
        IncidentListCard.What what() {
            var which = states.isEmpty()
                    ? say.say("list.state.open")
                    : anyOf(states.stream().map(state -> say.say("list.state." + state.word())));
            if (!priorities.isEmpty())
                which = say.say(
                        "list.priorities",
                        which,
                        anyOf(priorities.stream().map(asked::priority).map(PlainText::of)));
            var of = about.isEmpty() && isOfPlace() ? asked.teams().stream().map(Team::name) : about.stream();
            return new IncidentListCard.What(
                    which,
                    whose(of.reduce((one, other) -> say.say("and", one, other)).orElse(""), anyOf(people.stream())),
                    people.isEmpty() && !isOfPlace() && about.isEmpty());
        }

        private String whose(String of, String people) {
            if (of.isEmpty()) return people.isEmpty() ? say.say("list.everywhere") : say.say("list.with", people);
            return people.isEmpty() ? say.say("list.for", of) : say.say("list.for.with", of, people);
        }

        private String anyOf(Stream<String> words) {
            return words.reduce((one, other) -> say.say("or", one, other)).orElse("");
        }
    }
}

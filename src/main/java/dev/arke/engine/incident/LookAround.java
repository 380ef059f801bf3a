package dev.arke.engine.incident;

import dev.arke.chat.IncidentRoomStore;
import dev.arke.database.Transactions;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentQuery;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.Question;
import dev.arke.incident.QuestionStore;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What there is around a line typed in a chat, which tells what it may mean without saying it. */
public final class LookAround {
    private static final int MOST_OPEN = 200;

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final IncidentStore incidents;
    private final QuestionStore questions;
    private final IncidentRoomStore rooms;
    private final IncidentQueryStore queries;
    private final SentMessageStore sent;

    /**
     * Where somebody is: {@code channel} is empty in direct messages, {@code messageRef} in no thread. Outside of chats
     * {@code userId} is a responder's id.
     */
    public record Spot(
            ContactKind platform,
            String tenant,
            String userId,
            Optional<ChannelAddress> channel,
            Optional<String> messageRef) {}

    /**
     * What is there: who the account is, the teams of the channel (in direct messages the person's own), their open
     * incidents, the newest first, the incident whose thread or room it is, the question that the message asks, and
     * what the person has still to answer, the oldest first.
     */
    public record Surroundings(
            Directory directory,
            Optional<Responder> who,
            List<Team> teams,
            List<Incident> open,
            Optional<Incident> thread,
            Optional<Question> question,
            List<ToAnswer> toAnswer) {
        public Surroundings {
            teams = List.copyOf(teams);
            open = List.copyOf(open);
            toAnswer = List.copyOf(toAnswer);
        }
    }

    /** An open question and the incident it is about. */
    public record ToAnswer(Question question, Incident incident) {}

    public LookAround(
            Transactions transactions,
            ReadDirectory directory,
            IncidentStores stores,
            IncidentQueryStore queries,
            SentMessageStore sent) {
        this.transactions = transactions;
        this.directory = directory;
        this.incidents = stores.incidents();
        this.questions = stores.questions();
        this.rooms = stores.rooms();
        this.queries = queries;
        this.sent = sent;
    }

    public Surroundings lookAround(Spot spot) {
        return transactions.read(() -> {
            var directory = this.directory.current();
            var who = spot.platform().isChat()
                    ? directory.identity(spot.platform(), spot.tenant(), spot.userId())
                    : Optional.of(directory.responder(UUID.fromString(spot.userId())));
            var question = spot.messageRef()
                    .flatMap(ref -> sent.questionOf(spot.platform(), ref))
                    .flatMap(id -> questions.read(List.of(id)).stream().findFirst());
            var thread = question.map(Question::incidentId)
                    .or(() -> spot.messageRef().flatMap(ref -> sent.incidentOf(spot.platform(), ref)))
                    .or(() -> spot.channel().flatMap(rooms::incidentOf))
                    .flatMap(id -> incidents.read(List.of(id)).stream().findFirst());
            var teams = teams(spot, who, thread, directory);
            var services =
                    spot.channel().map(directory.channels()::servicesAt).orElseGet(() -> servicesOf(teams, directory));
            var open =
                    services.isEmpty() ? List.<Incident>of() : queries.find(IncidentQuery.openOn(services), MOST_OPEN);
            return new Surroundings(directory, who, teams, open, thread, question, toAnswer(who));
        });
    }

    private List<ToAnswer> toAnswer(Optional<Responder> who) {
        var mine = who.map(person -> questions.openTo(person.id())).orElse(List.of());
        var about = incidents.read(mine.stream().map(Question::incidentId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        return mine.stream()
                .flatMap(question -> Optional.ofNullable(about.get(question.incidentId()))
                        .map(incident -> new ToAnswer(question, incident))
                        .stream())
                .toList();
    }

    private static Team teamOf(Incident incident, Directory directory) {
        return directory.team(directory.service(incident.facts().serviceId()).teamId());
    }

    /** The room of an incident that belongs to no team is its team's. */
    private static List<Team> teams(
            Spot spot, Optional<Responder> who, Optional<Incident> thread, Directory directory) {
        if (spot.channel().isEmpty())
            return who.map(person -> directory.teamsOf(person.id())).orElse(List.of());
        var teams = directory.channels().teamsAt(spot.channel().get());
        return teams.isEmpty()
                ? thread.map(incident -> teamOf(incident, directory)).stream().toList()
                : teams;
    }

    /** The active services of these teams. */
    static Set<UUID> servicesOf(List<Team> teams, Directory directory) {
        var ids = teams.stream().map(Team::id).collect(Collectors.toSet());
        return directory.services().stream()
                .filter(service -> ids.contains(service.teamId()))
                .map(service -> service.id())
                .collect(Collectors.toSet());
    }
}

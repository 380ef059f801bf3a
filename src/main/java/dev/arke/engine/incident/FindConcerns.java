package dev.arke.engine.incident;

import dev.arke.database.Transactions;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentQuery;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.responder.Actor;
import dev.arke.responder.Team;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Which incidents concern somebody at this moment. */
public final class FindConcerns {
    private static final int MOST_LOOKED_AT = 500;

    /**
     * Each list the newest first: what they have; what nobody has and they were paged for; what else nobody has on the
     * services of some teams. No incident is in two of them.
     */
    public record Concerns(List<Incident> had, List<Incident> paged, List<Incident> unclaimed) {
        public Concerns {
            had = List.copyOf(had);
            paged = List.copyOf(paged);
            unclaimed = List.copyOf(unclaimed);
        }

        public boolean isNone() {
            return had.isEmpty() && paged.isEmpty() && unclaimed.isEmpty();
        }
    }

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final IncidentQueryStore incidents;
    private final SentMessageStore sent;

    public FindConcerns(
            Transactions transactions, ReadDirectory directory, IncidentQueryStore incidents, SentMessageStore sent) {
        this.transactions = transactions;
        this.directory = directory;
        this.incidents = incidents;
        this.sent = sent;
    }

    /** {@code teams}: besides the actor's own, those whose unclaimed incidents count. */
    public Concerns find(Actor actor, List<Team> teams) {
        return transactions.read(() -> {
            var services = new HashSet<>(LookAround.servicesOf(withOwn(actor, teams), directory.current()));
            var triggered = incidents.find(IncidentQuery.unclaimed(), MOST_LOOKED_AT);
            var paged = paged(actor, triggered);
            return new Concerns(
                    incidents.find(IncidentQuery.ownedBy(actor.word()), MOST_LOOKED_AT),
                    triggered.stream()
                            .filter(incident -> paged.contains(incident.id()))
                            .toList(),
                    triggered.stream()
                            .filter(incident -> !paged.contains(incident.id()))
                            .filter(incident ->
                                    services.contains(incident.facts().serviceId()))
                            .toList());
        });
    }

    private List<Team> withOwn(Actor actor, List<Team> teams) {
        if (!(actor instanceof Actor.Person person)) return teams;
        return Stream.concat(directory.current().teamsOf(person.id()).stream(), teams.stream())
                .distinct()
                .toList();
    }

    private Set<UUID> paged(Actor actor, List<Incident> triggered) {
        return actor instanceof Actor.Person person
                ? sent.pagedTo(person.id(), triggered.stream().map(Incident::id).toList())
                : Set.of();
    }
}

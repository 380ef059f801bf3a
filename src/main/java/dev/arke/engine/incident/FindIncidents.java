package dev.arke.engine.incident;

import dev.arke.database.Transactions;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentQuery;
import dev.arke.incident.IncidentQueryStore;
import java.util.List;
import java.util.Map;

/** Looks for incidents. */
public final class FindIncidents {
    /** The newest of those that were asked for, and how many there are of each state. */
    public record Found(List<Incident> newest, Map<IncidentQuery.State, Integer> counts) {
        public Found {
            newest = List.copyOf(newest);
            counts = Map.copyOf(counts);
        }

        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Transactions transactions;
    private final IncidentQueryStore incidents;

    public FindIncidents(Transactions transactions, IncidentQueryStore incidents) {
        this.transactions = transactions;
        this.incidents = incidents;
    }

    public Found find(IncidentQuery query, int limit) {
        return transactions.read(() -> new Found(incidents.find(query, limit), incidents.count(query)));
    }
}

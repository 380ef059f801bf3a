package dev.arke.bench;

import dev.arke.bench.CountingCarrier.Arrived;
import dev.arke.database.DatabaseSettings;
import dev.arke.delivery.Message.Purpose;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What of a burst arrived. Every alert that was posted must have its incident, and every incident's page and card must
 * have reached the carrier once, alone or as part of a bundle or digest that did.
 */
record Tally(int posts, double posted, Arrivals pages, Arrivals cards, long messages) {
    static final String HEADER = String.format(
            "%-40s %9s %10s %10s %9s %9s %9s %7s %7s %9s",
            "run",
            "alerts/s",
            "last page",
            "last card",
            "page p50",
            "page p99",
            "page max",
            "lost",
            "doubled",
            "messages");

    /** Of one kind, seconds from the burst's begin ({@code last}) and from each alert's post. */
    record Arrivals(double last, double p50, double p99, double max, int lost, int doubled) {}

    /** A planned delivery: the alert it is for, and the delivery as part of which it is sent. */
    private record Planned(String kind, String dedupKey, UUID sentAs) {}

    static Tally of(
            Map<String, Long> postedAt, long begun, long intakeEnded, Collection<Arrived> arrived, DatabaseSettings at)
            throws SQLException {
        var planned = planned(at);
        return new Tally(
                postedAt.size(),
                seconds(intakeEnded - begun),
                arrivals("page", Purpose.PAGE, planned, postedAt, begun, arrived),
                arrivals("card", Purpose.CARD, planned, postedAt, begun, arrived),
                arrived.size());
    }

    /** Whether everything came, and came once. */
    boolean isClean() {
        return pages.lost() + pages.doubled() + cards.lost() + cards.doubled() == 0;
    }

    private static Collection<Planned> planned(DatabaseSettings at) throws SQLException {
        var planned = new HashSet<Planned>();
        try (var connection = BenchDatabase.connect(at);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select delivery.kind, incident.dedup_key,"
                        + " coalesce(delivery.digest_id, delivery.id) from delivery"
                        + " join incident on incident.id = delivery.incident_id"
                        + " where delivery.kind in ('page', 'card')")) {
            while (rows.next())
                planned.add(new Planned(rows.getString(1), rows.getString(2), rows.getObject(3, UUID.class)));
        }
        return planned;
    }

    private static Arrivals arrivals(
            String kind,
            Purpose purpose,
            Collection<Planned> planned,
            Map<String, Long> postedAt,
            long begun,
            Collection<Arrived> arrived) {
        var first = new HashMap<UUID, Long>();
        var times = new HashMap<UUID, Integer>();
        for (var one : arrived) {
            if (one.purpose() != purpose || one.isEdit()) continue;
            first.merge(one.deliveryId(), one.nanos(), Math::min);
            times.merge(one.deliveryId(), 1, Integer::sum);
        }
        var seen = new HashMap<String, Long>();
        int doubled = times.values().stream().mapToInt(count -> count - 1).sum();
        for (var one : planned) {
            var at = first.get(one.sentAs());
            if (!one.kind().equals(kind) || at == null) continue;
            if (seen.put(one.dedupKey(), at) != null) doubled++;
        }
        int lost = (int)
                postedAt.keySet().stream().filter(key -> !seen.containsKey(key)).count();
        long[] latencies = seen.entrySet().stream()
                .mapToLong(one -> one.getValue() - postedAt.getOrDefault(one.getKey(), begun))
                .sorted()
                .toArray();
        long last = seen.values().stream().mapToLong(Long::longValue).max().orElse(begun);
        return new Arrivals(
                seconds(last - begun), at(latencies, 0.5), at(latencies, 0.99), at(latencies, 1), lost, doubled);
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) return Double.NaN;
        return seconds(sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))]);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Fails the run when a page or card was lost or doubled. */
    void judge(String run, Report report) {
        report.expect(run + ", lost pages", 0, pages.lost());
        report.expect(run + ", lost cards", 0, cards.lost());
        report.expect(run + ", doubled pages", 0, pages.doubled());
        report.expect(run + ", doubled cards", 0, cards.doubled());
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-40s %9.0f %8.2f s %8.2f s %7.2f s %7.2f s %7.2f s %7d %7d %9d",
                name,
                posts / posted,
                pages.last(),
                cards.last(),
                pages.p50(),
                pages.p99(),
                pages.max(),
                pages.lost() + cards.lost(),
                pages.doubled() + cards.doubled(),
                messages);
    }
}

package dev.arke.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the world outside saw of a crash loop, and the judgement on it: what senders were answered, what pages came, when a
 * node was killed. Times are {@code System.nanoTime}. Each alert is owed one page of each of two steps, unless it was
 * cleared before; only a page whose sending a kill may have cut may come again.
 */
record CrashTrace(Map<String, Long> answered, Map<String, Long> cleared, List<Page> pages, List<Long> kills) {
    /** A page that came: of which alert, of which step, and under which delivery's id. */
    record Page(String alert, int step, String delivery, long at) {}

    /** What was wrong, a line each; {@code cut}: how many pages came again because a kill had cut their sending. */
    record Verdict(List<String> lost, List<String> doubled, List<String> afterClear, int cut) {
        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty() && afterClear.isEmpty();
        }
    }

    private record Owed(String alert, int step) {}

    static final int STEPS = 2;

    /** So long after its sending a page may not be noted as sent yet, on a machine that has much to do. */
    private static final long NOTED = Duration.ofSeconds(5).toNanos();

    /** A page that was on its way when the alert was cleared may still arrive. */
    private static final long ON_ITS_WAY = Duration.ofSeconds(2).toNanos();

    Verdict judge() {
        var came = pages.stream().collect(Collectors.groupingBy(page -> new Owed(page.alert(), page.step())));
        var lost = new ArrayList<String>();
        for (var alert : answered.keySet())
            for (int step = 1; step <= STEPS; step++)
                if (!cleared.containsKey(alert) && !came.containsKey(new Owed(alert, step)))
                    lost.add(alert + ": no page of step " + step);
        var doubled = new ArrayList<String>();
        int cut = 0;
        for (var again : came.values()) {
            for (int i = 1; i < again.size(); i++) {
                if (isCut(again.get(i - 1), again.get(i))) cut++;
                else
                    doubled.add(again.get(i).alert() + ": a page of step "
                            + again.get(i).step() + " came again");
            }
        }
        return new Verdict(lost, doubled, afterClear(), cut);
    }

    private boolean isCut(Page first, Page second) {
        return first.delivery().equals(second.delivery())
                && kills.stream().anyMatch(kill -> kill <= second.at() && Math.abs(kill - first.at()) < NOTED);
    }

    private List<String> afterClear() {
        return pages.stream()
                .filter(page -> page.at() - cleared.getOrDefault(page.alert(), page.at()) > ON_ITS_WAY)
                .map(page -> page.alert() + ": paged by step " + page.step() + " although it was cleared")
                .toList();
    }

    /** The same trace with one fault put into it; by what is wrong. A judge that lets one pass is worth nothing. */
    Map<String, CrashTrace> withFaults() {
        var first = pages.stream()
                .filter(page -> !cleared.containsKey(page.alert()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not one page came"));
        var dropped = new ArrayList<>(pages);
        dropped.removeIf(page -> page.delivery().equals(first.delivery()));
        var sentTwice = new ArrayList<>(pages);
        sentTwice.add(new Page(first.alert(), first.step(), "another", first.at() + 1));
        var notCancelled = new HashMap<>(cleared);
        notCancelled.put(first.alert(), first.at() - 2 * ON_ITS_WAY);
        var notSynced = new HashMap<>(answered);
        notSynced.put("an alert that was answered and forgotten", first.at());
        return Map.of(
                "a dropped delivery", new CrashTrace(answered, cleared, dropped, kills),
                "a skipped lease", new CrashTrace(answered, cleared, sentTwice, kills),
                "a clearing that does not cancel", new CrashTrace(answered, notCancelled, pages, kills),
                "a 202 before the sync", new CrashTrace(notSynced, cleared, pages, kills));
    }
}

package dev.arke.engine.health;

import dev.arke.delivery.Delivery;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the admins read about late pages. */
final class LatenessWords {
    private LatenessWords() {}

    static String begun(List<Delivery> pages, List<Incident> incidents, Directory directory, Instant now) {
        var parts = new ArrayList<String>();
        if (!pages.isEmpty()) parts.add(ofPages(pages, directory, now));
        if (!incidents.isEmpty()) parts.add(ofIncidents(incidents, now));
        return "Arke is late. " + String.join(" ", parts)
                + " I go on trying. If it matters now, call people yourself; /ready and the log say what is wrong.";
    }

    private static String ofPages(List<Delivery> pages, Directory directory, Instant now) {
        var oldest = pages.getFirst();
        var count = pages.size() == 1 ? "A page has" : pages.size() + " pages have";
        return count + " not gone out, the first for " + inWords(late(oldest, now)) + ": " + to(oldest, directory)
                + problem(oldest) + ".";
    }

    private static String to(Delivery page, Directory directory) {
        var to = page.to();
        return to.responderId()
                .map(id ->
                        directory.responder(id).name() + " by " + to.carrier().word())
                .orElseGet(to::toString);
    }

    private static String problem(Delivery page) {
        return page.progress()
                .trouble()
                .problem()
                .map(problem -> " (" + problem + ")")
                .orElse("");
    }

    private static String ofIncidents(List<Incident> incidents, Instant now) {
        var oldest = incidents.getFirst();
        var count = incidents.size() == 1 ? "An incident was" : incidents.size() + " incidents were";
        return count + " not escalated in time, the first is #" + oldest.number() + ", " + inWords(late(oldest, now))
                + " late.";
    }

    static String over(Instant began, Instant now) {
        return "Arke is on time again. It was late for " + inWords(Duration.between(began, now)) + ".";
    }

    static Duration late(Delivery page, Instant now) {
        return Duration.between(page.progress().dueSince().orElse(now), now);
    }

    static Duration late(Incident incident, Instant now) {
        return Duration.between(incident.dueAt().orElse(now), now);
    }

    private static String inWords(Duration duration) {
        return duration.toMinutes() < 2 ? duration.toSeconds() + " seconds" : duration.toMinutes() + " minutes";
    }
}

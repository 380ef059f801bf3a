package dev.arke.http.rest;

import dev.arke.alert.Service;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.chat.NearestName;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.ApiKey;
import dev.arke.responder.By;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One request with a good key, and what can be read out of it; whatever cannot ends the call. */
record Call(Context ctx, ApiKey key, Directory directory, Instant now) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration USUAL = Duration.ofDays(28);
    private static final int MOST = 500;
    private static final int USUAL_LIMIT = 100;

    By by() {
        return new By(actor(), "rest");
    }

    Actor.ApiKey actor() {
        return key.actor();
    }

    String path(String name) {
        return ctx.pathParam(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    <T extends Record> T body(Class<T> type) {
        return RestJson.read(ctx.body(), type);
    }

    /** The teams that the key reaches. */
    List<Team> teams() {
        return directory.teams().stream()
                .filter(team -> actor().reaches(Optional.of(team.id())))
                .toList();
    }

    Team team() {
        return team(path("team"));
    }

    Team team(String name) {
        var team = directory
                .teamNamed(name)
                .orElseThrow(() -> RestRefusal.unknown(
                        "There is no team called " + name + ".",
                        NearestName.of(
                                        name,
                                        directory.teams().stream()
                                                .map(Team::name)
                                                .toList())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("GET /api/v1/teams lists them.")));
        allow(team.id(), Act.READ);
        return team;
    }

    /** One of a team that the key reaches. */
    Service service(String name) {
        var service = directory
                .serviceNamed(name)
                .orElseThrow(() -> RestRefusal.unknown(
                        "There is no service called " + name + ".", "Look at the team file for its name."));
        allow(service.teamId(), Act.READ);
        return service;
    }

    /** Ends the call where the key may not. */
    void allow(UUID teamId, Act act) {
        Standings.refusal(actor(), Optional.of(teamId), act, directory).ifPresent(why -> {
            throw RestRefusal.forbidden(why.sentence());
        });
    }

    Responder person(String name) {
        return directory
                .responderNamed(name)
                .orElseThrow(() -> RestRefusal.unreadable(
                        "There is nobody called " + name + ".",
                        NearestName.of(
                                        name,
                                        directory.responders().stream()
                                                .map(Responder::name)
                                                .toList())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("GET /api/v1/teams names everybody.")));
    }

    String nameOf(UUID person) {
        return directory.responder(person).name();
    }

    Optional<Instant> instant(String name) {
        return query(name).map(text -> {
            try {
                // A plus sign in an address stands for a blank.
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw RestRefusal.unreadable(
                        name + " cannot be read as a time.",
                        "Write it as RFC 3339 does, such as 2026-01-31T03:12:00Z.");
            }
        });
    }

    /** A day that must be there. */
    LocalDate day(String name) {
        var text = query(name)
                .orElseThrow(() -> RestRefusal.unreadable(name + " is missing.", "Give a day such as 2026-01-31."));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw RestRefusal.unreadable(name + " is not a day.", "Write it like 2026-01-31.");
        }
    }

    boolean isPreview() {
        return query("preview")
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw RestRefusal.unreadable("preview is neither true nor false.", "Leave it out for false.");
                })
                .orElse(false);
    }

    static Role.Duty duty(String word) {
        return Role.parse(word)
                .filter(Role.Duty.class::isInstance)
                .map(Role.Duty.class::cast)
                .orElseThrow(() ->
                        RestRefusal.unreadable(word + " is not a duty.", "Name one such as primary or secondary."));
    }

    /** From {@code from} to {@code to}. */
    Interval range() {
        var from = instant("from").orElse(now);
        var to = instant("to").orElse(from.plus(USUAL));
        var range = Interval.between(from, to)
                .orElseThrow(() -> RestRefusal.unreadable("to is not after from.", "Ask for a time of some length."));
        if (range.length().compareTo(LONGEST) > 0)
            throw RestRefusal.unreadable("That is more than 366 days.", "Ask for a year at a time.");
        return range;
    }

    int limit() {
        return query("limit")
                .map(text -> number(text)
                        .filter(limit -> limit >= 1 && limit <= MOST)
                        .map(Long::intValue)
                        .orElseThrow(() -> RestRefusal.unreadable(
                                "limit is not a number from 1 to " + MOST + ".",
                                "Leave it out for " + USUAL_LIMIT + ".")))
                .orElse(USUAL_LIMIT);
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

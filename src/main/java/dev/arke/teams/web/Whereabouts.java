package dev.arke.teams.web;

import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TeamsPlace;
import dev.arke.engine.delivery.KeepTeams;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known of where and who people are: a conversation, the one that was heard of last, a person by their address, the
 * Teams account of a responder; and who is told that a person's conversation was opened.
 */
public record Whereabouts(
        Function<String, Optional<TeamsPlace>> place,
        Supplier<Optional<TeamsPlace>> latest,
        Function<String, Optional<TeamsPerson>> addressed,
        Function<UUID, Optional<String>> accounts,
        Consumer<TeamsPerson> opened) {
    /** Those that are kept. */
    public static Whereabouts of(KeepTeams keep, Function<UUID, Optional<String>> accounts) {
        return new Whereabouts(
                keep::place, keep::latest, keep::addressed, accounts, person -> keep.heardOfPeople(List.of(person)));
    }
}

package dev.arke.calendar;

import java.util.Set;
import java.util.UUID;

/** What a helping rotation is for: it is filled only while one of these people has that duty of the same team. */
public record Helping(Role.Duty duty, Set<UUID> people) {
    public Helping {
        people = Set.copyOf(people);
    }
}

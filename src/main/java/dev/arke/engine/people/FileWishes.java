package dev.arke.engine.people;

import dev.arke.page.PagingWishes;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people want of their pages; {@code fromFile}: those for whom the team file says so, and not they themselves. */
record FileWishes(Map<UUID, PagingWishes> wishes, Set<UUID> fromFile) {
    PagingWishes of(UUID person) {
        return wishes.getOrDefault(person, PagingWishes.NONE);
    }
}

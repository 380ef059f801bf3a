package dev.arke.responder;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person who can be paged. {@code name} is what chat and files call them; methods come in their order, {@code holidays} are those of a place, {@code language} is that of pages, by the team file. */
public record Responder(
        UUID id,
        String name,
        String fullName,
        ZoneId zone,
        Optional<String> email,
        boolean admin,
        boolean active,
        boolean fileOwned,
        List<ContactMethod> methods,
        Optional<Region> holidays,
        Optional<Language> language) {
    /** Whose holidays and language nobody said. */
    public Responder(
            UUID id,
            String name,
            String fullName,
            ZoneId zone,
            Optional<String> email,
            boolean admin,
            boolean active,
            boolean fileOwned,
            List<ContactMethod> methods) {
        this(id, name, fullName, zone, email, admin, active, fileOwned, methods, Optional.empty(), Optional.empty());
    }

    /** The same with other ways of contact. */
    public Responder with(List<ContactMethod> others) {
        return new Responder(id, name, fullName, zone, email, admin, active, fileOwned, others, holidays, language);
    }

    public Responder {
        methods = methods.stream()
                .sorted(Comparator.comparingInt(ContactMethod::position))
                .toList();
    }
}

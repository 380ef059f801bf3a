package dev.arke.calendar;

import java.util.Optional;
import java.util.UUID;

/** Where a shift comes from, and so whether the filling may touch it. */
public sealed interface Provenance {
    /** Planned by a rotation: for the occurrence of this number, the part of it of this position. */
    record Planned(UUID rotationId, long occurrence, int part) implements Provenance {}

    /**
     * Made or changed by a person, and kept; {@code of}: the place in a rotation that it stands in, if any; {@code
     * insteadOf}: who stood there before; {@code change}: the change that put it there; {@code link}: equal for those that
     * somebody linked to move together, and one's own for what was unlinked.
     */
    record Edited(Optional<Planned> of, Optional<UUID> insteadOf, Optional<UUID> change, Optional<UUID> link)
            implements Provenance {
        public Edited(Optional<Planned> of) {
            this(of, Optional.empty(), Optional.empty());
        }

        public Edited(Optional<Planned> of, Optional<UUID> insteadOf, Optional<UUID> change) {
            this(of, insteadOf, change, Optional.empty());
        }
    }

    /** What a person said of which shifts move together with it. */
    default Optional<UUID> link() {
        return this instanceof Edited edited ? edited.link() : Optional.empty();
    }

    /** The place in a rotation that a shift stands in, if any. */
    default Optional<Planned> place() {
        return switch (this) {
            case Planned planned -> Optional.of(planned);
            case Edited edited -> edited.of();
        };
    }
}

package dev.arke.calendar;

import java.util.List;
import java.util.UUID;

/** In which order a rotation's people come for an occurrence, before it is asked who of them can. */
interface TurnOrder {
    List<UUID> order(Occurrence occurrence);

    /** Why that one, of those who can. */
    Reason why(UUID chosen, Occurrence occurrence);
}

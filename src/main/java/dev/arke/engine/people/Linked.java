package dev.arke.engine.people;

import dev.arke.card.Reader;
import dev.arke.responder.Actor;
import dev.arke.responder.Responder;
import dev.arke.responder.Wanted;
import java.util.Optional;

/** An account and the responder it is of from now on, with what it had asked for before; that is told only once. */
public record Linked(Actor.Unlinked account, Responder responder, Reader reader, Optional<Wanted> wanted) {}

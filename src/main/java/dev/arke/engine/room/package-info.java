/** Chat rooms: which channel shows what, what is kept up to date in them, and the room of an incident. */
@NullMarked
package dev.arke.engine.room;

import org.jspecify.annotations.NullMarked;

/** What a human must handle: sealed states, transitions and the append-only timeline. */
@NullMarked
package dev.arke.incident;

import org.jspecify.annotations.NullMarked;

/** Arke's watch over itself: what works and what does not, how late things are, and who is told. */
@NullMarked
package dev.arke.engine.health;

import org.jspecify.annotations.NullMarked;

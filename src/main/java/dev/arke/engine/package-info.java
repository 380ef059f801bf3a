/** What Arke does: use cases, reads and ticks, one class each, over the pure rules of the features and their stores. */
@NullMarked
package dev.arke.engine;

import org.jspecify.annotations.NullMarked;

/** Use cases that open, change and escalate incidents. */
@NullMarked
package dev.arke.engine.incident;

import org.jspecify.annotations.NullMarked;

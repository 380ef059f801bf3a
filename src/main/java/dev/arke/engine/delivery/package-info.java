/** From a planned delivery to what came of it: claiming, sending, recording, falling through to the next way of contact. */
@NullMarked
package dev.arke.engine.delivery;

import org.jspecify.annotations.NullMarked;

/** Cards and forms as Adaptive Cards: pure. */
@NullMarked
package dev.arke.teams.card;

import org.jspecify.annotations.NullMarked;

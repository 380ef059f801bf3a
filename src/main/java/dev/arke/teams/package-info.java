/** Microsoft Teams: draws cards, carries messages, hears people. No rule, no SQL. */
@NullMarked
package dev.arke.teams;

import org.jspecify.annotations.NullMarked;

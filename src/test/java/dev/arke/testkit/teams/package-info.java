/** A Teams that is none: the connector and the sender of signed activities. */
@NullMarked
package dev.arke.testkit.teams;

import org.jspecify.annotations.NullMarked;

/** Messages on their way: the carrier port, outcomes, retry and rate rules, and the outbox rows. */
@NullMarked
package dev.arke.delivery;

import org.jspecify.annotations.NullMarked;

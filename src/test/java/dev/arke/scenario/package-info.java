/** Behaviours of the whole engine, end to end: real databases, a clock that the test moves, fakes where the network begins. */
@NullMarked
package dev.arke.scenario;

import org.jspecify.annotations.NullMarked;

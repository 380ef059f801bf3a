/** What tests stand on: a database of each engine, a clock they move, and fakes of what lies beyond the network. */
@NullMarked
package dev.arke.testkit;

import org.jspecify.annotations.NullMarked;
